import type { Instant } from '@ringside/shared/model/instant';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Call } from './call.ts';
import { isOffLine } from './call.ts';
import type { CallDecision } from './decide-call.ts';
import type { WaitingCommand } from './waiting-command.ts';

/** WAIT, BACK, VM: what happens when this is wanted of a caller who waits, or who leaves a number or a message. */
export function decideWaiting(call: Call, command: WaitingCommand, at: Instant): CallDecision {
  switch (command.do) {
    case 'tell': {
      const { do: _do, ...told } = command;
      // WAIT-2: only who waits is told something; never while being offered or connected
      return call.state === 'queued' && !isOffLine(call) ? ok([{ type: 'CallerTold', ...told, at }]) : ok([]);
    }
    case 'sendToCallback':
      return isBeforeAgents(call)
        ? ok([{ type: 'CallSentToCallback', queueId: command.queueId, at }])
        : refuse('notPossibleNow');
    case 'declineCallback':
      return call.state === 'choosingCallback'
        ? ok([{ type: 'CallbackDeclined', why: command.why, at }])
        : ok([]);
    case 'agreeCallback': {
      const { callbackId, number } = command;
      const asks = call.state === 'choosingCallback' || (call.state === 'queued' && !isOffLine(call));
      return asks ? ok([{ type: 'CallbackAgreed', callbackId, number, at }]) : refuse('notPossibleNow');
    }
    case 'sendToVoicemail': {
      const { queueId, recordingId } = command;
      return isBeforeAgents(call)
        ? ok([{ type: 'CallSentToVoicemail', queueId, recordingId, at }])
        : refuse('notPossibleNow');
    }
    default:
      return decideMessage(call, command, at);
  }
}

type MessageCommand = Extract<
  WaitingCommand,
  { do: 'beginMessage' | 'leaveMessage' | 'refuseMessage' | 'part' }
>;

function decideMessage(call: Call, command: MessageCommand, at: Instant): CallDecision {
  switch (command.do) {
    case 'beginMessage': {
      const { longest, silence } = command;
      const greeted = call.state === 'leavingMessage' && call.step === 'greeting';
      return ok(greeted ? [{ type: 'MessageBegun', longest, silence, at }] : []);
    }
    case 'leaveMessage': {
      const theirs = call.state === 'leavingMessage' && call.recordingId === command.recordingId;
      return ok(theirs ? [{ type: 'MessageLeft', length: command.length, at }] : []);
    }
    case 'refuseMessage':
      return ok(call.state === 'leavingMessage' ? [{ type: 'MessageImpossible', why: command.why, at }] : []);
    case 'part':
      if (call.state !== 'parting') return ok([]);
      return ok([{ type: 'CallEnded', outcome: call.outcome, by: 'gateway', wrapUpUntil: null, at }]);
    default:
      return unreachable(command);
  }
}

/** On the line, and with no agent: still in the gateway's hands. */
const isBeforeAgents = (call: Call): boolean =>
  call.state === 'arrived' ||
  call.state === 'guided' ||
  call.state === 'choosingCallback' ||
  (call.state === 'queued' && !isOffLine(call));
