import { expect, test } from 'vitest';
import { limitAt, limitStage } from './reason-limit.ts';

const reasons = [
  { reason: 'lunch', limitMs: 1_800_000 },
  { reason: 'training', limitMs: null },
];

test('PRES-13 a reason with a limit is over when it has lasted that long', () => {
  expect(limitAt({ state: 'notReady', since: 500, reason: 'lunch' }, reasons)).toBe(1_800_500);
  expect(limitAt({ state: 'notReady', since: 500, reason: 'training' }, reasons)).toBeNull();
  expect(limitAt({ state: 'notReady', since: 500, reason: 'missed' }, reasons)).toBeNull();
  expect(limitAt({ state: 'ready', since: 500 }, reasons)).toBeNull();
});

test('PRES-13 the agent is warned before the limit, and told after it', () => {
  const stageAt = (now: number) => limitStage(100_000, 60_000, now);
  expect([39_999, 40_000, 99_999, 100_000].map(stageAt)).toEqual(['none', 'warning', 'warning', 'over']);
  expect(limitStage(null, 60_000, 1)).toBe('none');
});
