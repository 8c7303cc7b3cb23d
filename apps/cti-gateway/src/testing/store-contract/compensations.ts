import { asId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import { describe, expect } from 'vitest';
import type { Compensation } from '../../domain/compensation/compensation.ts';
import type { CostCell } from '../../domain/compensation/costs.ts';
import type { CostsPage, WhichCosts } from '../../ports/store.ts';
import { aCase, aCompensation } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const ids = (all: readonly Compensation[]) => all.map(({ compensationId }) => compensationId);
const put = (compensation: Compensation) => ({ put: 'compensation', compensation }) as const;

export function compensationContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('compensation', () => {
    it('COMP-5 comes back as saved, and is saved by the version that was seen', async ({
      store,
      put: write,
    }) => {
      const asked = aCompensation('full', {
        state: 'asked',
        evidence: 'receipt',
        tier: null,
        causeId: asId('late'),
        decideBy: 200,
        endorsedBy: asId('max'),
        decidedAt: null,
      });
      await write(put(asked));
      expect(await store.compensation(asked.compensationId)).toEqual(asked);
      expect(await store.compensation(asId('none'))).toBeNull();
      const granted = {
        ...asked,
        state: 'granted',
        decidedBy: asId<'agent'>('noor'),
        decidedAt: 150,
      } as const;
      await write(put({ ...granted, version: 2 }));
      expect(await store.commit([put({ ...granted, state: 'refused', version: 2 })])).toMatchObject({
        ok: false,
        refusal: 'conflict',
      });
      expect((await store.compensation(asked.compensationId))?.state).toBe('granted');
    });

    it('COMP-3 of a customer and of a case come the oldest first', async ({ store, put: write }) => {
      await write(
        { put: 'case', case: aCase('c3', { customerId: asId('chan') }) },
        put(aCompensation('before they were known', { askedAt: 20, customerId: null, caseId: asId('c3') })),
        put(aCompensation('later', { askedAt: 30 })),
        put(aCompensation('first', { askedAt: 10, caseId: asId('c2') })),
        put(aCompensation('of another', { askedAt: 20, customerId: asId('okafor') })),
        put(aCompensation('of nobody', { askedAt: 5, customerId: null })),
      );
      expect(ids(await store.compensationsOfCustomer(asId('chan')))).toEqual([
        'first',
        'before they were known',
        'later',
      ]);
      expect(ids(await store.compensationsOfCase(asId('c1')))).toEqual(['of nobody', 'of another', 'later']);
    });

    it('COMP-8 what waits for a decision comes by when it is due', async ({ store, put: write }) => {
      await write(
        put(aCompensation('later', { state: 'asked', decideBy: 300 })),
        put(aCompensation('sooner', { state: 'asked', decideBy: 200 })),
        put(aCompensation('granted', { decideBy: 100 })),
      );
      expect(ids(await store.compensationsAsked())).toEqual(['sooner', 'later']);
    });

    it('COMP-11 like cases are those of the category and those of the cause, newest first', async ({
      store,
      put: write,
    }) => {
      const cause = { causeId: asId<'cause'>('carrier'), whys: [], note: '' };
      await write(
        { put: 'case', case: aCase('c1') },
        { put: 'case', case: aCase('c2', { category: 'other', cause }) },
        put(aCompensation('old', { askedAt: 100 })),
        put(aCompensation('new', { askedAt: 300, state: 'done' })),
        put(aCompensation('cancelled', { askedAt: 310, state: 'cancelled' })),
        put(aCompensation('a voucher', { askedAt: 320, kind: 'voucher' })),
        put(aCompensation('too old', { askedAt: 40 })),
        put(aCompensation('of the cause', { askedAt: 200, caseId: asId('c2'), category: 'other' })),
      );
      const like = { kind: 'credit', category: 'repairAgain', causeId: null, since: 50 } as const;
      expect(ids(await store.compensationsLike(like, 9))).toEqual(['new', 'old']);
      expect(ids(await store.compensationsLike(like, 1))).toEqual(['new']);
      expect(ids(await store.compensationsLike({ ...like, causeId: cause.causeId }, 9))).toEqual([
        'new',
        'old',
        'of the cause',
      ]);
    });

    const carrier = { causeId: asId<'cause'>('carrier'), whys: [], note: '' };

    it('COMP-12 what was given in a time is summed by the cause its case has now', async ({
      store,
      put: write,
    }) => {
      await write(
        put(aCompensation('before its case', { caseId: asId('c2'), amount: 5 })),
        { put: 'case', case: aCase('c1') },
        { put: 'case', case: aCase('c2') },
        put(aCompensation('at the end', { askedAt: 200 })),
        put(aCompensation('last', { askedAt: 50, decidedAt: 199, amount: 30 })),
        put(aCompensation('first', { askedAt: 100, state: 'done', amount: 40 })),
        put(aCompensation('points', { askedAt: 110, kind: 'points', tier: null, amount: 700 })),
        put(aCompensation('asked', { askedAt: 120, state: 'asked', decidedAt: null })),
        put(aCompensation('refused', { askedAt: 130, state: 'refused' })),
      );
      const none = { causeId: null, kind: 'credit', tier: 'standard' } as const;
      const points = { causeId: null, kind: 'points', tier: null, count: 1, amount: 700 };
      expect(alike(await store.compensationCosts(100, 200))).toEqual([
        { ...none, count: 3, amount: 75 },
        points,
      ]);
      await write({ put: 'case', case: aCase('c2', { cause: carrier, version: 2 }) });
      expect(alike(await store.compensationCosts(100, 200))).toEqual([
        { ...none, causeId: 'carrier', count: 1, amount: 5 },
        { ...none, count: 2, amount: 70 },
        points,
      ]);
      await write({ put: 'case', case: aCase('c2', { version: 3 }) });
      expect(alike(await store.compensationCosts(100, 200))).toEqual([
        { ...none, count: 3, amount: 75 },
        points,
      ]);
    });

    it('COMP-12 behind a sum stand what it was made of, newest first, page after page', async ({
      store,
      put: write,
    }) => {
      const slice = days(14);
      await write(
        { put: 'case', case: aCase('c1', { cause: carrier }) },
        put(aCompensation('a', { decidedAt: 100 })),
        put(aCompensation('b', { decidedAt: 100 + slice, kind: 'refund' })),
        put(aCompensation('c', { decidedAt: 100 + slice })),
        put(aCompensation('d', { decidedAt: 100 + 3 * slice, tier: null, caseId: asId('c2') })),
        put(aCompensation('e', { decidedAt: 99 })),
        put(aCompensation('f', { decidedAt: 500 + 3 * slice })),
        put(aCompensation('g', { state: 'cancelled' })),
      );
      const period = { from: 100, until: 500 + 3 * slice, before: null, limit: 9 };
      const behind = async (which: WhichCosts, page: Partial<CostsPage> = {}) =>
        ids(await store.compensationsBehind(which, { ...period, ...page }));
      expect(await behind({ by: 'all' })).toEqual(['d', 'c', 'b', 'a']);
      expect(await behind({ by: 'all' }, { limit: 2 })).toEqual(['d', 'c']);
      const before = { decidedAt: 100 + slice, compensationId: asId<'compensation'>('c') };
      expect(await behind({ by: 'all' }, { before })).toEqual(['b', 'a']);
      expect(await behind({ by: 'cause', key: 'carrier' })).toEqual(['c', 'b', 'a']);
      expect(await behind({ by: 'cause', key: null })).toEqual(['d']);
      expect(await behind({ by: 'kind', key: 'refund' })).toEqual(['b']);
      expect(await behind({ by: 'tier', key: null })).toEqual(['d']);
      expect(await behind({ by: 'tier', key: 'mvc' })).toEqual([]);
    });
  });
}

/** A store may count those alike together in several parts. */
function alike(cells: readonly CostCell[]): readonly CostCell[] {
  const keyOf = ({ causeId, kind, tier }: CostCell) => JSON.stringify([causeId, kind, tier]);
  return [...Map.groupBy(cells, keyOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, of]) => {
      const sum = (what: 'count' | 'amount') => of.reduce((total, cell) => total + cell[what], 0);
      return of.slice(0, 1).map((cell) => ({ ...cell, count: sum('count'), amount: sum('amount') }));
    });
}
