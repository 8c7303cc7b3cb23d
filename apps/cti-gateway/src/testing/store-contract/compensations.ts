import { asId } from '@ringside/shared/model/ids';
import { describe, expect } from 'vitest';
import type { Compensation } from '../../domain/compensation/compensation.ts';
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
        put(aCompensation('later', { askedAt: 30 })),
        put(aCompensation('first', { askedAt: 10, caseId: asId('c2') })),
        put(aCompensation('of another', { askedAt: 20, customerId: asId('okafor') })),
        put(aCompensation('of nobody', { askedAt: 5, customerId: null })),
      );
      expect(ids(await store.compensationsOfCustomer(asId('chan')))).toEqual(['first', 'later']);
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

    it('COMP-12 what was given in a time comes with the cause its case has now', async ({
      store,
      put: write,
    }) => {
      const cause = { causeId: asId<'cause'>('carrier'), whys: [], note: '' };
      await write(
        { put: 'case', case: aCase('c1', { cause }) },
        put(aCompensation('at the end', { askedAt: 200 })),
        put(aCompensation('last', { askedAt: 50, decidedAt: 199 })),
        put(aCompensation('first', { askedAt: 100, state: 'done' })),
        put(aCompensation('asked', { askedAt: 120, state: 'asked', decidedAt: null })),
        put(aCompensation('refused', { askedAt: 130, state: 'refused' })),
      );
      const given = await store.compensationsGiven(100, 200);
      expect(ids(given.map(({ compensation }) => compensation))).toEqual(['first', 'last']);
      expect(given[0]).toMatchObject({
        caseId: 'c1',
        caseReference: 'C-c1',
        caseTitle: '冷氣漏水',
        causeId: 'carrier',
      });
    });
  });
}
