import { isOpen } from '../domain/clock/clock-life.ts';
import type { CaseClock } from '../domain/clock/case-clock.ts';
import type { Store } from '../ports/store.ts';
import type { MemoryTables } from './memory-tables.ts';

type ClockQueries = Pick<Store, 'clocksOfCase' | 'openCaseIds' | 'clocksAtRisk' | 'alertingClocks'>;

/** Clocks of cases, found by looking at all of them. */
export function memoryClocks(read: () => MemoryTables): ClockQueries {
  const open = () => [...read().caseClocks.values()].filter(isOpen);
  const due = (clock: CaseClock): number => clock.dueAt ?? Infinity;
  return {
    clocksOfCase: async (caseId) =>
      [...read().caseClocks.values()].filter((clock) => clock.caseId === caseId).sort(byKey),
    openCaseIds: async (after, limit) =>
      [...read().cases.values()]
        .filter(({ caseId, closedAt }) => closedAt === null && (after === null || caseId > after))
        .map(({ caseId }) => caseId)
        .sort(order)
        .slice(0, limit),
    clocksAtRisk: async ({ now, until }, limit) =>
      open()
        .filter((clock) => clock.dueAt !== null)
        .filter((clock) => due(clock) < (until ?? now) || (until === null && clock.warningsGiven > 0))
        .sort((a, b) => due(a) - due(b) || byKey(a, b))
        .slice(0, limit),
    alertingClocks: async (ownerId, limit) =>
      open()
        .filter(({ breachedAt, acknowledgedAt }) => breachedAt !== null && acknowledgedAt === null)
        .filter(({ caseId }) => {
          const one = read().cases.get(caseId);
          return ownerId === null || (one?.ownerId === ownerId && one.closedAt === null);
        })
        .sort((a, b) => (a.breachedAt ?? 0) - (b.breachedAt ?? 0))
        .slice(0, limit),
  };
}

type Key = Pick<CaseClock, 'caseId' | 'clock'>;
const byKey = (a: Key, b: Key): number => order(a.caseId, b.caseId) || order(a.clock, b.clock);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
