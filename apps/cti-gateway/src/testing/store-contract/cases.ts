import { asId } from '@ringside/shared/model/ids';
import { describe, expect } from 'vitest';
import type { Case, CaseEntry } from '../../domain/case/case.ts';
import type { Change } from '../../ports/store.ts';
import { aCase, aPromise, aTask } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const chan = asId<'customer'>('chan');
const li = asId<'agent'>('li');
const maya = asId<'agent'>('maya');
const scored = (id: string, score: number, given: Partial<Case> = {}): Case =>
  aCase(id, { priority: { score, terms: [] }, ...given });

export function caseContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('cases, promises and tasks', () => {
    it('STORE-11 a case comes back as saved', async ({ store, put }) => {
      const full = aCase('c1', {
        callIds: [asId('call-1'), asId('call-2')],
        feeling: null,
        customerId: null,
      });
      await put({ put: 'case', case: full });
      expect(await store.case(full.caseId)).toEqual(full);
      expect(await store.case(asId('none'))).toBeNull();
      await put({ put: 'case', case: { ...full, stage: 'closed', closedAt: 300, version: 2 } });
      expect((await store.case(full.caseId))?.closedAt).toBe(300);
    });

    it('STORE-11 open cases come by priority, then the oldest first; a customer’s newest first', async ({
      store,
      put,
    }) => {
      const ids = (cases: readonly Case[]) => cases.map(({ caseId }) => caseId);
      await put(
        { put: 'case', case: scored('low', 10, { openedAt: 1 }) },
        { put: 'case', case: scored('high', 90, { openedAt: 5, ownerId: maya }) },
        { put: 'case', case: scored('high-older', 90, { openedAt: 2 }) },
        { put: 'case', case: scored('closed', 99, { openedAt: 9, stage: 'closed', closedAt: 10 }) },
        { put: 'case', case: scored('of another', 50, { openedAt: 3, customerId: asId('other') }) },
      );
      expect(ids(await store.openCases(null, 9))).toEqual(['high-older', 'high', 'of another', 'low']);
      expect(ids(await store.openCases(li, 2))).toEqual(['high-older', 'of another']);
      expect(ids(await store.casesOfCustomer(chan, 'all'))).toEqual(['closed', 'high', 'high-older', 'low']);
      expect(ids(await store.casesOfCustomer(chan, 'open'))).toEqual(['high', 'high-older', 'low']);
      expect(ids(await store.recentCasesOfCustomer(chan, 2, 9))).toEqual(['closed', 'high', 'high-older']);
      expect(ids(await store.recentCasesOfCustomer(chan, 2, 1))).toEqual(['closed']);
      expect((await store.caseByReference('C-low'))?.caseId).toBe('low');
      expect(await store.caseByReference('C-9')).toBeNull();
    });

    it('STORE-11 what happened to a case comes first to last; of one moment, as it was written', async ({
      store,
      put,
    }) => {
      const entry = (id: string, given: Partial<CaseEntry> = {}): Change => ({
        put: 'caseEntry',
        entry: {
          entryId: asId(id),
          caseId: asId('c1'),
          at: 100,
          who: maya,
          what: 'noted',
          text: id,
          note: 'internal',
          changes: [],
          ...given,
        },
      });
      const changes = [
        { field: 'product', from: null, to: { name: '冷氣', productId: null, orderId: null } },
      ];
      await put(
        entry('z opened', { what: 'opened', note: null }),
        entry('a promised', { what: 'promised', note: null, who: null }),
        entry('of another', { caseId: asId('c2') }),
      );
      await put(entry('m before', { at: 50, changes }), entry('b last', { at: 200 }));
      const found = await store.caseEntries(asId('c1'));
      expect(found.map(({ text }) => text)).toEqual(['m before', 'z opened', 'a promised', 'b last']);
      expect(found[0]?.changes).toEqual(changes);
      expect(found[2]?.who).toBeNull();
    });

    it('CASE-7 a line of history stays as it was written first', async ({ store, put }) => {
      const entry: CaseEntry = {
        entryId: asId('e1'),
        caseId: asId('c1'),
        at: 5,
        who: li,
        what: 'noted',
        text: 'He called twice',
        note: 'internal',
        changes: [],
      };
      await put({ put: 'caseEntry', entry });
      await put({ put: 'caseEntry', entry: { ...entry, at: 9, who: null } });
      expect(await store.caseEntries(entry.caseId)).toEqual([entry]);
    });

    it('STORE-11 how many open cases each owner has', async ({ store, put }) => {
      await put(
        { put: 'case', case: scored('one', 10) },
        { put: 'case', case: scored('two', 20) },
        { put: 'case', case: scored('of maya', 20, { ownerId: maya }) },
        { put: 'case', case: scored('closed', 20, { stage: 'closed', closedAt: 10 }) },
        { put: 'case', case: scored('nobody’s', 20, { ownerId: null }) },
      );
      const counts = await store.openCaseCounts();
      expect(new Map(counts.map(({ ownerId, count }) => [ownerId, count]))).toEqual(
        new Map([
          [li, 2],
          [maya, 1],
        ]),
      );
    });

    it('STORE-11 open tasks come by due time, finished ones the latest first', async ({ store, put }) => {
      const done = { state: 'done', caseId: asId<'case'>('c1') } as const;
      await put(
        { put: 'task', task: aTask('later', { dueAt: 30 }) },
        { put: 'task', task: aTask('sooner', { dueAt: 20, caseId: asId('c1') }) },
        { put: 'task', task: aTask('done', { ...done, dueAt: 10, finishedAt: 50 }) },
        { put: 'task', task: aTask('done last', { ...done, dueAt: 40, finishedAt: 60, number: null }) },
        { put: 'task', task: aTask('of li', { ownerId: li, customerId: null }) },
      );
      const ids = (tasks: readonly { taskId: string }[]) => tasks.map(({ taskId }) => taskId);
      expect(ids(await store.tasksOfAgent(maya, 'open', 9))).toEqual(['sooner', 'later']);
      expect(ids(await store.tasksOfAgent(maya, 'finished', 9))).toEqual(['done last', 'done']);
      expect(ids(await store.tasksOfAgent(maya, 'open', 1))).toEqual(['sooner']);
      expect(ids(await store.tasksOfCustomer(chan))).toEqual(['done', 'sooner', 'later', 'done last']);
      expect(ids(await store.tasksOfCase(asId('c1')))).toEqual(['done', 'sooner', 'done last']);
      expect(await store.task(asId('later'))).toEqual(aTask('later', { dueAt: 30 }));
      expect(await store.task(asId('none'))).toBeNull();
    });

    it('STORE-11 promises are open until kept, by due time', async ({ store, put }) => {
      await put(
        { put: 'promise', promise: aPromise('later', { dueAt: 30, caseId: asId('c1') }) },
        { put: 'promise', promise: aPromise('sooner', { dueAt: 20 }) },
        { put: 'promise', promise: aPromise('kept', { dueAt: 10, keptAt: 5, caseId: asId('c1') }) },
      );
      const ids = (promises: readonly { promiseId: string }[]) => promises.map(({ promiseId }) => promiseId);
      expect(ids(await store.openPromisesOfCustomer(chan))).toEqual(['sooner', 'later']);
      expect(ids(await store.openPromisesOfAgent(li))).toEqual(['sooner', 'later']);
      expect(ids(await store.promisesOfCase(asId('c1')))).toEqual(['kept', 'later']);
      await put({ put: 'promise', promise: aPromise('sooner', { dueAt: 20, keptAt: 19 }) });
      expect(ids(await store.openPromisesOfCustomer(chan))).toEqual(['later']);
      expect(await store.promise(asId('sooner'))).toEqual(aPromise('sooner', { dueAt: 20, keptAt: 19 }));
      expect(await store.promise(asId('none'))).toBeNull();
    });
  });
}
