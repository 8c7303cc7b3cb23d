import type { CallId } from '@ringside/shared/model/ids';
import { redacted } from '@ringside/shared/model/phone-number';
import type { CallEvent } from '../domain/call/call-event.ts';
import type { Caller } from '../domain/call/call-record.ts';
import type { Parts } from './parts.ts';

/** One line and one count for each thing that happened to a caller. */
export function logCallEvent({ log, counters }: Parts, callId: CallId, event: CallEvent): void {
  switch (event.type) {
    case 'CallArrived':
      counters.count('calls.arrived');
      log.info('call arrived', {
        callId,
        from: shown(event.caller),
        dialled: event.dialled,
        trunkId: event.trunkId,
      });
      return;
    case 'CallDialled':
      counters.count('calls.dialled');
      log.info('call dialled', { callId, to: redacted(event.dialled), agentId: event.agentId });
      return;
    case 'CallRefused':
      counters.count('calls.refused');
      log.warn('call refused', { callId, why: event.why });
      return;
    case 'CallClosed':
      counters.count(`calls.closed.${event.why.by}`);
      log.info('call to a closed line', { callId, why: event.why.by });
      return;
    case 'MenuChosen':
      counters.count('menu.chosen');
      log.info('chosen in the menu', { callId, key: event.choice.key });
      return;
    case 'CallerKeyedIn':
      log.info('number keyed in', { callId, what: event.keyedIn.what, found: event.keyedIn.found !== null });
      return;
    case 'CallOverflowed':
      counters.count(`overflows.${event.why}`);
      log.info('call sent on', { callId, from: event.from, to: event.to, why: event.why });
      return;
    case 'CallOffered':
      counters.count('offers.made');
      log.info('call offered', { callId, agentId: event.agentId, offerId: event.offerId });
      return;
    case 'OfferEnded':
      counters.count(`offers.${event.outcome}`);
      log.info('offer ended', { callId, agentId: event.agentId, outcome: event.outcome });
      return;
    case 'CallAnswered':
      counters.count('offers.accepted');
      log.info('call answered', { callId });
      return;
    case 'AgentLegLost':
      counters.count('legs.lost');
      log.warn('agent leg lost', { callId, why: event.why });
      return;
    case 'CallResumed':
      counters.count('legs.resumed');
      log.info('agent put back', { callId });
      return;
    case 'CallTakenOver':
      counters.count('calls.takenOver');
      log.info('call taken over', { callId, from: event.from, by: event.by });
      return;
    case 'CallPassedOn':
      counters.count('managers.asked');
      log.info('caller passed on', { callId, from: event.from, rotaId: event.rotaId, reason: event.reason });
      return;
    case 'ManagerPromised':
      counters.count('managers.promised');
      log.info('a manager calls back', { callId, ownerId: event.ownerId, dueAt: event.dueAt });
      return;
    case 'CallMoved':
      counters.count('calls.moved');
      log.info('caller moved', { callId, from: event.from, to: event.to, by: event.by });
      return;
    case 'CallPrioritised':
      log.info('caller prioritised', { callId, points: event.points, by: event.by });
      return;
    case 'CallSentTo':
      log.info('caller sent to a person', { callId, agentId: event.agentId, by: event.by });
      return;
    case 'CallbackAgreed':
      counters.count('callbacks.agreed');
      log.info('callback agreed', { callId, callbackId: event.callbackId, to: redacted(event.number) });
      return;
    case 'CallbackPlanned': {
      const { of, number, notBefore } = event.plan;
      counters.count('callbacks.planned');
      log.info('callback planned', { callId, of, to: redacted(number), notBefore, by: event.by });
      return;
    }
    case 'CallbackDialled':
      counters.count('callbacks.dialled');
      log.info('customer called back', { callId, first: event.agentLegId === null ? 'customer' : 'agent' });
      return;
    case 'CallbackUnanswered':
      counters.count('callbacks.unanswered');
      log.info('callback unanswered', { callId, why: event.why, again: event.again });
      return;
    case 'CallSentToVoicemail':
      counters.count('calls.toVoicemail');
      log.info('caller sent to voicemail', { callId, recordingId: event.recordingId });
      return;
    case 'MessageImpossible':
      counters.count('messages.impossible');
      log.error('a caller could not leave a message', { callId, why: event.why });
      return;
    case 'CallReturned':
      counters.count('calls.returned');
      log.warn('caller back in the queue', { callId, agentId: event.agentId });
      return;
    case 'CallEnded':
      counters.count(`calls.${event.outcome}`);
      log.info('call ended', { callId, outcome: event.outcome, by: event.by });
      return;
    default:
      return;
  }
}

const shown = (caller: Caller): string =>
  caller.kind === 'number'
    ? redacted(caller.number)
    : caller.kind === 'unrecognised'
      ? redacted(caller.text)
      : 'withheld';
