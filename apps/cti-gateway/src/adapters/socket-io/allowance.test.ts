import { expect, test } from 'vitest';
import { allowance } from './allowance.ts';

test('a desk may send a burst, then what the rate allows', () => {
  const may = allowance(2, 5);
  const at = (now: number) => Array.from({ length: 20 }, () => may(now)).filter(Boolean).length;
  expect([at(0), at(0), at(1_000), at(60_000)]).toEqual([5, 0, 2, 5]);
});

test('a clock that is set back an hour does not silence every desk for an hour', () => {
  const may = allowance(2, 5);
  expect(may(3_600_000)).toBe(true);
  expect(may(0)).toBe(true);
});
