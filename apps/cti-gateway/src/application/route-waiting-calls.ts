import type { QueueId } from '@ringside/shared/model/ids';
import type { IdleAgent } from '../domain/acd/choose-agent.ts';
import type { SkillNeed } from '../domain/centre/queue.ts';
import type { WaitingCaller } from '../domain/acd/pair-callers.ts';
import { pairCallers } from '../domain/acd/pair-callers.ts';
import { reachOf } from './floor.ts';
import { makeOffer } from './make-offer.ts';
import type { Parts } from './parts.ts';

/** Routing as one function to call whenever a pair may have become possible (ACD-6). */
export function openRouting(parts: () => Parts): () => void {
  let routing = false;
  return () => {
    // an offer made below can't make another pair possible
    if (routing) return;
    routing = true;
    try {
      routeWaitingCalls(parts());
    } finally {
      routing = false;
    }
  };
}

function routeWaitingCalls(parts: Parts): void {
  if (parts.floor.waiting.size === 0) return;
  const skillsOf = (queueId: QueueId): readonly SkillNeed[] =>
    parts.centre.queues.find((queue) => queue.queueId === queueId)?.skills ?? [];
  const pairs = pairCallers(waitingCallers(parts), idleAgents(parts), skillsOf);
  for (const { caller, agent } of pairs) makeOffer(parts, caller.callId, agent.agentId);
}

function waitingCallers({ floor }: Parts): readonly WaitingCaller[] {
  return [...floor.waiting].flatMap(({ call }) => (call.state === 'queued' ? [call] : []));
}

/** ACD-7: ready, at a station that is registered and a page that answers. */
function idleAgents({ floor }: Parts): readonly IdleAgent[] {
  const idle: IdleAgent[] = [];
  for (const agent of floor.agents.values()) {
    if (agent.presence.state !== 'ready' || reachOf(floor, agent) === null) continue;
    idle.push({ agentId: agent.agent.agentId, skills: agent.skills, idleSince: agent.presence.since });
  }
  return idle;
}
