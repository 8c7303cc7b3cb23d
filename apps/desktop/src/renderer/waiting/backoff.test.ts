import { expect, test } from 'vitest';
import { backoff } from './backoff.ts';

test('the first attempt comes at once, later ones ever slower up to the longest', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 20].map((attempt) => backoff(attempt, 0))).toEqual([
    0, 200, 400, 800, 1600, 3200, 4000, 4000,
  ]);
});

test('two desks that were cut off together come back at different moments', () => {
  expect(backoff(3, 0.1)).not.toBe(backoff(3, 0.9));
  expect(backoff(6, 1)).toBe(2000);
});
