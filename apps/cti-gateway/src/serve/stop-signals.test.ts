import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { stopSignals } from './stop-signals.ts';

const pending = Symbol('pending');
const stateOf = (promise: Promise<void>) => Promise.race([promise, Promise.resolve(pending)]);

test('the first signal drains, the second stops at once', async () => {
  const process = new EventEmitter();
  const { drain, atOnce } = stopSignals(process);
  expect(await stateOf(drain)).toBe(pending);
  process.emit('SIGTERM');
  expect(await stateOf(drain)).toBeUndefined();
  expect(await stateOf(atOnce)).toBe(pending);
  process.emit('SIGINT');
  expect(await stateOf(atOnce)).toBeUndefined();
});
