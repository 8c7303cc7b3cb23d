import { expect, test } from 'vitest';
import { isJump } from './jump-between.ts';

test('PRES-12 pain 4: a clock that jumps tells of sleep, one that is late or set back does not', () => {
  expect(isJump(0, 600_000)).toBe(true);
  expect(isJump(0, 16_000)).toBe(true);
  expect(isJump(0, 9_000)).toBe(false);
  expect(isJump(600_000, 0)).toBe(false);
});
