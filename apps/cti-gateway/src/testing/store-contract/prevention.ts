import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { caseTypes, satisfactions } from '@ringside/shared/model/case-stage';
import { tiers } from '@ringside/shared/model/tier';
import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { SatisfactionCheck } from '../../domain/check/satisfaction-check.ts';
import type { CaseCell } from '../../domain/prevention/case-figures.ts';
import { totalOf } from '../../domain/prevention/case-figures.ts';
import type { Prevention } from '../../domain/prevention/prevention.ts';
import type { CaseFilter, Change } from '../../ports/store.ts';
import { aCall, aCase, aCustomer, aTask } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const maya = asId<'agent'>('maya');
const defect = asId<'cause'>('defect');
const carrier = asId<'cause'>('carrier');

const aCheck = (id: string, given: Partial<SatisfactionCheck> = {}): SatisfactionCheck => ({
  checkId: asId(id),
  caseId: asId('c1'),
  taskId: asId(`task of ${id}`),
  from: 100,
  until: 900,
  attemptsAllowed: 3,
  attempts: [{ at: 150, by: maya, callId: asId('call-1'), note: '無人接聽' }],
  answers: { solved: null, handled: null, stay: 5 },
  comment: '',
  outcome: null,
  endedAt: null,
  version: 1,
  ...given,
});

const aMeasure = (id: string, given: Partial<Prevention> = {}): Prevention => ({
  preventionId: asId(id),
  causeId: defect,
  caseId: asId('c1'),
  what: '更換軟管供應商',
  ownerId: maya,
  dueAt: 500,
  madeBy: asId('noor'),
  madeAt: 100,
  taskId: asId('task-1'),
  doneAt: null,
  verifyAt: null,
  verdict: null,
  effect: null,
  note: '',
  version: 1,
  ...given,
});

const everyCase: CaseFilter = {
  types: null,
  categories: null,
  causes: null,
  tiers: null,
  servicePoints: null,
  products: null,
  outcomes: null,
  reopened: false,
};

export function preventionContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('satisfaction, causes and measures', () => {
    it('STORE-11 checks come back as saved, of a case by when they begin, and by their task', async ({
      store,
      put,
    }) => {
      const later = aCheck('later', { from: 400, outcome: 'notReached', endedAt: 700 });
      await put(
        { put: 'satisfactionCheck', check: later },
        { put: 'satisfactionCheck', check: aCheck('first') },
        { put: 'satisfactionCheck', check: aCheck('other', { caseId: asId('c2') }) },
      );
      expect(await store.checksOfCase(asId('c1'))).toEqual([aCheck('first'), later]);
      expect(await store.checkOfTask(asId('task of first'))).toEqual(aCheck('first'));
      expect(await store.checkOfTask(asId('none'))).toBeNull();
      expect(await store.commit([{ put: 'satisfactionCheck', check: aCheck('first') }])).toEqual({
        ok: false,
        refusal: 'conflict',
      });
    });

    it('STORE-11 open tasks are counted no further than asked', async ({ store, put }) => {
      const tasks = ['a', 'b', 'c'].map((id): Change => ({ put: 'task', task: aTask(id) }));
      await put(...tasks, { put: 'task', task: aTask('d', { state: 'done', finishedAt: 10 }) });
      const of = (owner: AgentId, most: number) => store.openTaskCount(owner, most);
      expect([await of(maya, 9), await of(maya, 2), await of(asId('li'), 9)]).toEqual([3, 2, 0]);
    });

    it('STORE-11 measures come back as saved with the numbers of their verdict, in the order asked for', async ({
      store,
      put,
    }) => {
      const counted = { cases: 12, contacts: 900, unnamed: 3 };
      const effect = {
        ...{ doneAt: 600, length: 300, before: counted, after: counted },
        ...{ ratio: 1, low: 0.4, high: null, says: 'noDifference' as const },
      };
      const done = aMeasure('done', {
        ...{ madeAt: 50, dueAt: 700, doneAt: 600, verifyAt: 800, verdict: 'notEffective', effect },
        note: 'no change',
      });
      const byLi = aMeasure('by li', { ownerId: asId('li'), caseId: null, dueAt: 300, madeAt: 70 });
      await put(
        { put: 'prevention', prevention: aMeasure('first') },
        { put: 'prevention', prevention: done },
        { put: 'prevention', prevention: byLi },
      );
      const ids = (found: readonly Prevention[]) => found.map(({ preventionId }) => preventionId);
      expect(await store.prevention(asId('done'))).toEqual(done);
      expect(ids(await store.preventionsOfCase(asId('c1')))).toEqual(['done', 'first']);
      expect(ids(await store.preventions('open', 9))).toEqual(['by li', 'first']);
      expect(ids(await store.preventions('all', 2))).toEqual(['first', 'by li']);
      expect(ids(await store.preventionsOfOwner(maya, 9))).toEqual(['done', 'first']);
      expect([await store.causeFixedAt(defect, 601), await store.causeFixedAt(defect, 600)]).toEqual([
        600,
        null,
      ]);
    });

    it('PREV-13 a cause is named by a case or by a measure', async ({ store, put }) => {
      const cause = { causeId: carrier, whys: [], note: '' };
      await put(
        { put: 'prevention', prevention: aMeasure('first') },
        { put: 'case', case: aCase('c2', { cause }) },
      );
      expect([
        await store.causeIsNamed(defect),
        await store.causeIsNamed(carrier),
        await store.causeIsNamed(asId('outage')),
      ]).toEqual([true, true, false]);
    });

    it('PREV-10 the cases behind a figure come newest first, page after page, each once', async ({
      store,
      put,
    }) => {
      const times = [5, 7, 7, 7, 9, 3];
      await put(
        ...times.map((openedAt, nth): Change => ({
          put: 'case',
          case: aCase(`c${nth}`, { openedAt, reference: `C-${nth}` }),
        })),
      );
      const found: string[] = [];
      for (let before = null, more = true; more;) {
        const page = await store.casesBehind(everyCase, { from: 4, until: 9, before, limit: 2 });
        found.push(...page.map(({ caseId }) => caseId));
        before = page.at(-1) ?? null;
        more = page.length === 2;
      }
      expect(found).toEqual(['c3', 'c2', 'c1', 'c0']);
    });

    it('PREV-5 contacts are inbound calls that were answered', async ({ store, put }) => {
      await put(
        { put: 'call', call: aCall('in', { answeredAt: 150 }) },
        { put: 'call', call: aCall('out', { answeredAt: 150, direction: 'outbound' }) },
        { put: 'call', call: aCall('missed') },
        { put: 'call', call: aCall('later', { answeredAt: 200 }) },
      );
      expect(await store.contactsBetween(100, 200)).toBe(1);
    });

    it('PREV-11 figures equal a count over the cases one by one', async ({ store, put }) => {
      const rows = fc.sample(scene, { numRuns: 150, seed: 4 });
      await put(...customers, ...rows.flatMap(changesOf));
      for (const filter of fc.sample(filters, { numRuns: 40, seed: 9 })) {
        const meant = rows.map(asCounted).filter((row) => isMeant(filter, row));
        const cells = await store.caseCells(filter, 10, 60);
        expect(summary(cells)).toEqual(summary(meant));
        const behind = await store.casesBehind(filter, { from: 10, until: 60, before: null, limit: 500 });
        expect(behind).toHaveLength(totalOf(cells).cases);
      }
    });
  });
}

const customers = tiers.map((tier): Change => ({
  put: 'customer',
  customer: aCustomer(tier, { tier: { tier, reason: 'regular', facts: {}, decidedAt: 1 } }),
}));

let made = 0;
const scene = fc
  .record({
    openedAt: fc.integer({ min: 1, max: 70 }),
    type: fc.constantFrom(...caseTypes),
    category: fc.constantFrom('late', 'damaged'),
    causeId: fc.option(fc.constantFrom(defect, carrier)),
    tier: fc.option(fc.constantFrom(...tiers)),
    servicePointId: fc.option(
      fc.constantFrom(asId<'servicePoint'>('taipei'), asId<'servicePoint'>('tainan')),
    ),
    product: fc.option(fc.constantFrom('R-520', 'AC-28')),
    timesReopened: fc.nat(2),
    outcomes: fc.array(fc.option(fc.constantFrom(...satisfactions)), { maxLength: 3 }),
    granted: fc.array(
      fc.record({
        amount: fc.nat(900),
        kind: fc.constantFrom('refund' as const, 'points' as const),
        state: fc.constantFrom('asked' as const, 'granted' as const, 'done' as const, 'refused' as const),
      }),
      { maxLength: 3 },
    ),
  })
  .map((row) => ({ ...row, id: `p${(made += 1)}` }));
type Row = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;

function changesOf(row: Row): Change[] {
  const { id, causeId, tier, product, outcomes, granted, ...rest } = row;
  const caseId = asId<'case'>(id);
  return [
    {
      put: 'case',
      case: aCase(id, {
        ...rest,
        customerId: tier === null ? null : asId(tier),
        cause: causeId === null ? null : { causeId, whys: [], note: '' },
        product: product === null ? null : { name: product, productId: null, orderId: null },
      }),
    },
    ...outcomes.map((outcome, nth): Change => ({
      put: 'satisfactionCheck',
      check: aCheck(`${id} ${nth}`, { caseId, from: nth, outcome, endedAt: outcome === null ? null : nth }),
    })),
    ...granted.map((one, nth): Change => ({
      put: 'compensation',
      compensation: {
        ...{ compensationId: asId(`${id} ${nth}`), caseId, customerId: null, ...one },
        ...{ category: 'late', tier: null, causeId: null, reason: '', evidence: '', askedBy: maya },
        ...{ grade: 'agent', askedAt: 1, decideBy: null, endorsedBy: null, decidedBy: null },
        ...{ decidedAt: null, decision: '', doneAt: null, version: 1 },
      },
    })),
  ];
}

/** The same, told by hand. */
function asCounted({ openedAt, type, category, causeId, tier, servicePointId, product, ...row }: Row) {
  const outcome = row.outcomes.findLast((one) => one !== null) ?? null;
  const is = (wanted: string) => (outcome === wanted ? 1 : 0);
  const money = row.granted.filter(
    ({ kind, state }) => kind !== 'points' && state !== 'asked' && state !== 'refused',
  );
  return {
    ...{ openedAt, type, category, outcome, causeId, tier, servicePointId, product },
    counts: {
      cases: 1,
      costMinor: money.reduce((sum, { amount }) => sum + amount, 0),
      reopened: row.timesReopened > 0 ? 1 : 0,
      satisfied: is('satisfied'),
      notSatisfied: is('notSatisfied'),
      notReached: is('notReached'),
    },
  };
}

const some = <Value>(...values: Value[]) => fc.option(fc.subarray(values, { minLength: 1 }), { freq: 1 });
const filters: fc.Arbitrary<CaseFilter> = fc.record({
  types: some(...caseTypes),
  categories: some('late', 'damaged'),
  causes: some(defect, carrier, null),
  tiers: some(...tiers, null),
  servicePoints: some(asId<'servicePoint'>('taipei'), null),
  products: some('R-520', null),
  outcomes: some(...satisfactions),
  reopened: fc.boolean(),
});

function isMeant(filter: CaseFilter, row: ReturnType<typeof asCounted>): boolean {
  const among = (list: readonly unknown[] | null, value: unknown) => list === null || list.includes(value);
  return (
    row.openedAt >= 10 &&
    row.openedAt < 60 &&
    among(filter.types, row.type) &&
    among(filter.categories, row.category) &&
    among(filter.causes, row.causeId) &&
    among(filter.tiers, row.tier) &&
    among(filter.servicePoints, row.servicePointId) &&
    among(filter.products, row.product) &&
    among(filter.outcomes, row.outcome) &&
    (!filter.reopened || row.counts.reopened > 0)
  );
}

/** Sums by what cells are told by, in one order. */
function summary(cells: readonly CaseCell[]) {
  const sums = new Map<string, CaseCell[]>();
  for (const cell of cells) {
    const { causeId, tier, servicePointId, product } = cell;
    const key = JSON.stringify([causeId, tier, servicePointId, product]);
    sums.set(key, [...(sums.get(key) ?? []), cell]);
  }
  return [...sums]
    .map(([key, alike]) => ({ key, counts: totalOf(alike) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
