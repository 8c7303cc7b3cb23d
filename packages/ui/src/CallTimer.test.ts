import { expect, test } from 'vitest';
import { clockText } from './CallTimer.tsx';

test('a call timer shows minutes and seconds, and hours when there are any', () => {
  expect(clockText(7_900)).toBe('0:07');
  expect(clockText(12 * 60_000 + 34_000)).toBe('12:34');
  expect(clockText(3_600_000 + 2 * 60_000 + 3_000)).toBe('1:02:03');
});

test('a clock that is ahead of the gateway shows zero and not a negative time', () => {
  expect(clockText(-4_000)).toBe('0:00');
});
