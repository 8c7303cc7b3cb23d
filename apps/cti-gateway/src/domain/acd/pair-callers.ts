import type { AgentId, QueueId } from '@ringside/shared/model/ids';
import type { SkillNeed } from '../centre/queue.ts';
import type { IdleAgent } from './choose-agent.ts';
import { chooseAgent } from './choose-agent.ts';
import type { Place } from './waiting-order.ts';
import { comparePlaces } from './waiting-order.ts';

export interface WaitingCaller extends Place {
  readonly queueId: QueueId;
  readonly passedOver: readonly AgentId[];
}

export interface Pair {
  readonly caller: WaitingCaller;
  readonly agent: IdleAgent;
}

/**
 * Gives every waiting caller who can have one an agent, first come first served (ACD-5). After it, nobody waits for
 * whom a fitting agent is idle (ACD-6). `skillsOf` says what each queue asks for; `order` puts callers in line.
 */
export function pairCallers(
  callers: Iterable<WaitingCaller>,
  agents: Iterable<IdleAgent>,
  skillsOf: (queueId: QueueId) => readonly SkillNeed[],
  order: (a: WaitingCaller, b: WaitingCaller) => number = comparePlaces,
): readonly Pair[] {
  const idle = new Set(agents);
  const withoutAgents = new Set<QueueId>();
  const pairs: Pair[] = [];
  for (const caller of [...callers].sort(order)) {
    if (idle.size === 0) break;
    if (withoutAgents.has(caller.queueId)) continue;
    const agent = chooseAgent(skillsOf(caller.queueId), caller.passedOver, idle);
    if (agent === null) {
      withoutAgents.add(caller.queueId);
      continue;
    }
    idle.delete(agent);
    pairs.push({ caller, agent });
  }
  return pairs;
}
