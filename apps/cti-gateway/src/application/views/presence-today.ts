import type { AgentId } from '@ringside/shared/model/ids';
import type { PresenceStretchView } from '@ringside/shared/protocol/presence';
import { localDay } from '../../domain/centre/local-day.ts';
import type { Parts } from '../parts.ts';

/** How an agent's own day went by states, on the centre's present day; what began the day before is told from midnight. */
export async function presenceToday(
  { store, clock, centre, journal }: Parts,
  agentId: AgentId,
): Promise<PresenceStretchView[]> {
  const { from, until } = localDay(clock.now(), centre.timeZone);
  await journal.written();
  const stretches = await store.presenceLog(from, until, agentId);
  return stretches.map((stretch) => ({
    state: stretch.state,
    reason: stretch.reason,
    since: Math.max(from, stretch.since),
    until: stretch.until,
  }));
}
