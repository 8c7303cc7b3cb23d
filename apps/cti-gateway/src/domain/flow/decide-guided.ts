import type { Instant } from '@ringside/shared/model/instant';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Call } from '../call/call.ts';
import { isLive } from '../call/call.ts';
import type { CallEvent } from '../call/call-event.ts';
import type { CallDecision } from '../call/decide-call.ts';
import type { Dismissal, GuideCommand, Guidance, QueueEntry } from './guide-command.ts';
import type { Overflow } from './way.ts';

/** FLOW, OVER: what happens when this is wanted of a caller before or between queues. */
export function decideGuided(call: Call, command: GuideCommand, at: Instant): CallDecision {
  switch (command.do) {
    case 'tellClosed':
      return beforeAgents(call)
        ? ok([{ type: 'CallClosed', why: command.why, at }])
        : refuse('notPossibleNow');
    case 'guide':
      return guide(call, command, at);
    case 'awaitKey':
      return call.state === 'guided' ? ok([{ type: 'KeyAwaited', until: command.until, at }]) : ok([]);
    case 'chooseInMenu': {
      const { choice, language } = command;
      return call.state === 'guided'
        ? ok([{ type: 'MenuChosen', choice, language, at }])
        : refuse('notPossibleNow');
    }
    case 'keyIn':
      return call.state === 'guided'
        ? ok([{ type: 'CallerKeyedIn', keyedIn: command.keyedIn, at }])
        : refuse('notPossibleNow');
    case 'enterQueue':
      return enterQueue(call, command, at);
    case 'overflow':
      return overflow(call, command, at);
    case 'dismiss':
      return dismiss(call, command.as, at);
    default:
      return unreachable(command);
  }
}

function guide(call: Call, { step, sounds, stopAtKey, until }: Guidance, at: Instant): CallDecision {
  if (!beforeAgents(call)) return refuse('notPossibleNow');
  return ok([{ type: 'CallGuided', step, sounds, stopAtKey, until, at }]);
}

/** CALL-3: who has a place keeps it, through whatever they were told in between. */
function enterQueue(call: Call, { queueId, overflows }: QueueEntry, at: Instant): CallDecision {
  if (call.state !== 'arrived' && call.state !== 'guided') return refuse('notPossibleNow');
  return ok([{ type: 'CallQueued', queueId, at }, ...overflows.map((one) => overflowed(one, at))]);
}

/** OVER-3: only a waiting call flows over, from the queue it is in, and never back. */
function overflow(call: Call, { from, to, why }: Overflow, at: Instant): CallDecision {
  if (call.state !== 'queued' || call.queueId !== from) return refuse('notPossibleNow');
  if (to.to === 'queue' && call.way.queues.includes(to.queueId)) return refuse('notPossibleNow');
  return ok([overflowed({ from, to, why }, at)]);
}

const overflowed = ({ from, to, why }: Overflow, at: Instant): CallEvent => ({
  type: 'CallOverflowed',
  from,
  to,
  why,
  at,
});

/** OVER-5: the gateway lets the caller go, and it counts as what they were told. */
function dismiss(call: Call, as: Dismissal, at: Instant): CallDecision {
  if (!isLive(call)) return ok([]);
  if (call.state === 'none' || !beforeAgents(call)) return refuse('notPossibleNow');
  // somebody had talked with them before: that is no caller who was merely sent away (CALL-10)
  const outcome = call.answeredAt === null ? as : 'failed';
  return ok([{ type: 'CallEnded', outcome, by: 'gateway', wrapUpUntil: null, at }]);
}

const beforeAgents = (call: Call): boolean =>
  call.state === 'arrived' || call.state === 'guided' || call.state === 'queued';
