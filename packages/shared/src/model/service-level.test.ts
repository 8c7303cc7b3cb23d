import { expect, test } from 'vitest';
import type { QueueCounts, ServiceLevelFormula } from './service-level.ts';
import {
  abandonment,
  abandonmentWithoutShort,
  addCounts,
  noCounts,
  serviceLevel,
  shareOf,
  speedOfAnswer,
} from './service-level.ts';

/** metrics.md: T = 20 s, S = 5 s; 85 answered, 70 of them in time; 15 gave up, 5 within 5 s and 9 within 20 s. */
const example: QueueCounts = {
  ...noCounts,
  offered: 104,
  answered: 85,
  answeredWithin: 70,
  abandoned: 15,
  shortAbandons: 5,
  abandonedWithin: 9,
  flowedOut: 4,
  answeredWaitMs: 85 * 11_000,
  longestWaitMs: 90_000,
};

test.each<[ServiceLevelFormula, number, number, string]>([
  ['SL-1', 70, 85, '82.4'],
  ['SL-2', 79, 100, '79.0'],
  ['SL-3', 70, 100, '70.0'],
  ['SL-4', 70, 95, '73.7'],
  ['SL-5', 70, 91, '76.9'],
  ['SL-6', 70, 104, '67.3'],
  ['SL-7', 70, 104, '67.3'],
])('METRIC-2 Noor reads %s as %i of %i', (formula, part, whole, percent) => {
  const share = serviceLevel(formula, example);
  expect(share).toEqual({ part, whole });
  expect((100 * (shareOf(share) ?? 0)).toFixed(1)).toBe(percent);
});

test('METRIC-2 a queue nobody called has no service level', () => {
  expect(shareOf(serviceLevel('SL-4', noCounts))).toBeNull();
});

test('METRIC-3 who gave up, of all who came; and without those who hung up at once', () => {
  expect(abandonment(example)).toEqual({ part: 15, whole: 104 });
  expect(abandonmentWithoutShort(example)).toEqual({ part: 10, whole: 99 });
});

test('METRIC-4 the average wait is that of the answered alone', () => {
  expect(shareOf(speedOfAnswer(example))).toBe(11_000);
});

test('METRIC-1 the halves of a day add up to the day, and its longest wait is the longer one', () => {
  const afternoon = { ...noCounts, offered: 3, answered: 3, longestWaitMs: 120_000 };
  expect(addCounts(example, afternoon)).toMatchObject({
    offered: 107,
    answered: 88,
    longestWaitMs: 120_000,
  });
});
