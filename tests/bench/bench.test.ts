import { expect, test } from 'vitest';
import { resultOf } from './bench.ts';
import { table } from './table.ts';

const bench = { name: 'look_up_ms', unit: 'ms' };

test('percentiles are samples that really happened', () => {
  const samples = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(resultOf(bench, samples)).toEqual({ ...bench, n: 100, median: 50, p95: 95, max: 100 });
});

test('one sample is its own median', () => {
  expect(resultOf(bench, [7])).toEqual({ ...bench, n: 1, median: 7, p95: 7, max: 7 });
});

test('the table aligns numbers', () => {
  expect(
    table([resultOf(bench, [0.1234]), resultOf({ name: 'calls', unit: 'calls/s' }, [1_500])]).split('\n'),
  ).toEqual([
    'measurement  unit     n  median    p95    max',
    'look_up_ms   ms       1   0.123  0.123  0.123',
    'calls        calls/s  1    1500   1500   1500',
  ]);
});
