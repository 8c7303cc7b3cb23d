import type { AgentId, CallId, QueueId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import type { RoutingReason } from '../domain/acd/routing-reason.ts';
import { reachOf } from './floor.ts';
import type { Parts } from './parts.ts';
import { follow } from './record-events.ts';

/** A queue that is no longer in the configuration still has its callers served. */
const offerForUnknownQueue = seconds(20);

/**
 * OFFER-1: one agent is rung for one call until the queue's time is up, and `why` is recorded with it (ACD-18). Gives
 * the queue it came out of; null: it is otherwise by now, nobody is rung.
 */
export function makeOffer(
  parts: Parts,
  callId: CallId,
  agentId: AgentId,
  why: RoutingReason | null,
): QueueId | null {
  const { floor, ids, clock, centre } = parts;
  const live = floor.calls.get(callId);
  const agent = floor.agents.get(agentId);
  if (live?.call.state !== 'queued' || agent?.presence.state !== 'ready') return null;
  const reach = reachOf(floor, agent);
  if (reach === null) return null;
  const { queueId } = live.call;
  const offerFor = centre.queues.find((queue) => queue.queueId === queueId)?.offerFor ?? offerForUnknownQueue;
  follow(parts, live, {
    do: 'offer',
    offerId: ids.next<'offer'>(),
    agentId,
    stationId: reach.stationId,
    legId: ids.next<'leg'>(),
    until: clock.now() + offerFor,
    idleSince: agent.presence.since,
    why,
  });
  return queueId;
}
