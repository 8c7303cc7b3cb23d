import type { Instant } from '@ringside/shared/model/instant';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Call, CallIn } from './call.ts';
import { isOnPhone } from './call.ts';
import type { CallCommand } from './call-command.ts';
import type { CallDecision } from './decide-call.ts';

type Command<Do extends CallCommand['do']> = Extract<CallCommand, { readonly do: Do }>;

/** OFFER-1: only a waiting call is offered, to one agent at a time. */
export function offer(call: Call, command: Command<'offer'>, at: Instant): CallDecision {
  if (call.state !== 'queued') return refuse('notPossibleNow');
  const { do: _do, ...facts } = command;
  return ok([{ type: 'CallOffered', ...facts, at }]);
}

/** OFFER-2, OFFER-8: joined at once when the agent's leg is up, otherwise as soon as it is, within a bound. */
export function accept(call: Call, command: Command<'accept'>, at: Instant): CallDecision {
  if (call.state === 'talking' && call.agentId === command.agentId) return ok([]);
  if (!isOffered(call, command.offerId) || call.agentId !== command.agentId) return refuse('offerIsGone');
  // DUTY-4: a telephone is answered at the telephone
  if (isOnPhone(call)) return refuse('notPossibleNow');
  if (call.legUp) return ok([{ type: 'CallAnswered', at }]);
  return ok(call.taken ? [] : [{ type: 'OfferTaken', until: command.legUntil, at }]);
}

/** OFFER-3: the call goes back to its old place. */
export function returnOffer(call: Call, command: Command<'returnOffer'>, at: Instant): CallDecision {
  if (!isOffered(call, command.offerId)) return refuse('offerIsGone');
  const { offerId, agentId } = call;
  // an agent who pressed Answer did not miss the call: their leg did not come
  const outcome = command.outcome === 'notAnswered' && call.taken ? 'unreachable' : command.outcome;
  return ok([{ type: 'OfferEnded', offerId, agentId, outcome, at }]);
}

/** The agent's leg is up: silent and muted on a desktop, picked up on a desk phone (OFFER-9). */
export function agentLegUp(call: Call, command: Command<'agentLegUp'>, at: Instant): CallDecision {
  const { legId, picksUp } = command;
  switch (call.state) {
    case 'offered':
      if (call.legId !== legId || call.legUp) return ok([]);
      return ok([
        { type: 'AgentLegUp', legId, at },
        ...(call.taken || picksUp ? [{ type: 'CallAnswered', at } as const] : []),
      ]);
    case 'dialling':
    case 'talking':
    case 'held':
      return ok(call.legId !== legId || call.legUp ? [] : [{ type: 'AgentLegUp', legId, at }]);
    case 'reconnecting':
      return ok(call.leg?.legId === legId ? [{ type: 'CallResumed', at }] : []);
    default:
      return ok([]);
  }
}

const isOffered = (call: Call, offerId: string): call is CallIn<'offered'> =>
  call.state === 'offered' && call.offerId === offerId;
