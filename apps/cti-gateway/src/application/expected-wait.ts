import type { AgentId, QueueId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { hours } from '@ringside/shared/model/instant';
import { servesQueues } from '../domain/agent/agent.ts';
import type { Call, CallIn } from '../domain/call/call.ts';
import { hasAll } from '../domain/acd/idle-agents.ts';
import type { Rank } from '../domain/acd/waiting-order.ts';
import { compareRanks, rankOf } from '../domain/acd/waiting-order.ts';
import { callersAhead } from '../domain/waiting/callers-ahead.ts';
import type { ExpectedWait } from '../domain/waiting/expected-wait.ts';
import { expectedWait } from '../domain/waiting/expected-wait.ts';
import type { FloorAgent, LiveCall } from './floor.ts';
import type { Parts } from './parts.ts';
import type { HandlingMemory } from './waiting-memory.ts';

type InQueue = CallIn<'queued'> | CallIn<'turnComing'>;

const remembered = 50;
/** Calls of yesterday say little about this morning. */
export const rememberedFor: Milliseconds = hours(24);

/** Waits at one moment; what they have in common is worked out once. Ask for it, use it, let it go. */
export interface Waits {
  /** of somebody who calls this queue now; null: too little is known, or nobody is at work */
  ofQueue(queueId: QueueId): ExpectedWait | null;
  /** of somebody who waits already; `position` 1 is next in their own queue */
  ofCaller(call: InQueue): {
    readonly position: number;
    readonly agents: number;
    readonly wait: ExpectedWait | null;
  };
}

export function openWaits(parts: Parts): Waits {
  const { floor, centre, clock, whileWaiting } = parts;
  const now = clock.now();
  const pools = new Map<QueueId, Pool>();
  let inQueues: readonly InQueue[] | null = null;
  const callers = (): readonly InQueue[] =>
    (inQueues ??= [...floor.waiting].flatMap(({ call }) => (isInQueue(call) ? [call] : [])));
  const ranks = new Map<InQueue, Rank>();
  const rank = (call: InQueue): Rank => {
    const known = ranks.get(call);
    if (known) return known;
    const rules = centre.queues.find(({ queueId }) => queueId === call.queueId) ?? null;
    const made = rankOf(call, rules, now);
    ranks.set(call, made);
    return made;
  };
  const pool = (queueId: QueueId): Pool => {
    const known = pools.get(queueId);
    if (known) return known;
    const made = poolOf(parts, queueId);
    pools.set(queueId, made);
    return made;
  };
  const waitOf = (queueId: QueueId, isBefore: (caller: InQueue) => boolean): ExpectedWait | null => {
    const { all, ready } = pool(queueId);
    const queueOf = (caller: InQueue): QueueId => caller.queueId;
    const ahead = callersAhead({
      queueId,
      callers: callers(),
      queueOf,
      poolOf: (id) => pool(id).all,
      isBefore,
    });
    const { ofQueue, ofCentre } = whileWaiting.handling;
    return expectedWait(
      { ahead, agents: all.size, ready },
      { ofQueue: ofQueue.get(queueId) ?? [], ofCentre },
    );
  };
  return {
    ofQueue: (queueId) => waitOf(queueId, () => true),
    ofCaller: (call) => {
      const isBefore = (other: InQueue): boolean => compareRanks(rank(other), rank(call)) < 0;
      const inOwn = callers().filter((other) => other.queueId === call.queueId && isBefore(other));
      const agents = pool(call.queueId).all.size;
      return { position: inOwn.length + 1, agents, wait: waitOf(call.queueId, isBefore) };
    },
  };
}

const isInQueue = (call: Call): call is InQueue => call.state === 'queued' || call.state === 'turnComing';

interface Pool {
  readonly all: ReadonlySet<AgentId>;
  readonly ready: number;
}

/** Who is at work and has what the queue asks for at first; rings that open later bring more, and are not promised. */
function poolOf({ floor, centre }: Parts, queueId: QueueId): Pool {
  const queue = centre.queues.find((one) => one.queueId === queueId);
  // DUTY-1: its callers stand in no line of agents
  if (queue !== undefined && queue.rotaId !== null) return { all: new Set(), ready: 0 };
  const needed = queue?.skills ?? [];
  const all = new Set<AgentId>();
  let ready = 0;
  for (const [agentId, agent] of floor.agents) {
    if (!isAtWork(agent) || !servesQueues(agent.agent) || !hasAll(agent.skills, needed)) continue;
    all.add(agentId);
    if (agent.presence.state === 'ready') ready += 1;
  }
  return { all, ready };
}

const isAtWork = ({ presence }: FloorAgent): boolean =>
  presence.state !== 'signedOut' && presence.state !== 'notReady';

/** A call that was handled and closed is learned from. */
export function learnHandling({ whileWaiting }: Parts, { call }: LiveCall): void {
  if (call.state !== 'ended' || call.outcome !== 'handled' || call.queueId === null) return;
  learn(whileWaiting.handling, call.queueId, call.talkMs + call.holdMs + call.wrapUpMs);
}

/** What the last hours taught, read anew after a restart. */
export async function recoverHandling({ store, clock, whileWaiting }: Parts): Promise<void> {
  const since: Instant = clock.now() - rememberedFor;
  const recent = await store.recentHandling(since, remembered * 20);
  for (const { queueId, handleMs } of recent.toReversed()) learn(whileWaiting.handling, queueId, handleMs);
}

function learn({ ofQueue, ofCentre }: HandlingMemory, queueId: QueueId, handleMs: Milliseconds): void {
  let own = ofQueue.get(queueId);
  if (own === undefined) ofQueue.set(queueId, (own = []));
  for (const times of [own, ofCentre]) {
    times.push(handleMs);
    if (times.length > remembered) times.shift();
  }
}
