import { isJump, lookEvery } from './jump-between.ts';

let before = Date.now();

setInterval(() => {
  const now = Date.now();
  if (isJump(before, now)) postMessage('jumped');
  before = now;
}, lookEvery);
