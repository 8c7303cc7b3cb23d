import type { Instant } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Call } from './call.ts';
import { isLive } from './call.ts';
import type { CallCommand, CallRefusal } from './call-command.ts';
import type { CallEvent } from './call-event.ts';
import { arrive, dial, dialFails } from './decide-beginning.ts';
import { decideDuty } from '../duty/decide-duty.ts';
import { decideGuided } from '../flow/decide-guided.ts';
import { decideSupervision } from '../supervision/decide-supervision.ts';
import { decideCallback } from './decide-callback.ts';
import { decideWaiting } from './decide-waiting.ts';
import { dispose, end, endWrapUp, extendWrapUp } from './decide-ending.ts';
import { accept, agentLegUp, offer, returnOffer } from './decide-offer.ts';
import {
  customerAnswers,
  giveUpReconnecting,
  hold,
  loseAgentLeg,
  offerAgentLeg,
  retrieve,
} from './decide-talk.ts';

export type CallDecision = Result<readonly CallEvent[], CallRefusal>;

/** What happens when this is wanted of that call at that time: events, none where nothing changes, or a refusal. Pure. */
export function decideCall(call: Call, command: CallCommand, at: Instant): CallDecision {
  switch (command.do) {
    case 'arrive':
      return arrive(call, command, at);
    case 'dial':
      return dial(call, command, at);
    case 'offer':
      return offer(call, command, at);
    case 'accept':
      return accept(call, command, at);
    case 'returnOffer':
      return returnOffer(call, command, at);
    case 'agentLegUp':
      return agentLegUp(call, command, at);
    case 'loseAgentLeg':
      return loseAgentLeg(call, command, at);
    case 'offerAgentLeg':
      return offerAgentLeg(call, command, at);
    case 'customerAnswers':
      return customerAnswers(call, at);
    case 'hold':
      return hold(call, at);
    case 'retrieve':
      return retrieve(call, at);
    case 'giveUpReconnecting':
      return giveUpReconnecting(call, command.wrapUp, at);
    case 'identify':
      return note(call, { type: 'CallIdentified', customerId: command.customerId, by: command.by, at });
    case 'weigh':
      return note(call, { type: 'CallWeighed', standing: command.standing, at });
    case 'linkCase':
      return note(call, { type: 'CaseLinked', caseId: command.caseId, at });
    case 'linkTask':
      return note(call, { type: 'TaskLinked', taskId: command.taskId, at });
    case 'dispose':
      return dispose(call, command.closing, at);
    case 'end':
      return end(call, command, at);
    case 'dialFails':
      return dialFails(call, command, at);
    case 'tellClosed':
    case 'guide':
    case 'awaitKey':
    case 'chooseInMenu':
    case 'keyIn':
    case 'enterQueue':
    case 'overflow':
    case 'dismiss':
      return decideGuided(call, command, at);
    case 'tell':
    case 'sendToCallback':
    case 'declineCallback':
    case 'agreeCallback':
    case 'sendToVoicemail':
    case 'beginMessage':
    case 'leaveMessage':
    case 'refuseMessage':
    case 'part':
      return decideWaiting(call, command, at);
    case 'planCallback':
    case 'callbackDue':
    case 'takeCallback':
    case 'ringBack':
    case 'giveUpCallback':
      return decideCallback(call, command, at);
    case 'takeOver':
    case 'move':
    case 'prioritise':
    case 'sendTo':
    case 'sendNoLonger':
      return decideSupervision(call, command, at);
    case 'passOn':
    case 'promiseManager':
      return decideDuty(call, command, at);
    case 'extendWrapUp':
      return extendWrapUp(call, command.until, at);
    case 'endWrapUp':
      return endWrapUp(call, command, at);
    default:
      return unreachable(command);
  }
}

/** Something is noted about a contact that an agent still has open. */
function note(call: Call, event: CallEvent): CallDecision {
  return isLive(call) || call.state === 'wrapUp' ? ok([event]) : refuse('callIsGone');
}
