import type { Instant } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import { straightWay } from '../flow/way.ts';
import type { Call, CallIn, Known } from './call.ts';
import type { CallbackEvent } from './callback-event.ts';
import type { WaitingEvent } from './waiting-event.ts';
import { toldNothing } from './while-waiting.ts';
import type { Callback, CallingBack } from './while-waiting.ts';

type Happened<Event> = Event & { readonly at: Instant };
type Live = Exclude<Call, { state: 'none' }>;

/** The call after an event of its waiting; null where the event does not fit. `known`: the call's facts alone. */
export function evolveWaiting(call: Live, event: Happened<WaitingEvent>, known: Known): Call | null {
  const { at } = event;
  switch (event.type) {
    case 'CallerTold': {
      const position = event.position ?? call.told?.position ?? null;
      const callbackOffered = event.callbackOffered || call.told?.callbackOffered === true;
      return { ...call, told: { ...toldNothing, ...call.told, at, position, callbackOffered } };
    }
    case 'CallSentToCallback':
      return { ...waited(known, at), state: 'choosingCallback', queueId: event.queueId };
    case 'CallbackDeclined':
      return call.state === 'choosingCallback' ? declined(call, at, known) : null;
    case 'CallbackAgreed':
      return { ...waited(known, at), state: 'parting', outcome: 'tookCallback', since: at };
    case 'CallSentToVoicemail': {
      const { queueId, recordingId } = event;
      return {
        ...waited(known, at),
        state: 'leavingMessage',
        queueId,
        recordingId,
        step: 'greeting',
        since: at,
      };
    }
    case 'MessageBegun':
      return call.state === 'leavingMessage' ? { ...call, step: 'recording', since: at } : null;
    case 'MessageLeft':
      return {
        ...known,
        state: 'parting',
        outcome: event.length > 0 ? 'leftMessage' : 'abandoned',
        since: at,
      };
    case 'MessageImpossible':
      return { ...known, state: 'parting', outcome: 'failed', since: at };
    default:
      return unreachable(event);
  }
}

/** Their wait is over, if they had one. */
const waited = (known: Known, at: Instant): Known =>
  known.answeredAt === null && known.queuedAt !== null && known.waitMs === 0
    ? { ...known, waitMs: at - known.queuedAt }
    : known;

/** BACK-3: who rather waits goes on at the old place; who had none is told goodbye. */
function declined(call: CallIn<'choosingCallback'>, at: Instant, known: Known): Call {
  const { queueId, queuedAt } = call;
  const told = { ...toldNothing, ...call.told, at, callbackDeclined: true };
  if (queuedAt === null) return { ...known, told, state: 'parting', outcome: 'abandoned', since: at };
  return { ...known, told, waitMs: 0, state: 'queued', queueId, queuedAt, passedOver: [], rungAt: [] };
}

/** The callback after one of its events; null where the event does not fit. */
export function evolveCallback(call: Live, event: Happened<CallbackEvent>, known: Known): Call | null {
  switch (event.type) {
    case 'CallbackPlanned':
      return null;
    case 'CallbackDue':
      return call.state === 'planned' ? due(call, known) : null;
    case 'CallbackDialled':
      return dialled(call, event, known);
    case 'CallbackReached': {
      if (call.state !== 'ringingBack') return null;
      const { queueId, queuedAt, callback } = call;
      const reached = { ...callback, onLine: true };
      // they are told what the call is about; where they stand comes at the next interval
      const told = { ...toldNothing, at: event.at };
      return {
        ...known,
        callback: reached,
        told,
        state: 'queued',
        queueId,
        queuedAt,
        passedOver: [],
        rungAt: [],
      };
    }
    case 'CallbackUnanswered': {
      const rung = call.state === 'dialling' || call.state === 'ringingBack';
      const back = rung ? callingBack(call) : null;
      if (back === null) return null;
      const callback = { ...back.callback, tried: back.callback.tried + 1 };
      return { ...known, ...back, callback, state: 'planned', dueAt: event.again ?? event.at };
    }
    default:
      return unreachable(event);
  }
}

export function plannedCallback(event: Happened<Extract<CallbackEvent, { type: 'CallbackPlanned' }>>): Call {
  const {
    callId,
    trunkId,
    legId,
    caller,
    hotlineId,
    customerId,
    queueId,
    queuedAt,
    plan,
    standing,
    language,
  } = event;
  const callback: Callback = { ...plan, tried: 0, onLine: false };
  return {
    callId,
    direction: 'outbound',
    trunkId,
    customerLegId: legId,
    caller,
    dialled: plan.number,
    hotlineId,
    customerId,
    taskId: plan.taskId ?? null,
    arrivedAt: event.at,
    queueId,
    queuedAt,
    answeredAt: null,
    answeredBy: null,
    dialledBy: null,
    waitMs: 0,
    talkMs: 0,
    holdMs: 0,
    closing: null,
    caseIds: [],
    taskIds: [],
    standing,
    way: { ...straightWay, language, queues: [queueId] },
    extraPoints: 0,
    sentTo: null,
    told: null,
    passedOn: null,
    state: 'planned',
    callback,
    dueAt: plan.notBefore,
  };
}

/** BACK-5: an agent is asked first, or the customer is called when it is nearly their turn. */
function due(call: CallIn<'planned'>, known: Known): Call {
  const { queueId, queuedAt, callback } = call;
  if (callback.first === 'customerFirst')
    return { ...known, state: 'turnComing', queueId, queuedAt, callback };
  return { ...known, callback, state: 'queued', queueId, queuedAt, passedOver: [], rungAt: [] };
}

function dialled(
  call: Live,
  event: Happened<Extract<CallbackEvent, { type: 'CallbackDialled' }>>,
  known: Known,
): Call | null {
  const { legId: customerLegId, at: since } = event;
  const facts = { ...known, customerLegId };
  if (call.state === 'turnComing') {
    const { queueId, queuedAt, callback } = call;
    return { ...facts, state: 'ringingBack', queueId, queuedAt, callback, since };
  }
  if (call.state !== 'offered') return null;
  const { agentId, stationId, legId } = call;
  return { ...facts, state: 'dialling', agentId, stationId, legId, since, legUp: false };
}

function callingBack({ queueId, queuedAt, callback }: Known): CallingBack | null {
  return queueId === null || queuedAt === null || callback === null ? null : { queueId, queuedAt, callback };
}
