import { asId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import { describe, expect } from 'vitest';
import type { Case } from '../../domain/case/case.ts';
import type { CaseClock } from '../../domain/clock/case-clock.ts';
import type { Change } from '../../ports/store.ts';
import type { CaseRank, WorkFilter, WorkPlace, WorkRow, WorkSort } from '../../ports/work-list.ts';
import { aCase, aCustomer, aPromise, aTask } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const li = asId<'agent'>('li');
const maya = asId<'agent'>('maya');
const everything: WorkFilter = {
  owner: null,
  team: null,
  types: [],
  stages: [],
  severities: [],
  tiers: [],
  categories: [],
  due: null,
  reopenedOnly: false,
  text: null,
};
const opened = (id: string, given: Partial<Case> = {}): Change => ({
  put: 'case',
  case: aCase(id, { customerId: null, ...given }),
});
const scored = (id: string, score: number, given: Partial<Case> = {}): Change =>
  opened(id, { priority: { score, terms: [] }, ...given });
const ranked = (id: string, rank: Partial<CaseRank>): Change => ({
  put: 'caseRank',
  caseId: asId(id),
  rank: { priority: { score: 50, terms: [] }, rankAgainAt: null, tier: null, dueAt: null, ...rank },
});
const clock = (caseId: string, given: Partial<CaseClock>): Change => ({
  put: 'caseClock',
  clock: {
    caseId: asId(caseId),
    clock: 'resolve',
    rule: 'resolve',
    time: 'calendar',
    calendarId: null,
    startedAt: 0,
    target: 100,
    dueAt: 100,
    pauses: [],
    metAt: null,
    breachedAt: null,
    stepsTaken: 0,
    acknowledgedAt: null,
    stoppedAt: null,
    warningsGiven: 0,
    version: 1,
    ...given,
  },
});
const ids = (rows: readonly WorkRow[]) => rows.map((row) => row.case.caseId as string);
const placeOf = ({ case: { caseId, openedAt, priority }, dueAt }: WorkRow): WorkPlace => ({
  caseId,
  score: priority.score,
  openedAt,
  dueAt,
});

export function workListContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('the work list', () => {
    it('WORK-1 ranking writes the priority over and neither counts a version nor touches a closed case', async ({
      store,
      put,
    }) => {
      const priority = { score: 61, terms: [{ term: 'age', points: 61 }] };
      await put(opened('open'), opened('closed', { closedAt: 9, rankAgainAt: 5 }));
      await put(ranked('open', { priority, rankAgainAt: 700 }), ranked('closed', { priority }));
      expect(await store.case(asId('open'))).toMatchObject({ priority, rankAgainAt: 700, version: 1 });
      expect((await store.case(asId('closed')))?.priority.score).toBe(40);
      await put(opened('open', { title: 'changed', priority, rankAgainAt: 700, version: 2 }));
      expect((await store.case(asId('open')))?.title).toBe('changed');
    });

    it('WORK-1 what is to be ranked comes with all that its priority depends on, the longest due first', async ({
      store,
      put,
    }) => {
      const customerId = asId<'customer'>('chan');
      const now = days(100);
      const own = { customerId, openedAt: now };
      await put(
        {
          put: 'customer',
          customer: aCustomer('chan', {
            tier: { tier: 'mvc', reason: 'topByMargin', facts: {}, decidedAt: 1 },
          }),
        },
        opened('before', { customerId, openedAt: now - days(89), closedAt: now - days(80) }),
        opened('long before', { customerId, openedAt: now - days(91) }),
        opened('a compliment', { customerId, openedAt: now - days(1), type: 'compliment', rankAgainAt: 7 }),
        opened('now', {
          ...own,
          rankAgainAt: 6,
          legal: true,
          impact: 'many',
          urgency: 'high',
          timesReopened: 2,
        }),
        opened('later', { openedAt: 3, rankAgainAt: 8 }),
        { put: 'promise', promise: aPromise('of the customer', { customerId, dueAt: 30 }) },
        {
          put: 'promise',
          promise: aPromise('of the case', { customerId: null, caseId: asId('now'), dueAt: 20 }),
        },
        { put: 'promise', promise: aPromise('kept', { customerId, dueAt: 10, keptAt: 9 }) },
        clock('now', { clock: 'acknowledge', dueAt: 40, metAt: 39 }),
        clock('now', { clock: 'resolve', dueAt: 60 }),
        clock('now', { clock: 'statutory', dueAt: 5, stoppedAt: 4 }),
        clock('now', { clock: 'update', dueAt: null, breachedAt: 55 }),
      );
      expect((await store.casesToRank(7, 9)).map(({ caseId }) => caseId)).toEqual(['now', 'a compliment']);
      expect((await store.casesToRank(9, 1)).length).toBe(1);
      expect(await store.nextRankAt()).toBe(6);
      const [found] = await store.caseRanksOf([asId('now'), asId('before'), asId('none')]);
      expect(found).toEqual({
        caseId: 'now',
        version: 1,
        facts: {
          severity: 'serious',
          impact: 'many',
          urgency: 'high',
          legal: true,
          feeling: 'angry',
          timesReopened: 2,
          openedAt: now,
          tier: 'mvc',
          repeats: 1,
          promiseDueAt: 20,
          clockDueAt: 55,
        },
        ranked: {
          priority: { score: 40, terms: [{ term: 'severity', points: 40 }] },
          rankAgainAt: 6,
          tier: null,
          dueAt: null,
        },
      });
      expect((await store.caseRanksOf([asId('later')]))[0]?.facts).toMatchObject({
        tier: null,
        repeats: 0,
        promiseDueAt: null,
        clockDueAt: null,
      });
    });

    it('WORK-3 stands in the order asked for, page by page, each case once', async ({ store, put }) => {
      for (let n = 0; n < 9; n += 1) {
        await put(scored(`c${n}`, 40 + (n % 3), { openedAt: 100 + Math.floor(n / 2) }));
        if (n % 2 === 0)
          await put(ranked(`c${n}`, { priority: { score: 40 + (n % 3), terms: [] }, dueAt: 300 - (n % 4) }));
      }
      const all = async (sort: WorkSort) => {
        const seen: string[] = [];
        let after: WorkPlace | null = null;
        for (;;) {
          const rows: readonly WorkRow[] = await store.workPage(everything, sort, after, 2);
          seen.push(...ids(rows));
          const last = rows.at(-1);
          if (!last) return seen;
          after = placeOf(last);
        }
      };
      expect(await all('priority')).toEqual(['c2', 'c5', 'c8', 'c1', 'c4', 'c7', 'c0', 'c3', 'c6']);
      expect(await all('due')).toEqual(['c2', 'c6', 'c0', 'c4', 'c8']);
      expect(await all('oldest')).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8']);
      expect(await all('newest')).toEqual((await all('oldest')).toReversed());
    });

    it('WORK-3 shows what fits all that is asked for, and counts it up to a limit', async ({
      store,
      put,
    }) => {
      await put(
        scored('a', 9, { ownerId: maya, severity: 'safety', category: 'delivery', timesReopened: 1 }),
        scored('b', 8, { ownerId: null, familyId: asId('service'), type: 'billing', stage: 'assessed' }),
        scored('c', 7, { ownerId: li, customerId: asId('okafor'), title: '50%_~ off' }),
        scored('d', 6, { ownerId: null }),
        scored('closed', 99, { ownerId: null, closedAt: 5 }),
      );
      await put(ranked('c', { priority: { score: 7, terms: [] }, tier: 'mvc', dueAt: 500 }));
      const shown = async (asked: Partial<WorkFilter>) =>
        ids(await store.workPage({ ...everything, ...asked }, 'priority', null, 9)).join('');
      expect(await shown({})).toBe('abcd');
      expect(await shown({ owner: maya })).toBe('a');
      expect(await shown({ owner: 'nobody' })).toBe('bd');
      expect(await shown({ team: { familyId: asId('service'), people: [li] } })).toBe('bc');
      expect(await shown({ team: { familyId: null, people: [li, maya] } })).toBe('ac');
      expect(await shown({ types: ['billing', 'request'] })).toBe('b');
      expect(await shown({ stages: [{ type: 'billing', stage: 'assessed' }] })).toBe('b');
      expect(await shown({ stages: [{ type: 'complaint', stage: 'assessed' }] })).toBe('');
      expect(await shown({ severities: ['safety', 'minor'] })).toBe('a');
      expect(await shown({ tiers: ['mvc'] })).toBe('c');
      expect(await shown({ categories: ['delivery'] })).toBe('a');
      expect(await shown({ due: { from: null, until: 501 } })).toBe('c');
      expect(await shown({ due: { from: null, until: 500 } })).toBe('');
      expect(await shown({ due: { from: 501, until: 900 } })).toBe('');
      expect(await shown({ reopenedOnly: true })).toBe('a');
      expect(await shown({ text: { part: '%_~ O', customers: [] } })).toBe('c');
      expect(await shown({ text: { part: 'C-D', customers: [] } })).toBe('d');
      expect(await shown({ text: { part: 'nowhere', customers: [asId('okafor')] } })).toBe('c');
      expect(await shown({ owner: 'nobody', types: ['complaint'] })).toBe('d');
      expect((await store.workPage({ ...everything, tiers: ['mvc'] }, 'due', null, 9))[0]).toMatchObject({
        tier: 'mvc',
        dueAt: 500,
      });
      expect(await store.workCount(everything, 3)).toEqual({ count: 3, more: true });
      expect(await store.workCount(everything, 4)).toEqual({ count: 4, more: false });
      expect(await store.workCount({ ...everything, owner: 'nobody' }, 1_000)).toEqual({
        count: 2,
        more: false,
      });
    });

    it('WORK-9 tells what lies on one person’s desk', async ({ store, put }) => {
      const now = 1_000;
      await put(
        opened('late', { ownerId: li, severity: 'serious' }),
        opened('in time', { ownerId: li, severity: 'minor' }),
        opened('of maya', { ownerId: maya }),
        opened('closed', { ownerId: li, closedAt: 9 }),
        ranked('late', { dueAt: now - 1 }),
        ranked('in time', { dueAt: now }),
        { put: 'task', task: aTask('today', { ownerId: li, dueAt: 1_999 }) },
        { put: 'task', task: aTask('tomorrow', { ownerId: li, dueAt: 2_000 }) },
        { put: 'task', task: aTask('done', { ownerId: li, dueAt: 5, state: 'done', finishedAt: 4 }) },
        { put: 'promise', promise: aPromise('soon', { ownerId: li, dueAt: now + days(1) }) },
        { put: 'promise', promise: aPromise('later', { ownerId: li, dueAt: now + days(1) + 1 }) },
        { put: 'promise', promise: aPromise('of maya', { ownerId: maya, dueAt: 7 }) },
        { put: 'promise', promise: aPromise('kept', { ownerId: li, dueAt: 5, keptAt: 4 }) },
      );
      expect(await store.workLoad(li, now, 2_000)).toEqual({
        open: { minor: 1, moderate: 0, serious: 1, safety: 0 },
        overdue: 1,
        tasksDue: 1,
        promisesAtRisk: 1,
      });
      expect((await store.openPromises(2)).map(({ promiseId }) => promiseId)).toEqual(['of maya', 'soon']);
    });
  });
}
