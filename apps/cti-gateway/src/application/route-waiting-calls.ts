import type { AgentId, QueueId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { decideRouting } from '../domain/acd/decide-routing.ts';
import type { RoutableAgent } from '../domain/acd/idle-agents.ts';
import type { WaitingCaller } from '../domain/acd/routing-line.ts';
import { hasDutyQueues, isForDuty } from './duty/duty-queue.ts';
import { peopleOnPhone } from './duty/people-on-duty.ts';
import { routeDuty } from './duty/route-duty.ts';
import type { LiveCall } from './floor.ts';
import { makeOffer } from './make-offer.ts';
import type { Parts } from './parts.ts';

/** When time alone may have made a pair possible: a ring opens, a hold for a preferred agent is over (ACD-17). */
export interface RoutingDeadline {
  readonly look: 'routing';
}

/** What routing remembers from one look to the next. */
interface Memory {
  lookAgainAt: Instant | null;
  /** agents given to callers of a queue, since the gateway began */
  readonly served: Map<QueueId, number>;
  /** how many that were when a call was first seen waiting */
  readonly servedBefore: WeakMap<LiveCall, number>;
}

/** Routing as one function to call whenever a pair may have become possible (ACD-6). */
export function openRouting(parts: () => Parts): () => void {
  const memory: Memory = { lookAgainAt: null, served: new Map(), servedBefore: new WeakMap() };
  let routing = false;
  return () => {
    // an offer made below can't make another pair possible
    if (routing) return;
    routing = true;
    try {
      routeDuty(parts());
      routeWaitingCalls(parts(), memory);
    } finally {
      routing = false;
    }
  };
}

function routeWaitingCalls(parts: Parts, memory: Memory): void {
  if (parts.floor.waiting.size === 0) return lookAgain(parts, memory, null);
  const { pairs, lookAgainAt } = decideRouting({
    now: parts.clock.now(),
    callers: waitingCallers(parts, memory),
    agents: routableAgents(parts),
    queues: parts.centre.queues,
  });
  for (const { callId, agentId, why } of pairs) {
    const queueId = makeOffer(parts, callId, agentId, why);
    if (queueId !== null) memory.served.set(queueId, (memory.served.get(queueId) ?? 0) + 1);
  }
  lookAgain(parts, memory, lookAgainAt);
}

function waitingCallers(parts: Parts, memory: Memory): readonly WaitingCaller[] {
  const callers: WaitingCaller[] = [];
  for (const live of parts.floor.waiting) {
    const { call } = live;
    // DUTY-1: people on duty are rung for these
    if (call.state !== 'queued' || isForDuty(parts, call)) continue;
    const { callId, queueId, queuedAt, hotlineId, standing, extraPoints, passedOver, callback } = call;
    const only = call.sentTo?.agentId ?? callback?.onlyFor ?? null;
    const servedMeanwhile = servedSince(live, queueId, memory);
    callers.push({
      callId,
      queueId,
      queuedAt,
      hotlineId,
      standing,
      extraPoints,
      passedOver,
      only,
      servedMeanwhile,
    });
  }
  return callers;
}

function servedSince(live: LiveCall, queueId: QueueId, { served, servedBefore }: Memory): number {
  const now = served.get(queueId) ?? 0;
  const before = servedBefore.get(live);
  if (before === undefined) servedBefore.set(live, now);
  return now - (before ?? now);
}

const nobody: ReadonlySet<AgentId> = new Set();

/** ACD-7: who is ready and in reach; and who will be in a moment, if anybody waits for them. */
function routableAgents({ floor, centre }: Parts): readonly RoutableAgent[] {
  const { now, soon } = floor.ready;
  const withSoon = centre.queues.some(({ preferredAgent }) => preferredAgent !== null);
  const agents = withSoon ? [...now, ...soon] : now;
  const onPhone = hasDutyQueues({ centre }) ? peopleOnPhone(floor) : nobody;
  return onPhone.size === 0 ? agents : agents.filter(({ agentId }) => !onPhone.has(agentId));
}

function lookAgain({ deadlines }: Parts, memory: Memory, at: Instant | null): void {
  if (memory.lookAgainAt === at) return;
  memory.lookAgainAt = at;
  const body: RoutingDeadline = { look: 'routing' };
  if (at === null) deadlines.unwatch(routingKey);
  else deadlines.watch({ key: routingKey, at, body });
}

const routingKey = 'routing';
