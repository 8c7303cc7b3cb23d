import { severities } from '@ringside/shared/model/case-stage';
import { days } from '@ringside/shared/model/instant';
import { isOpen } from '../domain/clock/clock-life.ts';
import type { Case } from '../domain/case/case.ts';
import type { CaseToRank, WorkFilter, WorkPlace, WorkRow, WorkSort, WorkStore } from '../ports/work-list.ts';
import type { MemoryTables } from './memory-tables.ts';

/** The work list's part of the memory store. */
export function memoryWork(read: () => MemoryTables): WorkStore {
  const open = (): Case[] => [...read().cases.values()].filter(({ closedAt }) => closedAt === null);
  const rowOf = (one: Case): WorkRow => ({
    case: one,
    ...(read().caseRanks.get(one.caseId) ?? { tier: null, dueAt: null }),
  });
  const fitting = (filter: WorkFilter): WorkRow[] =>
    open()
      .map(rowOf)
      .filter((row) => fits(row, filter));
  const openPromises = () =>
    [...read().promises.values()].filter(({ keptAt }) => keptAt === null).sort((a, b) => a.dueAt - b.dueAt);
  return {
    casesToRank: async (until, limit) =>
      open()
        .filter(({ rankAgainAt }) => rankAgainAt !== null && rankAgainAt <= until)
        .sort((a, b) => (a.rankAgainAt ?? 0) - (b.rankAgainAt ?? 0))
        .slice(0, limit)
        .map((one) => toRank(read(), one)),
    caseRanksOf: async (caseIds) =>
      caseIds.flatMap((caseId) => {
        const one = read().cases.get(caseId);
        return one && one.closedAt === null ? [toRank(read(), one)] : [];
      }),
    nextRankAt: async () => least(open().map(({ rankAgainAt }) => rankAgainAt)),
    workPage: async (filter, sort, after, limit) =>
      fitting(filter)
        .filter((row) => sort !== 'due' || row.dueAt !== null)
        .sort((a, b) => compare(placeOf(a), placeOf(b), sort))
        .filter((row) => after === null || compare(placeOf(row), after, sort) > 0)
        .slice(0, limit),
    workCount: async (filter, most) => {
      const count = fitting(filter).length;
      return { count: Math.min(count, most), more: count > most };
    },
    workLoad: async (agentId, now, endOfDay) => {
      const mine = open()
        .filter(({ ownerId }) => ownerId === agentId)
        .map(rowOf);
      const openOf = (severity: Case['severity']) =>
        mine.filter((row) => row.case.severity === severity).length;
      const [minor = 0, moderate = 0, serious = 0, safety = 0] = severities.map(openOf);
      return {
        open: { minor, moderate, serious, safety },
        overdue: mine.filter(({ dueAt }) => dueAt !== null && dueAt < now).length,
        tasksDue: [...read().tasks.values()].filter(
          (task) => task.ownerId === agentId && task.finishedAt === null && task.dueAt < endOfDay,
        ).length,
        promisesAtRisk: openPromises().filter(
          ({ ownerId, dueAt }) => ownerId === agentId && dueAt <= now + days(1),
        ).length,
      };
    },
    openPromises: async (limit) => openPromises().slice(0, limit),
  };
}

function toRank({ cases, customers, promises, caseClocks, caseRanks }: MemoryTables, one: Case): CaseToRank {
  const { caseId, customerId, openedAt, version, priority, rankAgainAt } = one;
  const { severity, impact, urgency, legal, feeling, timesReopened } = one;
  const earlier = [...cases.values()].filter(
    (other) =>
      customerId !== null &&
      other.customerId === customerId &&
      other.type === 'complaint' &&
      other.openedAt < openedAt &&
      other.openedAt > openedAt - days(90),
  );
  const theirs = [...promises.values()].filter(
    (promise) =>
      promise.keptAt === null &&
      (promise.caseId === caseId || (customerId !== null && promise.customerId === customerId)),
  );
  const clocks = [...caseClocks.values()].filter((clock) => clock.caseId === caseId && isOpen(clock));
  return {
    caseId,
    version,
    facts: {
      ...{ severity, impact, urgency, legal, feeling, timesReopened, openedAt },
      tier: customerId === null ? null : (customers.get(customerId)?.tier.tier ?? null),
      repeats: earlier.length,
      promiseDueAt: least(theirs.map(({ dueAt }) => dueAt)),
      clockDueAt: least(clocks.map(({ dueAt, breachedAt }) => dueAt ?? breachedAt)),
    },
    ranked: { priority, rankAgainAt, ...(caseRanks.get(caseId) ?? { tier: null, dueAt: null }) },
  };
}

function fits({ case: one, tier, dueAt }: WorkRow, filter: WorkFilter): boolean {
  const { owner, team, stages, due, text } = filter;
  const within = <Word extends string>(words: readonly Word[], word: Word | null) =>
    words.length === 0 || (word !== null && words.includes(word));
  const contains = (whole: string, part: string) => whole.toLowerCase().includes(part.toLowerCase());
  return (
    (owner === null || (owner === 'nobody' ? one.ownerId === null : one.ownerId === owner)) &&
    (team === null ||
      (team.familyId !== null && one.familyId === team.familyId) ||
      (one.ownerId !== null && team.people.includes(one.ownerId))) &&
    within(filter.types, one.type) &&
    (stages.length === 0 || stages.some(({ type, stage }) => type === one.type && stage === one.stage)) &&
    within(filter.severities, one.severity) &&
    within(filter.tiers, tier) &&
    within(filter.categories, one.category) &&
    (due === null || (dueAt !== null && dueAt >= (due.from ?? dueAt) && dueAt < due.until)) &&
    (!filter.reopenedOnly || one.timesReopened > 0) &&
    (text === null ||
      contains(one.title, text.part) ||
      contains(one.reference, text.part) ||
      (one.customerId !== null && text.customers.includes(one.customerId)))
  );
}

const placeOf = ({ case: { caseId, openedAt, priority }, dueAt }: WorkRow): WorkPlace => ({
  caseId,
  score: priority.score,
  openedAt,
  dueAt,
});

function compare(a: WorkPlace, b: WorkPlace, sort: WorkSort): number {
  const byId = a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0;
  switch (sort) {
    case 'priority':
      return b.score - a.score || a.openedAt - b.openedAt || byId;
    case 'due':
      return (a.dueAt ?? 0) - (b.dueAt ?? 0) || byId;
    case 'oldest':
      return a.openedAt - b.openedAt || byId;
    case 'newest':
      return b.openedAt - a.openedAt || -byId;
  }
}

const least = (times: readonly (number | null)[]): number | null =>
  times.reduce(
    (soonest, at) => (soonest === null || at === null ? (soonest ?? at) : Math.min(soonest, at)),
    null,
  );
