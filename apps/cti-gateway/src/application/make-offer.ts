import type { AgentId, CallId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import { reachOf } from './floor.ts';
import type { Parts } from './parts.ts';
import { follow } from './record-events.ts';

/** A queue that is no longer in the configuration still has its callers served. */
const offerForUnknownQueue = seconds(20);

/** OFFER-1: one agent is rung for one call until the queue's time is up. */
export function makeOffer(parts: Parts, callId: CallId, agentId: AgentId): void {
  const { floor, ids, clock, centre } = parts;
  const live = floor.calls.get(callId);
  const agent = floor.agents.get(agentId);
  if (live?.call.state !== 'queued' || agent?.presence.state !== 'ready') return;
  const reach = reachOf(floor, agent);
  if (reach === null) return;
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
  });
}
