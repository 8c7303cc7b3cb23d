import type { CallId } from '@ringside/shared/model/ids';
import type { CallPath, PathStep, RoutingReasonView } from '@ringside/shared/protocol/call-path';
import type { RoutingReason } from '../../domain/acd/routing-reason.ts';
import type { Call } from '../../domain/call/call.ts';
import { agentOf } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/call-event.ts';
import { callStream } from '../../domain/call/call-stream.ts';
import { evolveCall, noCall } from '../../domain/call/evolve-call.ts';
import type { Floor } from '../floor.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { popBuilt } from '../record-events.ts';

type Known = Exclude<Call, { state: 'none' }>;
type Offered = Extract<PathStep, { is: 'offered' }>;

/** What happened to a call, in its own order, and who had to do with it; null: there is no such call. */
export async function callPath(
  { store, floor }: Parts,
  callId: CallId,
): Promise<{ readonly path: CallPath; readonly agents: ReadonlySet<string> } | null> {
  const stored = await store.events(callStream(callId));
  const events = stored.filter(({ type }) => type !== popBuilt).map(({ body }) => body as CallEvent);
  const told = tellPath(floor, events);
  if (told.call.state === 'none') return null;
  const { direction, caller, customerId } = told.call;
  const customer = customerId === null ? null : await store.customer(customerId);
  const customerName = customer?.name.written ?? '';
  return {
    path: { callId, direction, caller, customerId, customerName, steps: told.steps },
    agents: told.agents,
  };
}

function tellPath(floor: Floor, events: readonly CallEvent[]) {
  const steps: PathStep[] = [];
  const agents = new Set<string>();
  let call: Call = noCall;
  for (const event of events) {
    const before = call;
    call = evolveCall(before, event);
    const agentId = agentOf(call);
    if (agentId !== null) agents.add(agentId);
    endOffer(steps, event);
    const step = stepOf(floor, event, call as Known);
    if (step !== null) steps.push(step);
  }
  return { steps, agents, call };
}

/** An offer's outcome belongs to the step that told of the offer. */
function endOffer(steps: PathStep[], event: CallEvent): void {
  const outcome =
    event.type === 'OfferEnded' ? event.outcome : event.type === 'CallAnswered' ? 'accepted' : null;
  if (outcome === null) return;
  const last = steps.findLastIndex(({ is }) => is === 'offered');
  const open = steps[last] as Offered | undefined;
  if (open?.outcome === null) steps[last] = { ...open, outcome, endedAt: event.at };
}

/** What is told of an event; null: nothing, because it explains nothing to who asks why. */
function stepOf(floor: Floor, event: CallEvent, after: Known): PathStep | null {
  const { at } = event;
  switch (event.type) {
    case 'CallArrived':
      return { is: 'arrived', at, hotlineId: event.hotlineId, dialled: event.dialled };
    case 'CallDialled':
      return { is: 'dialled', at, agentName: agentName(floor, event.agentId) };
    case 'CallRefused':
      return { is: 'refused', at, why: event.why };
    case 'CallClosed': {
      const { why } = event;
      const told = why.by === 'emergency' ? why.reason : why.by === 'holiday' ? why.name : '';
      return { is: 'closed', at, by: why.by, told };
    }
    case 'MenuChosen':
      return { is: 'chosen', at, key: event.choice.key, name: event.choice.name };
    case 'CallerKeyedIn':
      return { is: 'keyedIn', at, what: event.keyedIn.what, found: event.keyedIn.found !== null };
    case 'CallQueued':
      return { is: 'queued', at, queueId: event.queueId };
    case 'CallOverflowed': {
      const { from, why, to } = event;
      return { is: 'overflowed', at, from, why, to: to.to, queueId: to.to === 'queue' ? to.queueId : null };
    }
    case 'CallOffered': {
      const { agentId } = event;
      const why = event.why ? reasonView(floor, event.why) : null;
      return {
        is: 'offered',
        at,
        agentId,
        agentName: agentName(floor, agentId),
        why,
        outcome: null,
        endedAt: null,
      };
    }
    case 'CallAnswered': {
      const agentId = agentOf(after);
      return {
        is: 'answered',
        at,
        agentName: agentId === null ? '' : agentName(floor, agentId),
        waitedMs: after.waitMs,
      };
    }
    case 'CallReturned':
      return { is: 'returned', at, agentName: agentName(floor, event.agentId) };
    case 'CallTakenOver':
      return {
        is: 'takenOver',
        at,
        byName: agentName(floor, event.by),
        agentName: agentName(floor, event.from),
      };
    case 'CallPassedOn': {
      const { fromName: byName, queueId, reason } = event;
      return { is: 'passedOn', at, byName, queueId, reason };
    }
    case 'ManagerPromised':
      return { is: 'promised', at, agentName: agentName(floor, event.ownerId), dueAt: event.dueAt };
    case 'CallMoved':
      return { is: 'moved', at, byName: agentName(floor, event.by), queueId: event.to };
    case 'CallPrioritised': {
      const { points, reason } = event;
      return { is: 'prioritised', at, byName: agentName(floor, event.by), points, reason };
    }
    case 'CallSentTo':
      return {
        is: 'sentTo',
        at,
        byName: agentName(floor, event.by),
        agentName: agentName(floor, event.agentId),
      };
    case 'CallSentToCallback':
      return { is: 'callback', at, what: 'offered' };
    case 'CallbackAgreed':
      return { is: 'callback', at, what: 'agreed' };
    case 'CallbackDeclined':
      return { is: 'callback', at, what: 'declined' };
    case 'CallbackPlanned':
      return { is: 'callback', at, what: 'planned' };
    case 'CallbackDialled':
      return { is: 'callback', at, what: 'dialled' };
    case 'CallbackUnanswered':
      return { is: 'callback', at, what: 'unanswered' };
    case 'CallSentToVoicemail':
      return { is: 'voicemail', at, lengthMs: null };
    case 'MessageLeft':
      return { is: 'voicemail', at, lengthMs: event.length };
    case 'CallEnded':
      return { is: 'ended', at, outcome: event.outcome, by: event.by };
    default:
      return null;
  }
}

function reasonView(
  floor: Floor,
  { points, needed, preferred, ...reason }: RoutingReason,
): RoutingReasonView {
  return {
    ...reason,
    points: { total: points.total, terms: points.terms.map((term) => ({ ...term })) },
    needed: needed.map((need) => ({ ...need })),
    preferred: preferred && { ...preferred, agentName: agentName(floor, preferred.agentId) },
  };
}
