import type { AgentId } from '@ringside/shared/model/ids';
import type { MyDay } from '@ringside/shared/protocol/reference';
import { localDay } from '../../domain/centre/local-day.ts';
import type { Parts } from '../parts.ts';

/** An agent's own figures of the centre's present day. */
export async function myDay({ store, clock, centre, day }: Parts, agentId: AgentId): Promise<MyDay> {
  const { from, until } = localDay(clock.now(), centre.timeZone);
  const { talkMs, holdMs, wrapUpMs } = day.agent(agentId);
  return { ...(await store.agentFigures(agentId, from, until)), handleMs: talkMs + holdMs + wrapUpMs };
}
