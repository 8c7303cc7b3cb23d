import type { Satisfaction } from '@ringside/shared/model/case-stage';
import type { Instant } from '@ringside/shared/model/instant';
import type { Case } from '../domain/case/case.ts';
import type { CaseCell } from '../domain/prevention/case-figures.ts';
import type { CaseFilter, Store } from '../ports/store.ts';
import type { MemoryTables } from './memory-tables.ts';

type Queries = Pick<
  Store,
  | 'checkOfTask'
  | 'openTaskCount'
  | 'preventionsOfCase'
  | 'preventions'
  | 'preventionsOfOwner'
  | 'causeFixedAt'
  | 'causeIsNamed'
  | 'caseCells'
  | 'casesBehind'
  | 'casesOfCause'
  | 'unnamedComplaints'
  | 'contactsBetween'
>;

/** Satisfaction, measures and their figures in memory: each case a cell of its own, counted one by one. */
export function memoryPrevention(read: () => MemoryTables): Queries {
  const measures = () => [...read().preventions.values()];
  const cases = (from: Instant, until: Instant) =>
    [...read().cases.values()].filter(({ openedAt }) => openedAt >= from && openedAt < until);
  return {
    checkOfTask: async (taskId) =>
      [...read().satisfactionChecks.values()].find((check) => check.taskId === taskId) ?? null,
    openTaskCount: async (owner, most) =>
      Math.min(
        most,
        [...read().tasks.values()].filter((task) => task.ownerId === owner && task.finishedAt === null)
          .length,
      ),
    preventionsOfCase: async (caseId) =>
      measures()
        .filter((one) => one.caseId === caseId)
        .toSorted((a, b) => a.madeAt - b.madeAt),
    preventions: async (which, limit) =>
      measures()
        .filter(({ verdict }) => which === 'all' || verdict === null)
        .toSorted(which === 'open' ? (a, b) => a.dueAt - b.dueAt : (a, b) => b.madeAt - a.madeAt)
        .slice(0, limit),
    preventionsOfOwner: async (owner, limit) =>
      measures()
        .filter(({ ownerId }) => ownerId === owner)
        .toSorted((a, b) => b.dueAt - a.dueAt)
        .slice(0, limit),
    causeFixedAt: async (causeId, before) =>
      measures()
        .filter((one) => one.causeId === causeId)
        .flatMap(({ doneAt }) => (doneAt === null || doneAt >= before ? [] : [doneAt]))
        .toSorted((a, b) => b - a)[0] ?? null,
    causeIsNamed: async (causeId) =>
      measures().some((one) => one.causeId === causeId) ||
      [...read().cases.values()].some(({ cause }) => cause?.causeId === causeId),
    caseCells: async (filter, from, until) =>
      cases(from, until)
        .filter((one) => isMeant(read(), filter, one))
        .map((one) => cellOf(read(), one)),
    casesBehind: async (filter, { from, until, before, limit }) =>
      cases(from, until)
        .filter((one) => isMeant(read(), filter, one))
        .toSorted(newestFirst)
        .filter((one) => before === null || newestFirst(before, one) < 0)
        .slice(0, limit),
    casesOfCause: async (causeId, from, until) =>
      cases(from, until).filter(({ cause }) => cause?.causeId === causeId).length,
    unnamedComplaints: async (from, until) =>
      cases(from, until).filter(({ cause, type }) => cause === null && type === 'complaint').length,
    contactsBetween: async (from, until) =>
      [...read().calls.values()].filter(
        ({ direction, answeredAt }) =>
          direction === 'inbound' && answeredAt !== null && answeredAt >= from && answeredAt < until,
      ).length,
  };
}

type Place = Pick<Case, 'openedAt' | 'caseId'>;
const newestFirst = (a: Place, b: Place): number => {
  if (a.openedAt !== b.openedAt) return b.openedAt - a.openedAt;
  if (a.caseId === b.caseId) return 0;
  return a.caseId < b.caseId ? 1 : -1;
};

const tierOf = ({ customers }: MemoryTables, { customerId }: Case) =>
  customerId === null ? null : (customers.get(customerId)?.tier.tier ?? null);

function isMeant(tables: MemoryTables, filter: CaseFilter, one: Case): boolean {
  const among = <Value>(list: readonly Value[] | null, value: Value): boolean =>
    list === null || list.includes(value);
  return (
    among(filter.types, one.type) &&
    among(filter.categories, one.category) &&
    among(filter.causes, one.cause?.causeId ?? null) &&
    among(filter.tiers, tierOf(tables, one)) &&
    among(filter.servicePoints, one.servicePointId) &&
    among(filter.products, one.product?.name ?? null) &&
    among<Satisfaction | null>(filter.outcomes, lastOutcome(tables, one)) &&
    (!filter.reopened || one.timesReopened > 0)
  );
}

/** How the customer was last found. */
const lastOutcome = ({ satisfactionChecks }: MemoryTables, { caseId }: Case): Satisfaction | null =>
  [...satisfactionChecks.values()]
    .filter((check) => check.caseId === caseId && check.outcome !== null)
    .toSorted((a, b) => a.from - b.from)
    .at(-1)?.outcome ?? null;

function cellOf(tables: MemoryTables, one: Case): CaseCell {
  const given = [...tables.compensations.values()].filter(
    ({ caseId, state, kind }) =>
      caseId === one.caseId && (state === 'granted' || state === 'done') && kind !== 'points',
  );
  const outcome = lastOutcome(tables, one);
  return {
    causeId: one.cause?.causeId ?? null,
    tier: tierOf(tables, one),
    servicePointId: one.servicePointId,
    product: one.product?.name ?? null,
    counts: {
      cases: 1,
      costMinor: given.reduce((sum, { amount }) => sum + amount, 0),
      reopened: one.timesReopened > 0 ? 1 : 0,
      satisfied: outcome === 'satisfied' ? 1 : 0,
      notSatisfied: outcome === 'notSatisfied' ? 1 : 0,
      notReached: outcome === 'notReached' ? 1 : 0,
    },
  };
}
