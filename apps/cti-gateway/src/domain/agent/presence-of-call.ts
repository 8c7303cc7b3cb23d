import type { AgentId } from '@ringside/shared/model/ids';
import type { PresenceMove } from '@ringside/shared/model/presence-transitions';
import type { Call } from '../call/call.ts';
import { agentOf, isOnPhone } from '../call/call.ts';
import type { CallEvent } from '../call/call-event.ts';
import { isPhoneStation } from '../duty/phone-station.ts';

export interface AgentMove {
  readonly agentId: AgentId;
  readonly move: PresenceMove;
}

/** What an event of a call does to agents' presences: a call that is taken over leaves one of them and comes to another. */
export function presenceMovesOf(before: Call, event: CallEvent, missesAllowed: number): readonly AgentMove[] {
  if (event.type === 'CallTakenOver' && before.state !== 'none') {
    // SUP-13: who takes it over closes it, so the agent goes where their contact would have led
    const to: AgentMove = { agentId: event.by, move: { move: 'dial', callId: before.callId } };
    return isOnPhone(before) ? [to] : [{ agentId: event.from, move: { move: 'finish' } }, to];
  }
  // DUTY-5: who is at their own telephone may be signed out; no desk of theirs is any busier for it
  if (isOnPhone(before) || (event.type === 'CallOffered' && isPhoneStation(event.stationId))) return [];
  if (event.type === 'CallPassedOn') return [{ agentId: event.from, move: { move: 'finish' } }];
  const moved = presenceMoveOf(before, event, missesAllowed);
  return moved === null ? [] : [moved];
}

/**
 * What an event of a call does to the presence of the agent who has it; null: nothing. `before` is the call it befell,
 * `missesAllowed` how many offers in a row may go unanswered before the agent is set Not ready (PRES-10).
 */
function presenceMoveOf(before: Call, event: CallEvent, missesAllowed: number): AgentMove | null {
  if (event.type === 'CallDialled')
    return { agentId: event.agentId, move: { move: 'dial', callId: event.callId } };
  if (before.state === 'none') return null;
  if (event.type === 'CallOffered') {
    return {
      agentId: event.agentId,
      move: { move: 'reserve', callId: before.callId, offerId: event.offerId },
    };
  }
  const agentId = agentOf(before);
  const move = agentId === null ? null : moveOf(before, event, missesAllowed);
  return agentId !== null && move !== null ? { agentId, move } : null;
}

function moveOf(
  before: Exclude<Call, { state: 'none' }>,
  event: CallEvent,
  missesAllowed: number,
): PresenceMove | null {
  switch (event.type) {
    case 'CallAnswered':
      return before.state === 'offered' ? { move: 'answer', callId: before.callId } : null;
    case 'CallbackDialled':
      return before.state === 'offered' ? { move: 'answer', callId: before.callId } : null;
    case 'CallbackUnanswered':
      return { move: 'finish' };
    case 'OfferEnded':
      return before.state === 'offered' ? offerMove(event.outcome, before.idleSince, missesAllowed) : null;
    case 'CallReturned':
      return { move: 'lose' };
    case 'CallEnded':
      return event.wrapUpUntil === null && event.wrapUp === undefined
        ? { move: 'finish' }
        : { move: 'wrapUp', callId: before.callId, until: event.wrapUpUntil };
    case 'WrapUpExtended':
      return { move: 'extendWrapUp', until: event.until };
    case 'WrapUpEnded':
      return { move: 'finish' };
    default:
      return null;
  }
}

/** OFFER-4 to OFFER-7: who let the offer go decides where the agent stands afterwards. */
function offerMove(
  outcome: Extract<CallEvent, { type: 'OfferEnded' }>['outcome'],
  idleSince: number,
  missesAllowed: number,
): PresenceMove {
  switch (outcome) {
    case 'declined':
      return { move: 'miss', reason: 'declined' };
    case 'notAnswered':
      return { move: 'miss', reason: 'missed', allowed: missesAllowed };
    case 'unreachable':
      return { move: 'miss', reason: 'unreachable' };
    case 'callerGaveUp':
    case 'withdrawn':
      return { move: 'giveBack', idleSince };
  }
}
