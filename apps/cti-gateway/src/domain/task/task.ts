import type { AgentId, CallId, CaseId, CustomerId, JobFamilyId, TaskId } from '@ringside/shared/model/ids';
import type { TaskKind, TaskRepeat, TaskState } from '@ringside/shared/model/case-stage';
import type { Instant } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';

/**
 * Something to be done for a customer, by one person or by whoever of a team takes it (SPEC TASK).
 *
 *   open: waiting ─the earlier one is finished─▶ begun ─snooze─▶ begun, later       begun ─finish─▶ done | cancelled
 */
export interface Task {
  readonly taskId: TaskId;
  readonly kind: TaskKind;
  readonly title: string;
  readonly note: string;
  readonly state: TaskState;
  /** not before this time, of a window; null: any time until it is due */
  readonly from: Instant | null;
  readonly dueAt: Instant;
  /** null: the team's, for whoever takes it */
  readonly ownerId: AgentId | null;
  readonly familyId: JobFamilyId | null;
  readonly customerId: CustomerId | null;
  readonly caseId: CaseId | null;
  readonly callId: CallId | null;
  readonly number: PhoneNumber | null;
  readonly madeBy: AgentId | null;
  readonly createdAt: Instant;
  readonly remindAt: Instant | null;
  /** when its owner was reminded; null: not yet */
  readonly remindedAt: Instant | null;
  readonly checklist: readonly { readonly text: string; readonly done: boolean }[];
  /** begins when this one is finished */
  readonly after: TaskId | null;
  /** the earlier one is not finished yet: nobody is reminded, rung or told that it is late */
  readonly waiting: boolean;
  readonly repeat: TaskRepeat | null;
  /** when the first of its series was due: the day of the month and the time on the wall come from it */
  readonly firstDueAt: Instant | null;
  /** the next of its series, once that is made */
  readonly nextId: TaskId | null;
  readonly snoozed: { readonly until: Instant; readonly reason: string } | null;
  readonly timesSnoozed: number;
  readonly ringing: Ringing;
  /** how often somebody was told that it is late */
  readonly timesEscalated: number;
  readonly finishedAt: Instant | null;
  readonly version: number;
}

/** How a call-back has rung its owner so far. */
export interface Ringing {
  readonly times: number;
  /** how often of these they let it pass, or were not free in time */
  readonly passed: number;
  /** when it rings again; null: not by itself */
  readonly again: Instant | null;
  /** the call that rings, or waits for its owner to be free */
  readonly callId: CallId | null;
}

export const notRung: Ringing = { times: 0, passed: 0, again: null, callId: null };
