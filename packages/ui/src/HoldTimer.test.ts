import { expect, test } from 'vitest';
import { holdStage } from './HoldTimer.tsx';

test('a hold of less than a minute gives no warning', () => {
  expect(holdStage(0)).toBe('short');
  expect(holdStage(59_999)).toBe('short');
});

test('from one minute on the hold is long, from two minutes on too long', () => {
  expect(holdStage(60_000)).toBe('long');
  expect(holdStage(119_999)).toBe('long');
  expect(holdStage(120_000)).toBe('tooLong');
  expect(holdStage(3_600_000)).toBe('tooLong');
});

test('a clock that is ahead of the gateway does not warn', () => {
  expect(holdStage(-5_000)).toBe('short');
});
