import type { AgentId } from '@ringside/shared/model/ids';
import type { MyDay } from '@ringside/shared/protocol/reference';
import { localDay } from '../../domain/centre/local-day.ts';
import type { Parts } from '../parts.ts';

/** An agent's own figures of the centre's present day. */
export async function myDay({ store, clock, centre }: Parts, agentId: AgentId): Promise<MyDay> {
  const { from, until } = localDay(clock.now(), centre.timeZone);
  return { ...(await store.agentFigures(agentId, from, until)) };
}
