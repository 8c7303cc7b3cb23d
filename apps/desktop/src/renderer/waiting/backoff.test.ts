import { expect, test } from 'vitest';
import { backoff } from './backoff.ts';

test('the first attempt comes at once, later ones ever slower up to a second', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 29].map((attempt) => backoff(attempt, 0))).toEqual([
    0, 100, 200, 400, 800, 1000, 1000, 1000,
  ]);
});

test('a gateway that has been away for half a minute is asked every four seconds', () => {
  expect([30, 500, 5_000].map((attempt) => backoff(attempt, 0))).toEqual([4_000, 4_000, 4_000]);
});

test('two desks that were cut off together come back at different moments', () => {
  expect(backoff(3, 0.1)).not.toBe(backoff(3, 0.9));
  expect(backoff(6, 1)).toBe(500);
});
