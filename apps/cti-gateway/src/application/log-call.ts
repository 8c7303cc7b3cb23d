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
