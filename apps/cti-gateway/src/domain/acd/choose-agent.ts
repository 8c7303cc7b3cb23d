import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { IdleAgents, Pool, RoutableAgent } from './idle-agents.ts';
import { hasAll } from './idle-agents.ts';
import type { PreferredStanding, PreferredVerdict } from './preferred-agent.ts';
import { candidatesFor, preferredVerdict } from './preferred-agent.ts';
import { needsIn } from './rings.ts';
import type { InLine, Line } from './routing-line.ts';
import { poolOf } from './routing-line.ts';
import type { AgentChoice, PreferredOutcome } from './routing-reason.ts';
import { guaranteedAt } from './waiting-order.ts';

export interface Chosen {
  readonly agent: RoutableAgent;
  readonly how: AgentChoice;
  readonly preferred: PreferredOutcome | null;
}

/** An agent, or nobody now; `keptUntil`: because the caller is kept for a preferred agent until then. */
export type Choice = Chosen | { readonly agent: null; readonly keptUntil: Instant | null };

const nobody: Choice = { agent: null, keptUntil: null };

/** Chooses for the next caller in line, and takes the agent out of those who are ready. */
export function chooseAgent(line: Line, entry: InLine): Choice {
  const { only } = entry.caller;
  if (only !== undefined && only !== null) return named(line, only);
  const verdict = verdictOn(line, entry);
  switch (verdict.say) {
    case 'take': {
      const agent = takeAt(line.idle, line.idle.positionOf(verdict.candidate.agentId));
      return agent === null
        ? nobody
        : { agent, how: 'preferredAgent', preferred: { ...verdict.candidate, outcome: 'taken' } };
    }
    case 'wait':
      return { agent: null, keptUntil: verdict.until };
    case 'anybody':
      return fromPool(line, entry, verdict.outcome);
  }
}

function named({ idle }: Line, only: AgentId): Choice {
  const position = idle.positionOf(only);
  const agent = position < 0 || idle.isTaken(position) ? null : takeAt(idle, position);
  return agent === null ? nobody : { agent, how: 'named', preferred: null };
}

function verdictOn(line: Line, { caller, queue, ring, queuedAt }: InLine): PreferredVerdict {
  const rule = queue.rules.preferredAgent;
  const candidates = candidatesFor(rule, caller.standing);
  if (rule === null || candidates.length === 0) return anybody;
  const holdUntil = Math.min(queuedAt + rule.waitFor, guaranteedAt(queuedAt, queue.rules));
  const needed = needsIn(queue.rules, ring);
  const standingOf = (agentId: AgentId): PreferredStanding => {
    const position = line.idle.positionOf(agentId);
    const ready = position < 0 || line.idle.isTaken(position) ? undefined : line.idle.inTurn[position];
    const agent = ready ?? line.soon.get(agentId);
    if (agent === undefined || agent.onlyNamed === true) return 'notReady';
    if (caller.passedOver.includes(agentId)) return 'passedOver';
    if (!hasAll(agent.skills, needed)) return 'lacksSkills';
    return ready === undefined ? 'soon' : 'ready';
  };
  return preferredVerdict(candidates, standingOf, { now: line.now, holdUntil });
}

const anybody: PreferredVerdict = { say: 'anybody', outcome: null };

function fromPool(line: Line, entry: InLine, preferred: PreferredOutcome | null): Choice {
  const { idle } = line;
  const pool = poolOf(line, entry.queue, entry.ring);
  const first = firstLeft(pool, idle);
  if (first === null) return nobody;
  const { passedOver } = entry.caller;
  const index = passedOver.length === 0 ? first : firstOther(pool, idle, passedOver);
  const how = index === null ? 'lastResort' : howChosen(pool, idle, index, passedOver);
  const agent = takeAt(idle, index ?? first);
  return agent === null ? nobody : { agent, how, preferred };
}

/** Where the pool's best who is left stands; null: nobody is left. */
export function firstLeft(pool: Pool, idle: IdleAgents): number | null {
  const { inOrder } = pool;
  while (pool.cursor < inOrder.length && idle.isTaken(inOrder[pool.cursor] ?? 0)) pool.cursor += 1;
  return inOrder[pool.cursor] ?? null;
}

/** ACD-4: those who let the call pass come last. */
function firstOther(pool: Pool, idle: IdleAgents, passedOver: readonly AgentId[]): number | null {
  for (let i = pool.cursor; i < pool.inOrder.length; i += 1) {
    const index = pool.inOrder[i] ?? 0;
    if (isOther(idle, index, passedOver)) return index;
  }
  return null;
}

function howChosen(pool: Pool, idle: IdleAgents, index: number, passedOver: readonly AgentId[]): AgentChoice {
  if (pool.inOrder.length === 1) return 'onlyOne';
  if (pool.inOrder === pool.byTurn) return 'longestIdle';
  while (isTakenAt(pool, idle)) pool.turnCursor += 1;
  for (let i = pool.turnCursor; i < pool.byTurn.length; i += 1) {
    const other = pool.byTurn[i] ?? 0;
    if (isOther(idle, other, passedOver)) return other === index ? 'longestIdle' : 'preferredSkills';
  }
  return 'longestIdle';
}

const isTakenAt = ({ byTurn, turnCursor }: Pool, idle: IdleAgents): boolean =>
  turnCursor < byTurn.length && idle.isTaken(byTurn[turnCursor] ?? 0);

function isOther(idle: IdleAgents, index: number, passedOver: readonly AgentId[]): boolean {
  const agentId = idle.inTurn[index]?.agentId;
  return agentId !== undefined && !idle.isTaken(index) && !passedOver.includes(agentId);
}

function takeAt(idle: IdleAgents, index: number): RoutableAgent | null {
  const agent = idle.inTurn[index];
  if (agent === undefined) return null;
  idle.take(index);
  return agent;
}
