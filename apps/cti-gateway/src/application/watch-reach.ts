import type { AgentId } from '@ringside/shared/model/ids';
import type { Deadline } from '../ports/store.ts';
import { reachOf } from './floor.ts';
import { move } from './set-presence.ts';
import type { Parts } from './parts.ts';

/** When an agent who is Ready and can't be reached is set Not ready (PRES-6). */
export interface ReachDeadline {
  readonly look: 'reach';
  readonly agentId: AgentId;
}

const keyOf = (agentId: AgentId): string => `reach ${agentId}`;

/** Page or station came or went: calls may come again, or the watch begins. */
export function reachChanged(parts: Parts, agentId: AgentId): void {
  const agent = parts.floor.agents.get(agentId);
  if (!agent) return;
  if (reachOf(parts.floor, agent) !== null) {
    parts.deadlines.unwatch(keyOf(agentId));
    parts.route();
    return;
  }
  const silentSince = agent.page?.lastAnswerAt ?? parts.clock.now();
  const at = Math.max(parts.clock.now(), silentSince + parts.settings.timings.pageSilence);
  const body: ReachDeadline = { look: 'reach', agentId };
  const deadline: Deadline = { key: keyOf(agentId), at, body };
  parts.deadlines.watch(deadline);
}

/** PRES-6: nobody is sent work they can't hear of. */
export function lookAtReach(parts: Parts, agentId: AgentId): void {
  const agent = parts.floor.agents.get(agentId);
  if (agent?.presence.state !== 'ready' || reachOf(parts.floor, agent) !== null) return;
  parts.log.warn('agent out of reach', { agentId });
  move(parts, agentId, { move: 'lose' }).catch((cause: unknown) => {
    parts.log.error('a presence could not be written', { agentId, cause: String(cause) });
  });
}
