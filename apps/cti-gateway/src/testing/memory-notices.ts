import type { Store } from '../ports/store.ts';
import type { MemoryTables } from './memory-tables.ts';

type Queries = Pick<Store, 'notice' | 'noticesUnderWay' | 'noticesInTrouble'>;

/** Notices to colleagues in memory. */
export function memoryNotices(read: () => MemoryTables): Queries {
  const inState = (...states: readonly string[]) =>
    [...read().notices.values()].filter(({ state }) => states.includes(state));
  return {
    notice: async (id) => read().notices.get(id) ?? null,
    noticesUnderWay: async () => {
      const counts: Record<string, number> = {};
      for (const { state } of inState('queued', 'sending', 'unsure', 'failed'))
        counts[state] = (counts[state] ?? 0) + 1;
      return counts;
    },
    noticesInTrouble: async (since, limit) =>
      inState('unsure', 'failed')
        .filter(({ queuedAt }) => queuedAt >= since)
        .sort((a, b) => b.queuedAt - a.queuedAt)
        .slice(0, limit),
  };
}
