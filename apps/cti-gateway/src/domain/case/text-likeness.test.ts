import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likenessOf } from './text-likeness.ts';

describe('how much two descriptions speak of the same', () => {
  test('CASE-23 Mr Okafor tells the same in other words', () => {
    const first = 'The washing machine leaks water on the kitchen floor after every wash.';
    expect(likenessOf(first, 'Washing machine still leaks, the kitchen floor is wet again')).toBeGreaterThan(
      0.3,
    );
    expect(likenessOf(first, 'Charged twice for the October bill')).toBeLessThan(0.1);
  });

  test('CASE-23 陳大文 writes without spaces', () => {
    const first = '客廳冷氣安裝後三週開始滴水，地板泡水。';
    expect(likenessOf(first, '冷氣又滴水了，客廳地板泡水')).toBeGreaterThan(0.3);
    expect(likenessOf(first, '十月份帳單重複扣款')).toBe(0);
  });

  test('CASE-23 letter case, full-width letters and punctuation make no difference', () => {
    expect(likenessOf('AC-72 leaks!', 'ａｃ－７２ LEAKS')).toBe(1);
  });

  test('CASE-23 a text is like itself, as like one way as the other, and never more than wholly alike', () => {
    const text = fc.string({ unit: fc.constantFrom(...'漏水冷氣 leak water ,。') });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const likeness = likenessOf(one, other);
        expect(likeness).toBe(likenessOf(other, one));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect([0, 1]).toContain(likenessOf(one, one));
      }),
    );
  });
});
