import type { QueueView } from '@ringside/shared/protocol/reference';
import type { QueueId } from '@ringside/shared/model/ids';
import { servesQueues } from '../../domain/agent/agent.ts';
import type { Centre } from '../../domain/centre/centre.ts';
import type { SkillNeed } from '../../domain/centre/queue.ts';
import type { Floor, FloorAgent } from '../floor.ts';

/** Who waits and who is there, per queue. */
export function queueViews(floor: Floor, centre: Centre): QueueView[] {
  const waits = new Map<QueueId, { waiting: number; longestSince: number | null }>();
  for (const { call } of floor.calls.values()) {
    if (call.state !== 'queued' && call.state !== 'offered') continue;
    const wait = waits.get(call.queueId) ?? { waiting: 0, longestSince: null };
    wait.waiting += 1;
    wait.longestSince = Math.min(wait.longestSince ?? call.queuedAt, call.queuedAt);
    waits.set(call.queueId, wait);
  }
  return centre.queues.map(({ queueId, skills, rotaId }) => {
    // DUTY-1: who is on duty serves it, not agents
    const fitting =
      rotaId === null ? [...floor.agents.values()].filter((agent) => serves(agent, skills)) : [];
    return {
      queueId,
      ...(waits.get(queueId) ?? { waiting: 0, longestSince: null }),
      ready: fitting.filter(({ presence }) => presence.state === 'ready').length,
      signedIn: fitting.filter(({ presence }) => presence.state !== 'signedOut').length,
    };
  });
}

/** ACD-1: has every skill with the proficiency needed. */
export const serves = (agent: FloorAgent, needs: readonly SkillNeed[]): boolean =>
  servesQueues(agent.agent) && needs.every(({ skillId, level }) => (agent.skills.get(skillId) ?? 0) >= level);
