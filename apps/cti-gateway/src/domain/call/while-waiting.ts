import type { CallOutcome } from '@ringside/shared/model/call-outcome';
import type { AgentId, CallId, QueueId, RecordingId, TaskId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';

/**
 * What a caller may do instead of waiting on, and how they are called back (SPEC BACK, VM).
 *
 *   queued, arrived … ─to callback─▶ choosingCallback ─number confirmed─▶ parting ─▶ ended (callback)
 *                   │                 └─declined─▶ queued at the old place, or parting
 *                   └─to voicemail─▶ leavingMessage ─message left─▶ parting ─▶ ended (voicemail)
 *
 *   A callback is a call of its own, with the place of the one it was agreed in:
 *
 *   none ─plan─▶ planned ─due─▶ queued ─offer─▶ offered ─accept─▶ dialling ─answers─▶ talking …      (agent first)
 *                 ▲ │     └───▶ turnComing ─nearly their turn─▶ ringingBack ─answers─▶ queued …     (customer first)
 *                 │ └─window over─▶ ended                            │
 *                 └──no answer: again later── dialling, ringingBack ◀┘ ─no answer, last attempt─▶ ended (noAnswer)
 */

/** What a waiting caller has heard of their wait. */
export interface Told {
  readonly at: Instant;
  /** the best place that was said; null: none yet */
  readonly position: number | null;
  readonly callbackOffered: boolean;
  /** they were sent to the callback and rather wait on */
  readonly callbackDeclined: boolean;
}

export const toldNothing: Omit<Told, 'at'> = {
  position: null,
  callbackOffered: false,
  callbackDeclined: false,
};

/** How a call back was agreed, and how far it has come. */
export interface CallbackPlan {
  /** the contact in which it was agreed; null: a task's, that was made without one */
  readonly of: CallId | null;
  /** the follow-up whose time has come (TASK-13); absent: none */
  readonly taskId?: TaskId;
  readonly number: PhoneNumber;
  readonly first: 'agentFirst' | 'customerFirst';
  /** null: anyone who fits */
  readonly onlyFor: AgentId | null;
  readonly notBefore: Instant;
  /** when it is too late to call; null: as long as it takes */
  readonly until: Instant | null;
  readonly attempts: number;
  readonly retryAfter: Milliseconds;
  /** what the agent who asked for it wants remembered */
  readonly note: string;
}

export interface Callback extends CallbackPlan {
  /** attempts that came to nothing */
  readonly tried: number;
  /** the customer has answered */
  readonly onLine: boolean;
}

export interface CallingBack {
  readonly queueId: QueueId;
  readonly queuedAt: Instant;
  readonly callback: Callback;
}

export interface LeavingMessage {
  readonly queueId: QueueId;
  readonly recordingId: RecordingId;
  /** `greeting` until the tone */
  readonly step: 'greeting' | 'recording';
  readonly since: Instant;
}

/** The gateway says a last thing and lets go. */
export interface Parting {
  readonly outcome: CallOutcome;
  readonly since: Instant;
}
