import type { CallOutcome } from '@ringside/shared/model/call-outcome';
import type { AgentId, CallId, QueueId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Call } from '../call/call.ts';

/** How a call's wait in one queue ended. `flowedOut`: it went on to another queue, to voicemail, or was sent away. */
export const visitEnds = ['answered', 'abandoned', 'flowedOut', 'calledBack', 'lost'] as const;
export type VisitEnd = (typeof visitEnds)[number];

/** A wait that goes on. It begins when the call enters the queue, whatever its place there (METRIC-1). */
export interface OpenVisit {
  readonly callId: CallId;
  readonly queueId: QueueId;
  readonly enteredAt: Instant;
}

/** One wait of a call in one queue, written when it is over: what a queue's figures are counted from. */
export interface QueueVisit extends OpenVisit {
  readonly leftAt: Instant;
  readonly end: VisitEnd;
  /** who answered */
  readonly agentId: AgentId | null;
}

/**
 * The wait after one event, and the one that it ended. Pure; folds along with the call. A call that comes back after
 * having been answered was counted when it was answered, and a callback when it was agreed: their waits count nowhere.
 */
export function visitAfter(
  open: OpenVisit | null,
  call: Call,
  at: Instant,
): { readonly open: OpenVisit | null; readonly ended: QueueVisit | null } {
  const waitsIn = waitingIn(call);
  if (open === null) return { open: entered(call, waitsIn, at), ended: null };
  if (waitsIn === open.queueId) return { open, ended: null };
  const ended = { ...open, leftAt: at, end: endOf(call), agentId: answererOf(call) };
  return { open: entered(call, waitsIn, at), ended };
}

function waitingIn(call: Call): QueueId | null {
  switch (call.state) {
    case 'queued':
    case 'offered':
    case 'choosingCallback':
      return call.queueId;
    default:
      return null;
  }
}

function entered(call: Call, queueId: QueueId | null, at: Instant): OpenVisit | null {
  if (queueId === null || call.state === 'none') return null;
  if (call.answeredAt !== null || call.callback !== null) return null;
  return { callId: call.callId, queueId, enteredAt: at };
}

function endOf(call: Call): VisitEnd {
  switch (call.state) {
    case 'talking':
      return 'answered';
    case 'parting':
    case 'ended':
    case 'wrapUp':
      return endOfOutcome(call.outcome);
    default:
      return 'flowedOut';
  }
}

function endOfOutcome(outcome: CallOutcome): VisitEnd {
  switch (outcome) {
    case 'abandoned':
      return 'abandoned';
    case 'tookCallback':
      return 'calledBack';
    case 'failed':
    case 'handled':
    case 'noAnswer':
      return 'lost';
    default:
      return 'flowedOut';
  }
}

const answererOf = (call: Call): AgentId | null => (call.state === 'talking' ? call.agentId : null);
