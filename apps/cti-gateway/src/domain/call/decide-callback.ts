import type { Instant } from '@ringside/shared/model/instant';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Call } from './call.ts';
import { isOffLine } from './call.ts';
import type { CallEvent } from './call-event.ts';
import type { CallDecision } from './decide-call.ts';
import type { CallbackCommand } from './waiting-command.ts';
import type { Callback } from './while-waiting.ts';

/** BACK-4 to BACK-9: what happens when this is wanted of a callback. */
export function decideCallback(call: Call, command: CallbackCommand, at: Instant): CallDecision {
  switch (command.do) {
    case 'planCallback': {
      if (call.state !== 'none') return refuse('notPossibleNow');
      const { do: _do, ...facts } = command;
      const planned: CallEvent = { type: 'CallbackPlanned', ...facts, at };
      return ok(facts.plan.notBefore > at ? [planned] : [planned, { type: 'CallbackDue', at }]);
    }
    case 'callbackDue':
      return ok(call.state === 'planned' && call.dueAt <= at ? [{ type: 'CallbackDue', at }] : []);
    case 'takeCallback': {
      const { offerId, agentId, legId } = command;
      const theirs = call.state === 'offered' && call.offerId === offerId && call.agentId === agentId;
      if (!theirs || !isOffLine(call)) return refuse('offerIsGone');
      return ok([{ type: 'CallbackDialled', legId, agentLegId: call.legId, at }]);
    }
    case 'ringBack':
      return call.state === 'turnComing'
        ? ok([{ type: 'CallbackDialled', legId: command.legId, agentLegId: null, at }])
        : refuse('notPossibleNow');
    case 'giveUpCallback':
      return ok(givenUp(call, at));
    default:
      return unreachable(command);
  }
}

/** BACK-9: an attempt that came to nothing is followed by the next one, until there have been as many as agreed. */
export function unanswered(callback: Callback, why: 'noAnswer' | 'failed', at: Instant): CallEvent[] {
  const again = at + callback.retryAfter;
  const isLast =
    callback.tried + 1 >= callback.attempts || (callback.until !== null && again >= callback.until);
  const tried: CallEvent = { type: 'CallbackUnanswered', why, again: isLast ? null : again, at };
  return isLast ? [tried, ended(at)] : [tried];
}

function givenUp(call: Call, at: Instant): CallEvent[] {
  if (!isOffLine(call)) return [];
  if (call.state !== 'offered') return [ended(at)];
  const { offerId, agentId } = call;
  return [{ type: 'OfferEnded', offerId, agentId, outcome: 'withdrawn', at }, ended(at)];
}

const ended = (at: Instant): CallEvent => ({
  type: 'CallEnded',
  outcome: 'noAnswer',
  by: 'gateway',
  wrapUpUntil: null,
  at,
});
