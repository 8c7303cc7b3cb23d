import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Attended, Call, CallIn, Known, Waiting } from './call.ts';
import type { CallEvent, CallEventOf } from './call-event.ts';
import { unknownStanding } from '../acd/caller-standing.ts';
import { evolveDuty } from '../duty/evolve-duty.ts';
import { isPhoneStation } from '../duty/phone-station.ts';
import { evolveGuided } from '../flow/evolve-guided.ts';
import { straightWay } from '../flow/way.ts';
import type { RungAt } from '../duty/next-to-ring.ts';
import { evolveSupervision } from '../supervision/evolve-supervision.ts';
import { evolveCallback, evolveWaiting, plannedCallback } from './evolve-waiting.ts';

type Live = Exclude<Call, { state: 'none' }>;

export const noCall: Call = { state: 'none' };

/** The call after one event. Pure; an event that does not fit its state is a bug and throws. */
export function evolveCall(call: Call, event: CallEvent): Call {
  if (call.state === 'none') return begun(event);
  switch (event.type) {
    case 'CallArrived':
    case 'CallDialled':
      return misfit(call, event);
    case 'CallRefused':
      return {
        ...known(call),
        state: 'ended',
        outcome: 'refused',
        endedBy: 'gateway',
        endedAt: event.at,
        wrapUpMs: 0,
      };
    case 'CallQueued':
      return queued(call, event);
    case 'CallClosed':
    case 'CallGuided':
    case 'KeyAwaited':
    case 'MenuChosen':
    case 'CallerKeyedIn':
    case 'CallOverflowed':
      return evolveGuided(call, event, known(call)) ?? misfit(call, event);
    case 'CallerTold':
    case 'CallSentToCallback':
    case 'CallbackDeclined':
    case 'CallbackAgreed':
    case 'CallSentToVoicemail':
    case 'MessageBegun':
    case 'MessageLeft':
    case 'MessageImpossible':
      return evolveWaiting(call, event, known(call)) ?? misfit(call, event);
    case 'CallbackPlanned':
    case 'CallbackDue':
    case 'CallbackDialled':
    case 'CallbackReached':
    case 'CallbackUnanswered':
      return evolveCallback(call, event, known(call)) ?? misfit(call, event);
    case 'CallTakenOver':
    case 'CallMoved':
    case 'CallPrioritised':
    case 'CallSentTo':
    case 'CallNoLongerSent':
      return evolveSupervision(call, event, knownUpTo(call, event)) ?? misfit(call, event);
    case 'CallPassedOn':
    case 'ManagerPromised':
      return evolveDuty(call, event, knownUpTo(call, event)) ?? misfit(call, event);
    case 'CallOffered':
      return call.state === 'queued' ? offered(call, event) : misfit(call, event);
    case 'OfferTaken':
      return call.state === 'offered' ? { ...call, taken: true, until: event.until } : misfit(call, event);
    case 'OfferEnded':
      return call.state === 'offered' ? offerEnded(call, event) : misfit(call, event);
    case 'AgentLegUp':
      return 'legUp' in call ? { ...call, legUp: true } : misfit(call, event);
    case 'CallAnswered':
      return answered(call, event);
    case 'CallHeld':
      return call.state === 'talking' ? { ...talked(call, event.at), state: 'held' } : misfit(call, event);
    case 'CallRetrieved':
      return call.state === 'held' ? { ...talked(call, event.at), state: 'talking' } : misfit(call, event);
    case 'AgentLegLost':
      return legLost(call, event);
    case 'AgentLegOffered':
      return call.state === 'reconnecting'
        ? { ...call, leg: { stationId: event.stationId, legId: event.legId } }
        : misfit(call, event);
    case 'AgentLegFailed':
      return call.state === 'reconnecting' ? { ...call, leg: null } : misfit(call, event);
    case 'CallResumed':
      return resumed(call, event);
    case 'CallReturned':
      return returned(call, event);
    case 'CallIdentified':
      return { ...call, customerId: event.customerId };
    case 'CallWeighed':
      return { ...call, standing: event.standing };
    case 'CaseLinked':
      return { ...call, caseIds: [...call.caseIds, event.caseId] };
    case 'TaskLinked':
      return { ...call, taskIds: [...call.taskIds, event.taskId] };
    case 'ContactDisposed':
      return { ...call, closing: event.closing };
    case 'CallEnded':
      return ended(call, event);
    case 'WrapUpExtended':
      return call.state === 'wrapUp' ? { ...call, until: event.until } : misfit(call, event);
    case 'WrapUpEnded':
      return call.state === 'wrapUp' ? wrappedUp(call, event.at) : misfit(call, event);
    default:
      return unreachable(event);
  }
}

function begun(event: CallEvent): Call {
  if (event.type === 'CallbackPlanned') return plannedCallback(event);
  if (event.type !== 'CallArrived' && event.type !== 'CallDialled') return misfit(noCall, event);
  const facts: Known = {
    callId: event.callId,
    direction: event.type === 'CallArrived' ? 'inbound' : 'outbound',
    trunkId: event.trunkId,
    customerLegId: event.legId,
    caller: event.caller,
    dialled: event.dialled,
    hotlineId: event.type === 'CallArrived' ? event.hotlineId : null,
    customerId: event.customerId,
    taskId: event.type === 'CallDialled' ? event.taskId : null,
    arrivedAt: event.at,
    queueId: null,
    queuedAt: null,
    answeredAt: null,
    answeredBy: null,
    dialledBy: event.type === 'CallDialled' ? event.agentId : null,
    waitMs: 0,
    talkMs: 0,
    holdMs: 0,
    closing: null,
    caseIds: [],
    taskIds: [],
    standing: (event.type === 'CallArrived' ? event.standing : undefined) ?? unknownStanding,
    way: straightWay,
    extraPoints: 0,
    sentTo: null,
    told: null,
    callback: null,
    passedOn: null,
  };
  if (event.type === 'CallArrived') return { ...facts, state: 'arrived' };
  const { agentId, stationId, agentLegId: legId, at: since } = event;
  return { ...facts, state: 'dialling', agentId, stationId, legId, since, legUp: false };
}

function queued(call: Known, { queueId, at: queuedAt }: CallEventOf<'CallQueued'>): Call {
  const facts = known(call);
  const way = { ...facts.way, queues: [...facts.way.queues, queueId] };
  return { ...facts, way, state: 'queued', queueId, queuedAt, passedOver: [], rungAt: [] };
}

function offered(call: CallIn<'queued'>, event: CallEventOf<'CallOffered'>): Call {
  const { offerId, agentId, stationId, legId, until, idleSince, at: offeredAt } = event;
  return {
    ...call,
    state: 'offered',
    offerId,
    agentId,
    stationId,
    legId,
    offeredAt,
    until,
    idleSince,
    legUp: false,
    taken: false,
  };
}

function offerEnded(call: CallIn<'offered'>, event: CallEventOf<'OfferEnded'>): Call {
  const theirs = event.outcome !== 'withdrawn' && event.outcome !== 'callerGaveUp';
  const passedOver = theirs ? withAgent(call.passedOver, call.agentId) : call.passedOver;
  // SUP-16: who lets the caller pass is no longer waited for
  const sentTo = theirs && call.sentTo?.agentId === call.agentId ? null : call.sentTo;
  const rungAt = theirs ? [...call.rungAt, rungAtOf(call, event.outcome)] : call.rungAt;
  return { ...known(call), ...waiting(call), sentTo, state: 'queued', passedOver, rungAt };
}

const rungAtOf = (
  { agentId, stationId }: CallIn<'offered'>,
  outcome: CallEventOf<'OfferEnded'>['outcome'],
): RungAt => ({
  agentId,
  place: isPhoneStation(stationId) ? 'phone' : 'desk',
  declined: outcome === 'declined',
});

function answered(call: Call, event: CallEvent): Call {
  if (call.state !== 'offered' && call.state !== 'dialling') return misfit(call, event);
  const { agentId, stationId, legId } = call;
  const facts = known(call);
  const first = facts.answeredAt === null;
  return {
    ...facts,
    answeredAt: facts.answeredAt ?? event.at,
    answeredBy: agentId,
    sentTo: null,
    callback: facts.callback === null ? null : { ...facts.callback, onLine: true },
    waitMs: first && facts.queuedAt !== null ? event.at - facts.queuedAt : facts.waitMs,
    state: 'talking',
    agentId,
    stationId,
    legId,
    since: event.at,
    legUp: call.legUp,
  };
}

function legLost(call: Call, event: CallEventOf<'AgentLegLost'>): Call {
  if (call.state === 'reconnecting') return { ...call, leg: null, until: event.until };
  if (call.state !== 'talking' && call.state !== 'held') return misfit(call, event);
  return {
    ...known(talked(call, event.at)),
    state: 'reconnecting',
    agentId: call.agentId,
    since: event.at,
    until: event.until,
    held: call.state === 'held',
    leg: null,
  };
}

function resumed(call: Call, event: CallEvent): Call {
  if (call.state !== 'reconnecting' || call.leg === null) return misfit(call, event);
  const attended: Attended = { agentId: call.agentId, ...call.leg, since: event.at, legUp: true };
  const facts = { ...known(call), holdMs: call.holdMs + (event.at - call.since) };
  return { ...facts, ...attended, state: call.held ? 'held' : 'talking' };
}

function returned(call: Live, event: CallEventOf<'CallReturned'>): Call {
  const { agentId, again = false, at } = event;
  if (call.state !== 'reconnecting' && !(again && isAttended(call))) return misfit(call, event);
  const { queueId, queuedAt } = call;
  if (queueId === null || queuedAt === null)
    throw new Error(`Call ${call.callId} was never in a queue to return to`);
  return {
    ...known(timed(call, at)),
    state: 'queued',
    queueId,
    queuedAt,
    passedOver: again ? [] : [agentId],
    rungAt: [],
  };
}

function ended(call: Exclude<Call, { state: 'none' }>, event: CallEventOf<'CallEnded'>): Call {
  const facts = {
    ...known(timed(call, event.at)),
    outcome: event.outcome,
    endedBy: event.by,
    endedAt: event.at,
    wrapUpMs: 0,
  };
  const { wrapUpUntil: until, wrapUp: manner = null } = event;
  if ((until === null && manner === null) || !('agentId' in call)) return { ...facts, state: 'ended' };
  return { ...facts, state: 'wrapUp', agentId: call.agentId, until, manner };
}

function wrappedUp(call: CallIn<'wrapUp'>, at: Instant): Call {
  const { outcome, endedBy, endedAt } = call;
  return { ...known(call), state: 'ended', outcome, endedBy, endedAt, wrapUpMs: at - endedAt };
}

const isAttended = (call: Live): call is CallIn<'talking'> | CallIn<'held'> =>
  call.state === 'talking' || call.state === 'held';

/** Adds the stretch that ends now to talk or hold time. */
function talked<Stretch extends CallIn<'talking'> | CallIn<'held'>>(call: Stretch, at: Instant): Stretch {
  const stretch = at - call.since;
  return call.state === 'talking'
    ? { ...call, talkMs: call.talkMs + stretch, since: at }
    : { ...call, holdMs: call.holdMs + stretch, since: at };
}

function timed(call: Exclude<Call, { state: 'none' }>, at: Instant): Exclude<Call, { state: 'none' }> {
  if (call.state === 'talking' || call.state === 'held') return talked(call, at);
  if (call.state === 'reconnecting') return { ...call, holdMs: call.holdMs + (at - call.since) };
  return call.answeredAt === null && call.queuedAt !== null ? { ...call, waitMs: at - call.queuedAt } : call;
}

/** Who takes a call over, or passes it on, ends a stretch of talk or hold; what is done to a waiting call ends nothing. */
const knownUpTo = (call: Live, event: CallEvent): Known =>
  known(event.type === 'CallTakenOver' || event.type === 'CallPassedOn' ? timed(call, event.at) : call);

const withAgent = (agents: readonly AgentId[], agentId: AgentId): readonly AgentId[] =>
  agents.includes(agentId) ? agents : [...agents, agentId];

const waiting = ({ queueId, queuedAt, passedOver, rungAt }: Waiting): Waiting => ({
  queueId,
  queuedAt,
  passedOver,
  rungAt,
});

/** Only what every state knows, so that nothing of the state before lingers. */
function known(call: Known): Known {
  const {
    callId,
    direction,
    trunkId,
    customerLegId,
    caller,
    dialled,
    hotlineId,
    customerId,
    taskId,
    arrivedAt,
  } = call;
  const {
    queueId,
    queuedAt,
    answeredAt,
    answeredBy,
    dialledBy,
    waitMs,
    talkMs,
    holdMs,
    closing,
    caseIds,
    taskIds,
    standing,
    way,
    extraPoints,
    sentTo,
    told,
    callback,
    passedOn,
  } = call;
  return {
    callId,
    direction,
    trunkId,
    customerLegId,
    caller,
    dialled,
    hotlineId,
    customerId,
    taskId,
    arrivedAt,
    queueId,
    queuedAt,
    answeredAt,
    answeredBy,
    dialledBy,
    waitMs,
    talkMs,
    holdMs,
    closing,
    caseIds,
    taskIds,
    standing,
    way,
    extraPoints,
    sentTo,
    told,
    callback,
    passedOn,
  };
}

function misfit(call: Call, event: CallEvent): never {
  throw new Error(`${event.type} can't happen to a call that is ${call.state}`);
}
