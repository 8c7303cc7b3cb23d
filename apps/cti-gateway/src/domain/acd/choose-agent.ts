import type { AgentId, SkillId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { SkillNeed } from '../centre/queue.ts';

/** An agent who is ready and can be reached now. */
export interface IdleAgent {
  readonly agentId: AgentId;
  /** with the proficiency, 1 to 5 */
  readonly skills: ReadonlyMap<SkillId, number>;
  /** since when they wait for a call; the lower, the sooner it is their turn */
  readonly idleSince: Instant;
}

/**
 * ACD-1 to ACD-4: of those with every skill the queue asks for, the one who has waited longest. Agents who let this
 * call pass come last, and only when nobody else is ready. null: nobody fits. Equal waits go by id, so that the choice
 * is the same wherever it is made.
 */
export function chooseAgent(
  needed: readonly SkillNeed[],
  passedOver: readonly AgentId[],
  idle: Iterable<IdleAgent>,
): IdleAgent | null {
  let best: IdleAgent | null = null;
  for (const agent of idle) {
    if (!hasAll(agent, needed)) continue;
    if (best === null || comesBefore(agent, best, passedOver)) best = agent;
  }
  return best;
}

const hasAll = (agent: IdleAgent, needed: readonly SkillNeed[]): boolean =>
  needed.every(({ skillId, level }) => (agent.skills.get(skillId) ?? 0) >= level);

function comesBefore(a: IdleAgent, b: IdleAgent, passedOver: readonly AgentId[]): boolean {
  const aPassed = passedOver.includes(a.agentId);
  if (aPassed !== passedOver.includes(b.agentId)) return !aPassed;
  if (a.idleSince !== b.idleSince) return a.idleSince < b.idleSince;
  return a.agentId < b.agentId;
}
