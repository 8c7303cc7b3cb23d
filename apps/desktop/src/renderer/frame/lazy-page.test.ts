import { expect, test } from 'vitest';
import { ManualTimers, settled } from '../testing/manual-timers.ts';
import { lazyPage } from './lazy-page.tsx';

test('a page whose code did not come while the network was away is asked for again, until it is there', async () => {
  const timers = new ManualTimers();
  const answers = ['away', 'away', 'here'];
  let asked = 0;
  const page = lazyPage<object>(async () => {
    if (answers[asked++] === 'away') throw new Error('Failed to fetch dynamically imported module');
    return () => 'the page';
  }, timers);
  let isThere = false;
  void page.preload().then(() => (isThere = true));
  await settled();
  expect(asked).toBe(1);
  timers.pass(1_000);
  await settled();
  expect([asked, isThere]).toEqual([2, false]);
  timers.pass(1_000);
  await settled();
  expect([asked, isThere]).toEqual([3, true]);
});

test('whoever wants a page at the same time fetches it once', async () => {
  let asked = 0;
  const page = lazyPage<object>(async () => {
    asked += 1;
    return () => null;
  });
  await Promise.all([page.preload(), page.preload()]);
  await page.preload();
  expect(asked).toBe(1);
});
