import type { Instant } from '@ringside/shared/model/instant';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Call } from './call.ts';
import type { CallCommand } from './call-command.ts';
import type { CallEvent } from './call-event.ts';
import type { CallDecision } from './decide-call.ts';
import { endedWith } from './decide-ending.ts';
import { unanswered } from './decide-callback.ts';

type Command<Do extends CallCommand['do']> = Extract<CallCommand, { readonly do: Do }>;

/** CALL-1: a call that arrives is queued for its hotline's queue, spoken to first, or refused with a reason. */
export function arrive(call: Call, command: Command<'arrive'>, at: Instant): CallDecision {
  if (call.state !== 'none') return refuse('notPossibleNow');
  const { callId, trunkId, legId, caller, dialled, hotlineId, customerId, standing, to } = command;
  const arrived: CallEvent = {
    type: 'CallArrived',
    callId,
    trunkId,
    legId,
    caller,
    dialled,
    hotlineId,
    customerId,
    ...(standing === undefined ? {} : { standing }),
    at,
  };
  if (to === 'wantedNext') return ok([arrived]);
  if ('refused' in to) return ok([arrived, { type: 'CallRefused', why: to.refused, at }]);
  return ok([arrived, { type: 'CallQueued', queueId: to.queueId, at }]);
}

export function dial(call: Call, command: Command<'dial'>, at: Instant): CallDecision {
  if (call.state !== 'none') return refuse('notPossibleNow');
  const { do: _do, ...facts } = command;
  return ok([{ type: 'CallDialled', ...facts, at }]);
}

/** CALL-11: busy, no answer and unreachable are not a call, but the agent may note why before going on. */
export function dialFails(call: Call, command: Command<'dialFails'>, at: Instant): CallDecision {
  if (call.state === 'ringingBack') return ok(unanswered(call.callback, command.outcome, at));
  if (call.state !== 'dialling') return refuse('callIsGone');
  if (call.callback !== null) return ok(unanswered(call.callback, command.outcome, at));
  return ok(endedWith(call, { outcome: command.outcome, by: 'caller', wrapUp: command.wrapUp }, at));
}
