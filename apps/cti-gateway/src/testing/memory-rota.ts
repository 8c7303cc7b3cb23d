import type { AgentId } from '@ringside/shared/model/ids';
import type { RotaStore } from '../ports/rota-store.ts';
import type { MemoryTables } from './memory-tables.ts';

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Rotas and who asked for a manager, found by looking at all of them. */
export function memoryRota(read: () => MemoryTables): RotaStore {
  const requests = () => [...read().managerRequests.values()].sort((a, b) => a.askedAt - b.askedAt);
  const absences = () => [...read().absences.values()].filter(({ removedAt }) => removedAt === null);
  const swaps = () => [...read().swaps.values()].sort((a, b) => b.askedAt - a.askedAt);
  const stretches = (rotaId: string) =>
    [...read().dutyStretches.values()].filter((stretch) => stretch.rotaId === rotaId);
  return {
    rotaChanges: async (rotaId, from, until) =>
      [...read().rotaChanges.values()]
        .filter((change) => rotaId === null || change.rotaId === rotaId)
        .filter((change) => change.until > from && change.from < until)
        .sort((a, b) => a.madeAt - b.madeAt || order(a.changeId, b.changeId)),
    rotaChange: async (id) => read().rotaChanges.get(id) ?? null,
    absences: async (from, until) =>
      absences()
        .filter((absence) => absence.until > from && absence.from < until)
        .sort((a, b) => a.from - b.from || order(a.absenceId, b.absenceId)),
    absence: async (id) => read().absences.get(id) ?? null,
    absencesFromFeed: async (agentId) =>
      absences().filter((absence) => absence.agentId === agentId && absence.feedUid !== null),
    followedCalendar: async (agentId) => read().followedCalendars.get(agentId) ?? null,
    followedCalendars: async () =>
      [...read().followedCalendars.values()].sort((a, b) => order(a.agentId, b.agentId)),
    swap: async (id) => read().swaps.get(id) ?? null,
    swaps: async (rotaId, limit) =>
      swaps()
        .filter((swap) => rotaId === null || swap.rotaId === rotaId)
        .slice(0, limit),
    openSwaps: async () => swaps().filter(({ endedAt }) => endedAt === null),
    dutyStretches: async (rotaId, from, until) =>
      stretches(rotaId)
        .filter((stretch) => stretch.until > from && stretch.from < until)
        .sort((a, b) => order(a.layer, b.layer) || a.from - b.from),
    dutyWrittenUntil: async (rotaId) =>
      stretches(rotaId).reduce<number | null>((last, { until }) => Math.max(last ?? 0, until), null),
    dutyContacts: async () => [...read().dutyContacts.values()],
    managerRequest: async (id) => read().managerRequests.get(id) ?? null,
    managerRequestOfCall: async (callId) =>
      requests().findLast((request) => request.callId === callId) ?? null,
    managerRequestsOfCase: async (caseId) => requests().filter((request) => request.caseId === caseId),
    openManagerRequests: async () => requests().filter(({ closedAt }) => closedAt === null),
    managerRequests: async (rotaId, from, until, limit) =>
      requests()
        .filter((request) => rotaId === null || request.rotaId === rotaId)
        .filter(({ askedAt }) => askedAt >= from && askedAt < until)
        .toReversed()
        .slice(0, limit),
    managerRequestsTaken: async (from, until) => {
      const counts = new Map<AgentId, number>();
      for (const { askedAt, takenBy } of requests())
        if (takenBy !== null && askedAt >= from && askedAt < until)
          counts.set(takenBy, (counts.get(takenBy) ?? 0) + 1);
      return counts;
    },
    managerRequestsTakenBy: async (agentId, limit) =>
      requests()
        .filter(({ takenBy, closedAt }) => takenBy === agentId && closedAt !== null)
        .sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))
        .slice(0, limit),
    popLink: async (token) => read().popLinks.get(token) ?? null,
    popLinksOf: async (requestId) =>
      [...read().popLinks.values()]
        .filter((link) => link.requestId === requestId)
        .sort((a, b) => a.madeAt - b.madeAt),
    doneOnce: async (key) => read().doneOnce.get(key) ?? null,
  };
}
