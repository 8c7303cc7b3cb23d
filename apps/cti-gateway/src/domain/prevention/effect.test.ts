import { days } from '@ringside/shared/model/instant';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectOf, effectWindow } from './effect.ts';
import { ratioInterval } from './ratio-interval.ts';

const counted = (cases: number, contacts: number) => ({ cases, contacts, unnamed: 0 });
const count = (events: number, per: number) => ({ count: events, per });

describe('whether a measure worked', () => {
  test('PREV-5 as long after as before, at most a year', () => {
    expect(effectWindow(days(100), days(160))).toBe(days(60));
    expect(effectWindow(0, days(1_000))).toBe(days(365));
    expect(effectWindow(days(9), days(8))).toBe(0);
  });

  test('PREV-5 40 cases in 20,000 contacts before and 10 in 20,000 after: a quarter of the rate', () => {
    const effect = effectOf(0, days(90), counted(40, 20_000), counted(10, 20_000));
    expect(effect).toMatchObject({ ratio: 0.25, says: 'fewer' });
    expect(effect.low).toBeGreaterThan(0.1);
    expect(effect.high).toBeLessThan(0.52);
  });

  test('PREV-5 fewer cases in half the contacts are no improvement', () => {
    const effect = effectOf(0, days(90), counted(40, 20_000), counted(21, 10_000));
    expect(effect.ratio).toBeCloseTo(1.05, 9);
    expect(effect.says).toBe('noDifference');
  });

  test('PREV-6 too early, too few, and nothing to divide by are said, not guessed', () => {
    expect(effectOf(0, days(27), counted(400, 9_000), counted(1, 9_000)).says).toBe('tooEarly');
    expect(effectOf(0, days(90), counted(9, 9_000), counted(0, 9_000)).says).toBe('tooFew');
    expect(effectOf(0, days(90), counted(40, 0), counted(1, 9_000))).toMatchObject({
      ratio: null,
      low: null,
      says: 'tooFew',
    });
    expect(effectOf(0, days(90), counted(0, 9_000), counted(30, 9_000))).toMatchObject({
      ratio: null,
      high: null,
      says: 'more',
    });
  });

  test('PREV-6 the interval is that of the literature: 11 of 25 against 14 with equal exposure', () => {
    // Clopper-Pearson for 11 of 25: 0.2440 to 0.6507, as R's binom.test gives it
    const { low, high } = ratioInterval(count(11, 1), count(14, 1));
    expect(low).toBeCloseTo(0.244 / 0.756, 2);
    expect(high).toBeCloseTo(0.6507 / 0.3493, 2);
  });

  test('PREV-6 it always holds the ratio itself, and turns round with it', () => {
    const some = fc.integer({ min: 1, max: 400 });
    const per = fc.integer({ min: 1_000, max: 100_000 });
    fc.assert(
      fc.property(some, some, per, per, (a, b, perA, perB) => {
        const { low, high } = ratioInterval(count(a, perA), count(b, perB));
        const ratio = a / perA / (b / perB);
        expect(low).toBeLessThan(ratio);
        expect(high).toBeGreaterThan(ratio);
        const turned = ratioInterval(count(b, perB), count(a, perA));
        expect((turned.low ?? 0) * (high ?? 0)).toBeCloseTo(1, 5);
      }),
    );
  });
});
