import type { CallCommand } from '../domain/call/call-command.ts';
import type { SwitchEvent } from '../ports/switch.ts';
import { decideCall } from '../domain/call/decide-call.ts';
import { findHotline } from './find-hotline.ts';
import { countWaiting, newLiveCall } from './floor.ts';
import type { Parts } from './parts.ts';
import { callerOf, recogniseCaller } from './recognise-caller.ts';
import { record } from './record-events.ts';
import { emptyPop } from './views/screen-pop.ts';

type Delivered = Extract<SwitchEvent, { type: 'delivered' }>;
type Arrival = Extract<CallCommand, { do: 'arrive' }>;

/** CALL-1: a call from a trunk is recognised, takes its place in a queue and is taken on; or it is refused, with why. */
export async function admitCall(parts: Parts, delivered: Delivered): Promise<void> {
  const { floor, centre, numbering, clock } = parts;
  if (floor.calls.has(delivered.callId)) return;
  const hotline = findHotline(centre, numbering, delivered.dialled);
  const caller = callerOf(parts, delivered.from);
  const { match, pop } = hotline
    ? await recogniseCaller(parts, caller, delivered.passed)
    : { match: null, pop: emptyPop(delivered.passed) };
  const { callId, trunkId, legId, dialled } = delivered;
  const arrival: Arrival = {
    do: 'arrive',
    callId,
    trunkId,
    legId,
    caller,
    dialled,
    hotlineId: hotline?.hotlineId ?? null,
    customerId: match?.kind === 'known' ? match.customer.customerId : null,
    to: destination(parts, hotline),
  };
  const live = newLiveCall(callId, pop);
  const decision = decideCall(live.call, arrival, clock.now());
  if (!decision.ok) throw new Error(`A new call was refused: ${decision.refusal}`);
  await record(parts, live, decision.value, pop);
}

function destination({ floor, centre }: Parts, hotline: ReturnType<typeof findHotline>): Arrival['to'] {
  if (hotline === null) return { refused: 'unknownNumber' };
  if (floor.draining) return { refused: 'full' };
  const queue = centre.queues.find(({ queueId }) => queueId === hotline.queueId);
  if (!queue) return { refused: 'unknownNumber' };
  return countWaiting(floor, queue.queueId) >= queue.capacity
    ? { refused: 'busy' }
    : { queueId: queue.queueId };
}
