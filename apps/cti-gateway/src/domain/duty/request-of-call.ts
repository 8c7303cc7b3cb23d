import type { ManagerRequestId, QueueId, RotaId, TaskId } from '@ringside/shared/model/ids';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Call, CallIn } from '../call/call.ts';
import { isOnPhone } from '../call/call.ts';
import type { CallEvent, CallEventOf } from '../call/call-event.ts';
import type { ManagerRequest } from '../manager/manager-request.ts';

type Known = Exclude<Call, { state: 'none' }>;

/** What the request of a call must know beside the call. */
interface AroundRequest {
  rotaOf(queueId: QueueId): RotaId | null;
  nextId(): ManagerRequestId;
  /** the call back of who left before anybody could take the call; null: there is no way to call them */
  missedTask: TaskId | null;
}

/** DUTY-9: the request of a call after an event; the same one where the event says nothing of it. Pure but for new ids. */
export function requestAfter(
  request: ManagerRequest | null,
  { before, event, after }: { readonly before: Call; readonly event: CallEvent; readonly after: Known },
  around: AroundRequest,
): ManagerRequest | null {
  switch (event.type) {
    case 'CallPassedOn':
      return passedOn(event, after);
    case 'CallQueued':
    case 'CallOverflowed':
    case 'CallMoved':
      return after.state === 'queued' ? entered(request, event, after, around) : request;
    case 'CallReturned':
      // one that was noted is over; who waits again asks again
      return after.state === 'queued' && request === null ? entered(null, event, after, around) : request;
    case 'CallAnswered':
      return request && after.state === 'talking' ? taken(request, event, after, around) : request;
    case 'ManagerPromised': {
      const { taskId, promiseId } = event;
      // who had the caller and lost them has not heard them out: the call back is for whoever is on duty
      const promised = {
        state: 'promised',
        taskId,
        promiseId,
        takenBy: null,
        takenAt: null,
        via: null,
      } as const;
      if (request !== null) return alter(request, promised);
      const made = entered(null, event, after, around);
      return made && { ...made, ...promised };
    }
    case 'CallEnded':
      if (request?.state !== 'asked') return request;
      return leftBefore(before, around)
        ? alter(request, { state: 'missed', taskId: hasMessage(before) ? null : around.missedTask })
        : // agents had them, or they were let go on purpose: nobody waits any more
          alter(request, { state: 'closed', closedAt: event.at });
    default:
      return request;
  }
}

const alter = (request: ManagerRequest, change: Partial<ManagerRequest>): ManagerRequest => ({
  ...request,
  ...change,
  version: request.version + 1,
});

const unheard = {
  state: 'asked',
  takenBy: null,
  takenAt: null,
  via: null,
  outcome: null,
  category: null,
  outcomeNote: '',
  promiseId: null,
  taskId: null,
  closedAt: null,
  version: 1,
} as const satisfies Partial<ManagerRequest>;

function passedOn(
  { requestId, rotaId, from, reason, note, caseId, at }: CallEventOf<'CallPassedOn'>,
  { callId, customerId }: Known,
): ManagerRequest {
  const asked = { requestId, rotaId, way: 'agent', callId, caseId, customerId, askedBy: from } as const;
  return { ...unheard, ...asked, askedAt: at, reason, note };
}

/** DUTY-12: of a complaint, with nobody on the line. */
export const requestForCase = (
  asked: Pick<
    ManagerRequest,
    'requestId' | 'rotaId' | 'caseId' | 'customerId' | 'askedBy' | 'askedAt' | 'note'
  >,
): ManagerRequest => ({ ...unheard, ...asked, way: 'case', callId: null, reason: null });

type Entering = CallEventOf<
  'CallQueued' | 'CallOverflowed' | 'CallMoved' | 'CallReturned' | 'ManagerPromised'
>;

/** By the line they dialled, by what they chose, or because somebody in charge sent them there. */
function entered(
  request: ManagerRequest | null,
  event: Entering,
  call: Known,
  { rotaOf, nextId }: AroundRequest,
): ManagerRequest | null {
  const rotaId = call.queueId === null ? null : rotaOf(call.queueId);
  const isCalledBack = call.callback !== null && call.passedOn === null;
  if (rotaId === null || isCalledBack || request?.state === 'asked') return request;
  const { callId, customerId, caseIds } = call;
  return {
    ...unheard,
    requestId: nextId(),
    rotaId,
    way: wayOf(event, call),
    callId,
    caseId: caseIds.at(-1) ?? null,
    customerId,
    askedBy: event.type === 'CallMoved' ? event.by : null,
    askedAt: event.at,
    reason: null,
    note: '',
  };
}

function wayOf(event: Entering, { way, passedOn: wasPassedOn }: Known): ManagerRequest['way'] {
  switch (event.type) {
    case 'CallMoved':
      return 'agent';
    case 'CallQueued':
    case 'CallOverflowed':
      return way.choices.length > 0 ? 'menu' : 'hotline';
    case 'CallReturned':
    case 'ManagerPromised':
      if (wasPassedOn !== null) return 'agent';
      return way.choices.length > 0 ? 'menu' : 'hotline';
    default:
      return unreachable(event);
  }
}

/** Somebody on duty has the caller; after a telephone was lost it may be somebody else than before. */
function taken(
  request: ManagerRequest,
  { at }: CallEventOf<'CallAnswered'>,
  call: CallIn<'talking'>,
  { rotaOf }: AroundRequest,
): ManagerRequest {
  const { agentId, queueId, customerId } = call;
  if (queueId === null || rotaOf(queueId) === null || request.takenBy === agentId) return request;
  return alter(request, {
    state: 'taken',
    takenBy: agentId,
    takenAt: request.takenAt ?? at,
    via: isOnPhone(call) ? 'phone' : 'desk',
    customerId: request.customerId ?? customerId,
  });
}

/** In the hands of the rota, and with nobody. */
function leftBefore(before: Call, { rotaOf }: AroundRequest): boolean {
  switch (before.state) {
    case 'queued':
    case 'offered':
    case 'choosingCallback':
    case 'leavingMessage':
    case 'parting':
      return before.queueId !== null && rotaOf(before.queueId) !== null;
    default:
      return false;
  }
}

/** What they said into the voicemail is a follow-up of its own (VM-3). */
const hasMessage = (before: Call): boolean => before.state === 'parting' && before.outcome === 'leftMessage';
