import type { CallOutcome, Side } from '@ringside/shared/model/call-outcome';
import type { Instant } from '@ringside/shared/model/instant';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Call, Closing } from './call.ts';
import { isLive, notRecorded } from './call.ts';
import type { CallCommand, WrapUpRule } from './call-command.ts';
import type { CallEvent } from './call-event.ts';
import type { CallDecision } from './decide-call.ts';
import { mayExtend, wrapUpAfter } from './wrap-up-manner.ts';
import { unanswered } from './decide-callback.ts';

type Command<Do extends CallCommand['do']> = Extract<CallCommand, { readonly do: Do }>;

/** CALL-10: every call ends once, with who let go and how it is to be counted. */
export function end(call: Call, command: Command<'end'>, at: Instant): CallDecision {
  if (call.state === 'none') return refuse('callIsGone');
  if (!isLive(call)) return ok([]);
  if (call.state === 'ringingBack' || (call.state === 'dialling' && call.callback !== null))
    return ok(
      call.callback === null ? [] : unanswered(call.callback, command.failed ? 'failed' : 'noAnswer', at),
    );
  const outcome = command.failed && !isPromised(call) ? 'failed' : outcomeOf(call);
  return ok(endedWith(call, { outcome, by: command.by, wrapUp: command.wrapUp }, at));
}

/** What the caller was promised, or has said, holds whatever becomes of their line (BACK-4, VM-2). */
const isPromised = (call: Call): boolean =>
  call.state === 'parting' || (call.state === 'leavingMessage' && call.step === 'recording');

/** How a call counts when it ends in this state (pains.md 13). */
function outcomeOf(call: Call): CallOutcome {
  switch (call.state) {
    case 'talking':
    case 'held':
    case 'reconnecting':
      return 'handled';
    case 'dialling':
      return 'noAnswer';
    case 'parting':
      return call.outcome;
    case 'leavingMessage':
      return call.step === 'recording' ? 'leftMessage' : 'abandoned';
    case 'choosingCallback':
      return call.answeredAt === null ? 'abandoned' : 'failed';
    case 'guided':
      if (call.answeredAt !== null) return 'failed';
      return call.step.is === 'sentOn' ? call.step.as : 'leftMenu';
    case 'arrived':
    case 'queued':
    case 'offered':
      // an agent had helped them as far as they could (DUTY-8)
      if (call.passedOn !== null) return 'handled';
      // put back after a lost agent, then left: neither a handled call nor one that was never answered
      return call.answeredAt === null ? 'abandoned' : 'failed';
    default:
      throw new Error(`A call that is ${call.state} can't end`);
  }
}

interface Ending {
  readonly outcome: CallOutcome;
  readonly by: Side;
  readonly wrapUp: WrapUpRule;
}

/** The events of an ending: an open offer is closed first, and wrap-up follows where an agent had the call. */
export function endedWith(call: Call, { outcome, by, wrapUp }: Ending, at: Instant): CallEvent[] {
  if (call.state === 'offered') {
    const { offerId, agentId } = call;
    const why = by === 'caller' ? 'callerGaveUp' : 'withdrawn';
    return [
      { type: 'OfferEnded', offerId, agentId, outcome: why, at },
      { type: 'CallEnded', outcome, by, wrapUpUntil: null, at },
    ];
  }
  const attended =
    call.state === 'talking' ||
    call.state === 'held' ||
    call.state === 'reconnecting' ||
    call.state === 'dialling';
  if (!attended) return [{ type: 'CallEnded', outcome, by, wrapUpUntil: null, at }];
  const following = wrapUpAfter(wrapUp, at);
  if (following !== null) {
    const { manner, until } = following;
    return [{ type: 'CallEnded', outcome, by, wrapUpUntil: until, wrapUp: manner, at }];
  }
  return [
    ...closedUnnoted(call, wrapUp.dispositionNeeded, at),
    { type: 'CallEnded', outcome, by, wrapUpUntil: null, at },
  ];
}

/** WRAP-1: the agent may choose how to close the contact from the answer on, and change it until wrap-up ends. */
export function dispose(call: Call, closing: Closing, at: Instant): CallDecision {
  const open =
    call.state === 'wrapUp' ||
    call.state === 'talking' ||
    call.state === 'held' ||
    call.state === 'reconnecting';
  return open ? ok([{ type: 'ContactDisposed', closing, at }]) : refuse('callIsGone');
}

export function extendWrapUp(call: Call, until: Instant, at: Instant): CallDecision {
  const mayBe = call.state === 'wrapUp' && call.until !== null && mayExtend(call.manner);
  return mayBe ? ok([{ type: 'WrapUpExtended', until, at }]) : refuse('notPossibleNow');
}

/** WRAP-2, WRAP-3: the agent can't leave out a needed disposition; the deadline closes the contact as notRecorded. */
export function endWrapUp(
  call: Call,
  { by, dispositionNeeded }: Command<'endWrapUp'>,
  at: Instant,
): CallDecision {
  if (call.state === 'ended') return ok([]);
  if (call.state !== 'wrapUp') return refuse('notPossibleNow');
  // only an answered contact has something to say about
  const needed = (call.manner?.dispositionNeeded ?? dispositionNeeded) && call.answeredAt !== null;
  if (by === 'agent' && needed && call.closing === null) return refuse('dispositionMissing');
  return ok([...closedUnnoted(call, needed, at), { type: 'WrapUpEnded', by, at }]);
}

function closedUnnoted(call: Exclude<Call, { state: 'none' }>, needed: boolean, at: Instant): CallEvent[] {
  return needed && call.closing === null ? [{ type: 'ContactDisposed', closing: notRecorded, at }] : [];
}
