import type { AgentId, CallId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { chooseAgent, firstLeft } from './choose-agent.ts';
import { IdleAgents } from './idle-agents.ts';
import { reasonFor } from './reason-for.ts';
import { ringOpensAt } from './rings.ts';
import type { InLine, Line, RoutingQuestion } from './routing-line.ts';
import { formLine, poolOf } from './routing-line.ts';
import type { RoutingReason } from './routing-reason.ts';

export interface Pair {
  readonly callId: CallId;
  readonly agentId: AgentId;
  readonly why: RoutingReason;
}

export interface RoutingDecision {
  readonly pairs: readonly Pair[];
  /** when time alone may make another pair possible; null: only if somebody comes or goes */
  readonly lookAgainAt: Instant | null;
}

/**
 * SPEC ACD: who of those who wait is offered to whom of those who are ready. Callers are taken in line, each gets the
 * agent who fits best; after it, nobody waits for whom a fitting agent is ready (ACD-6), but for who is kept for a
 * preferred agent. Equal questions have equal answers, whatever the order of their lists.
 */
export function decideRouting(question: RoutingQuestion): RoutingDecision {
  if (question.callers.length === 0) return nothingToDo;
  const idle = new IdleAgents(question.agents);
  if (idle.left === 0) return nothingToDo;
  const line = formLine(question, idle);
  const pairs: Pair[] = [];
  const left: InLine[] = [];
  let keptUntil = Number.POSITIVE_INFINITY;
  for (const entry of line.entries) {
    if (idle.left === 0) return { pairs, lookAgainAt: null };
    entry.queue.placesGone += 1;
    const choice = chooseAgent(line, entry);
    if (choice.agent === null) {
      left.push(entry);
      keptUntil = Math.min(keptUntil, choice.keptUntil ?? keptUntil);
    } else {
      const { callId } = entry;
      pairs.push({ callId, agentId: choice.agent.agentId, why: reasonFor(line, entry, choice) });
    }
  }
  return { pairs, lookAgainAt: idle.left === 0 ? null : soonest(keptUntil, nextRingAt(line, left)) };
}

const nothingToDo: RoutingDecision = { pairs: [], lookAgainAt: null };

const soonest = (a: Instant, b: Instant): Instant | null => {
  const at = Math.min(a, b);
  return at === Number.POSITIVE_INFINITY ? null : at;
};

/** ACD-13: when a ring opens with somebody in it who is ready. What the guaranteed wait ends (a hold) is in its time already. */
function nextRingAt(line: Line, left: readonly InLine[]): Instant {
  let soonestAt = Number.POSITIVE_INFINITY;
  for (const { queue, ring, queuedAt, caller } of left) {
    if (caller.only !== undefined && caller.only !== null) continue;
    for (let next = ring + 1; next <= queue.rules.rings.length; next += 1) {
      const opensAt = ringOpensAt(queue.rules, next, queuedAt);
      if (opensAt >= soonestAt) break;
      if (firstLeft(poolOf(line, queue, next), line.idle) !== null) soonestAt = opensAt;
    }
  }
  return soonestAt;
}
