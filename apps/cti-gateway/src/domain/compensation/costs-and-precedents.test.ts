import { asId } from '@ringside/shared/model/ids';
import { hours } from '@ringside/shared/model/instant';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCompensation } from '../../testing/records.ts';
import type { Calendar } from '../centre/calendar.ts';
import { costsBy, sumOf } from './costs.ts';
import type { CostCell } from './costs.ts';
import { decisionTimes } from './decide-by.ts';
import { precedentsOf } from './precedents.ts';

const given = (
  cause: string | null,
  amount: number,
  { kind = 'credit', count = 1 }: Partial<CostCell> = {},
): CostCell => ({ causeId: cause === null ? null : asId(cause), kind, tier: null, count, amount });

describe('what making good costs', () => {
  test('COMP-12 stands under its cause, the dearest first; points and letters are no money', () => {
    const all = [
      given('late', 300),
      given('broken', 500),
      given('late', 400),
      given('broken', 900, { kind: 'points' }),
      given(null, 0, { kind: 'apologyLetter' }),
    ];
    expect(costsBy(all, ({ causeId }) => causeId)).toEqual([
      { key: 'late', count: 2, money: 700, points: 0 },
      { key: 'broken', count: 2, money: 500, points: 900 },
      { key: null, count: 1, money: 0, points: 0 },
    ]);
    expect(sumOf(all)).toEqual({ count: 5, money: 1_200, points: 900 });
  });

  test('COMP-12 the headings of a report add up to its total', () => {
    const some = fc.array(fc.tuple(fc.constantFrom('late', 'broken', null), fc.nat(10_000)));
    fc.assert(
      fc.property(some, (facts) => {
        const all = facts.map(([cause, amount]) => given(cause, amount, { count: 2 }));
        const costs = costsBy(all, ({ causeId }) => causeId);
        expect(costs.reduce((sum, { money }) => sum + money, 0)).toBe(sumOf(all).money);
        expect(costs.reduce((sum, { count }) => sum + count, 0)).toBe(all.length * 2);
      }),
    );
  });
});

describe('what was given in like cases', () => {
  test('COMP-11 the median of an even number lies between the two in the middle; each counts once', () => {
    const one = aCompensation('one', { amount: 100, decidedAt: 1 });
    const other = aCompensation('other', { amount: 501, decidedAt: 2 });
    expect(precedentsOf([one, other, one])).toEqual({
      count: 2,
      median: 301,
      smallest: 100,
      largest: 501,
      last: [other, one],
    });
    expect(precedentsOf([])).toEqual({ count: 0, median: null, smallest: null, largest: null, last: [] });
  });

  test('COMP-11 as many were given no more than the median as were given no less', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 40 }), (amounts) => {
        const { median } = precedentsOf(amounts.map((amount, i) => aCompensation(String(i), { amount })));
        const half = amounts.length / 2;
        expect(amounts.filter((amount) => amount <= (median ?? 0)).length).toBeGreaterThanOrEqual(half);
        // of two in the middle the mean is rounded up by at most one half
        expect(amounts.filter((amount) => amount >= (median ?? 0) - 1).length).toBeGreaterThanOrEqual(half);
      }),
    );
  });
});

describe('the time to decide', () => {
  const text = { en: '', 'zh-Hant': '', 'zh-Hans': '' };
  const nineToFive = [
    { from: 9 * 60, until: 12 * 60 },
    { from: 13 * 60, until: 17 * 60 },
  ];
  const office: Calendar = {
    calendarId: asId('office'),
    name: text,
    timeZone: null,
    week: {
      mon: nineToFive,
      tue: nineToFive,
      wed: nineToFive,
      thu: nineToFive,
      fri: nineToFive,
      sat: [],
      sun: [],
    },
    exceptions: [],
  };
  const taipei = (text_: string) => Date.parse(`${text_}+08:00`);

  test('COMP-9 what Maya asks for at half past four on Friday is due at half past ten on Monday', () => {
    const times = decisionTimes(taipei('2026-11-20T16:30'), office, 'Asia/Taipei');
    expect(times.remindAt).toBe(taipei('2026-11-23T09:30'));
    expect(times.decideBy).toBe(taipei('2026-11-23T10:30'));
  });

  test('COMP-9 lunch does not count', () => {
    expect(decisionTimes(taipei('2026-11-20T11:30'), office, 'Asia/Taipei').decideBy).toBe(
      taipei('2026-11-20T14:30'),
    );
  });

  test('COMP-9 without a calendar, or with one that never opens, every hour counts', () => {
    const at = taipei('2026-11-20T23:00');
    const never = { ...office, week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } };
    expect(decisionTimes(at, null, 'Asia/Taipei')).toEqual({
      remindAt: at + hours(1),
      decideBy: at + hours(2),
    });
    expect(decisionTimes(at, never, 'Asia/Taipei').decideBy).toBe(at + hours(2));
  });
});
