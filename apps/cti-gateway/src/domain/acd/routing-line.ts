import type { AgentId, QueueId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Queue } from '../centre/queue.ts';
import type { IdleAgents, Pool, RoutableAgent } from './idle-agents.ts';
import { needsIn, ringAfter } from './rings.ts';
import type { Place, Rank } from './waiting-order.ts';
import { compareRanks, rankOf } from './waiting-order.ts';

/** What routing must know of a queue. */
export type RoutingQueue = Pick<
  Queue,
  'queueId' | 'skills' | 'preferredSkills' | 'rings' | 'priority' | 'guaranteedWait' | 'preferredAgent'
>;

export interface WaitingCaller extends Place {
  readonly queueId: QueueId;
  /** agents who let this call pass */
  readonly passedOver: readonly AgentId[];
  /** nobody else may have this call, and their skills are not asked about: a person chose them; absent: anybody */
  readonly only?: AgentId | null;
  /** callers of this queue who were given an agent while this one waited; absent or null: not known */
  readonly servedMeanwhile?: number | null;
}

export interface RoutingQuestion {
  readonly now: Instant;
  readonly callers: readonly WaitingCaller[];
  readonly agents: readonly RoutableAgent[];
  readonly queues: readonly RoutingQueue[];
}

/** One caller, where they stand in the line of all queues. */
export interface InLine extends Rank {
  readonly caller: WaitingCaller;
  readonly queue: QueueInLine;
  /** the widest ring that has opened for them */
  readonly ring: number;
}

/** A queue during one decision. */
export interface QueueInLine {
  readonly rules: RoutingQueue;
  /** false: no longer in the centre; its callers are still served, by anybody */
  readonly known: boolean;
  /** by ring, made when first asked for */
  readonly pools: Pool[];
  inLine: number;
  placesGone: number;
  /** the best that anybody who has not reached the guaranteed wait counts from */
  firstWithoutGuarantee: Instant;
}

export interface Line {
  readonly now: Instant;
  /** first is first */
  readonly entries: readonly InLine[];
  readonly idle: IdleAgents;
  readonly soon: ReadonlyMap<AgentId, RoutableAgent>;
}

/** Everybody who waits, in the order in which they are given agents. */
export function formLine({ now, callers, agents, queues }: RoutingQuestion, idle: IdleAgents): Line {
  const byId = new Map(queues.map((rules) => [rules.queueId, queueInLine(rules, true)]));
  const entries = callers.map((caller) => {
    let queue = byId.get(caller.queueId);
    if (queue === undefined) byId.set(caller.queueId, (queue = queueInLine(noRules(caller.queueId), false)));
    return inLine(caller, queue, now);
  });
  entries.sort(compareRanks);
  const soon = new Map<AgentId, RoutableAgent>();
  for (const agent of agents) if (agent.free === 'soon') soon.set(agent.agentId, agent);
  return { now, entries, idle, soon };
}

function inLine(caller: WaitingCaller, queue: QueueInLine, now: Instant): InLine {
  const { rules, known } = queue;
  const rank = rankOf(caller, known ? rules : null, now);
  queue.inLine += 1;
  if (!rank.guaranteed && rank.countsFrom < queue.firstWithoutGuarantee)
    queue.firstWithoutGuarantee = rank.countsFrom;
  return { ...rank, caller, queue, ring: ringAfter(now - caller.queuedAt, rules) };
}

/** The ready agents who fit a queue in a ring. */
export function poolOf({ idle }: Line, { rules, pools }: QueueInLine, ring: number): Pool {
  return (pools[ring] ??= idle.pool(needsIn(rules, ring), rules.preferredSkills));
}

const queueInLine = (rules: RoutingQueue, known: boolean): QueueInLine => ({
  rules,
  known,
  pools: [],
  inLine: 0,
  placesGone: 0,
  firstWithoutGuarantee: Number.POSITIVE_INFINITY,
});

const noRules = (queueId: QueueId): RoutingQueue => ({
  queueId,
  skills: [],
  preferredSkills: [],
  rings: [],
  priority: {
    tiers: { mvc: 0, mgc: 0, standard: 0, bz: 0 },
    unknown: 0,
    openComplaint: 0,
    abandonedBefore: 0,
    hotlines: {},
  },
  guaranteedWait: null,
  preferredAgent: null,
});
