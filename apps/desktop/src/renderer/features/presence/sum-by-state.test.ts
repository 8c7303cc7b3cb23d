import { expect, test } from 'vitest';
import { sumByState } from './sum-by-state.ts';

test('PRES-9 Maya’s day adds up: each state with its share, what goes on counted until now', () => {
  const day = [
    { state: 'ready', reason: null, since: 0, until: 300 },
    { state: 'notReady', reason: 'lunch', since: 300, until: 400 },
    { state: 'notReady', reason: 'break', since: 400, until: 500 },
    { state: 'ready', reason: null, since: 500, until: null },
  ] as const;
  expect(sumByState(day, 1_000)).toEqual([
    { state: 'ready', reason: null, lasted: 800, share: 0.8 },
    { state: 'notReady', reason: 'lunch', lasted: 100, share: 0.1 },
    { state: 'notReady', reason: 'break', lasted: 100, share: 0.1 },
  ]);
  expect(sumByState([], 1_000)).toEqual([]);
});
