import type { ContactView, ContactWay } from '@ringside/shared/protocol/contact';
import type { Call } from '../../domain/call/call.ts';
import type { Way } from '../../domain/flow/way.ts';
import type { LiveCall } from '../floor.ts';
import { supervisorsShown } from './supervision-view.ts';

/** One call as its agent sees it. Only a call that an agent has can be seen. */
export function contactView(live: LiveCall): ContactView {
  const { call } = live;
  if (call.state === 'none') throw new Error('A call without events has no view');
  return {
    callId: call.callId,
    direction: call.direction,
    caller: call.caller,
    dialled: call.dialled,
    hotlineId: call.hotlineId,
    queueId: call.queueId,
    pop: live.pop,
    state: stateView(call),
    queuedAt: call.queuedAt,
    waitedMs: call.answeredAt !== null && call.queuedAt !== null ? call.waitMs : null,
    answeredAt: call.answeredAt,
    audio: audioView(live),
    digits: live.digits,
    caseIds: [...call.caseIds],
    taskIds: [...call.taskIds],
    callback: callbackView(call),
    manager: managerView(call),
    way: wayView(call.way),
    supervisors: supervisorsShown(live),
    hand: handView(live),
  };
}

function wayView({ language, choices, keyedIn, closed, overflows }: Way): ContactWay {
  return {
    language,
    choices: choices.map(({ name }) => name),
    keyedIn: keyedIn && { what: keyedIn.what, found: keyedIn.found !== null },
    closed,
    overflows: overflows.map(({ from, why }) => ({ from, why })),
  };
}

function stateView(call: Exclude<Call, { state: 'none' }>): ContactView['state'] {
  switch (call.state) {
    case 'offered':
      return { is: 'offered', offerId: call.offerId, offeredAt: call.offeredAt, until: call.until };
    case 'dialling':
      return { is: 'dialling', since: call.since };
    case 'talking':
      return { is: 'talking', since: call.since };
    case 'held':
      return { is: 'held', since: call.since };
    case 'reconnecting':
      return { is: 'reconnecting', since: call.since, until: call.until };
    case 'wrapUp':
      return {
        is: 'wrapUp',
        since: call.endedAt,
        endedBy: call.endedBy,
        mode: call.manner?.mode ?? 'timedOptional',
        dispositionNeeded: (call.manner?.dispositionNeeded ?? false) && call.answeredAt !== null,
      };
    case 'arrived':
    case 'guided':
    case 'choosingCallback':
    case 'leavingMessage':
    case 'parting':
    case 'planned':
    case 'turnComing':
    case 'ringingBack':
    case 'queued':
    case 'ended':
      throw new Error(`A call that is ${call.state} is on nobody's desk`);
  }
}

/** The caller's trouble is said first: only the agent can do something about it. */
function audioView({ callerAudio, agentAudio }: LiveCall): ContactView['audio'] {
  if (callerAudio === 'silent') return 'callerSilent';
  if (agentAudio === 'silent') return 'agentSilent';
  return callerAudio === 'lossy' || agentAudio === 'lossy' ? 'lossy' : 'ok';
}

function callbackView({ callback }: Exclude<Call, { state: 'none' }>): ContactView['callback'] {
  if (callback === null) return null;
  const { of, tried, attempts, onLine, note } = callback;
  return { of, attempt: tried + 1, attempts, onLine, note };
}

function managerView({ passedOn }: Exclude<Call, { state: 'none' }>): ContactView['manager'] {
  if (passedOn === null) return null;
  const { requestId, fromName: askedByName, reason, note, caseId } = passedOn;
  return { requestId, askedByName, reason, note, caseId };
}

function handView({ hand }: LiveCall): ContactView['hand'] {
  return hand && { raisedAt: hand.raisedAt, reason: hand.reason, takenBy: hand.taken?.name ?? null };
}
