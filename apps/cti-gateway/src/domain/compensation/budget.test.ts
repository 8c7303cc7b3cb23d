import { budgetPeriods } from '@ringside/shared/model/compensation';
import { asId } from '@ringside/shared/model/ids';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodOf, spentOf, standingOf } from './budget.ts';
import type { CostCell } from './costs.ts';

describe('what making good may cost', () => {
  test('COMP-14 a month, a quarter and a year have the days of the calendar', () => {
    expect(periodOf('month', '2028-02-29')).toEqual({ from: '2028-02-01', until: '2028-02-29' });
    expect(periodOf('quarter', '2026-11-22')).toEqual({ from: '2026-10-01', until: '2026-12-31' });
    expect(periodOf('year', '2026-11-22')).toEqual({ from: '2026-01-01', until: '2026-12-31' });
  });

  test('COMP-14 every day is in its period, and both ends of it are in the same one', () => {
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom(...budgetPeriods), day, (every, one) => {
        const period = periodOf(every, one);
        expect(period.from <= one && one <= period.until).toBe(true);
        expect(periodOf(every, period.from)).toEqual(period);
        expect(periodOf(every, period.until)).toEqual(period);
      }),
    );
  });

  test('COMP-14 the budget for partners is spent by what the carrier does, and not by points', () => {
    const name = { en: '', 'zh-Hant': '', 'zh-Hans': '' };
    const partner = { causeId: asId<'cause'>('partner'), parent: null, name, active: true };
    const causes = [partner, { ...partner, causeId: asId<'cause'>('carrier'), parent: partner.causeId }];
    const cell = (cause: string | null, kind: CostCell['kind']): CostCell => ({
      ...{ causeId: cause === null ? null : asId<'cause'>(cause), kind, tier: null, count: 1, amount: 100 },
    });
    const cells = [cell('carrier', 'refund'), cell('partner', 'credit'), cell('carrier', 'points')];
    const all = [...cells, cell('defect', 'refund'), cell(null, 'goodwill')];
    expect(spentOf({ causeId: partner.causeId }, all, causes)).toBe(200);
    expect(spentOf({ causeId: asId('carrier') }, all, causes)).toBe(100);
    expect(spentOf({ causeId: null }, all, causes)).toBe(400);
  });

  test('COMP-14 from 80 % on it is nearly used up, from 100 % on used up', () => {
    expect([0, 799, 800, 999, 1_000, 1_300].map((spent) => standingOf(1_000, spent))).toEqual([
      'within',
      'within',
      'nearlyUsedUp',
      'nearlyUsedUp',
      'usedUp',
      'usedUp',
    ]);
    expect(standingOf(0, 0)).toBe('within');
    expect(standingOf(0, 1)).toBe('usedUp');
  });
});
