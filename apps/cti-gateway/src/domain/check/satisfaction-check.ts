import type { AgentId, CallId, CaseId, CheckId, TaskId } from '@ringside/shared/model/ids';
import type { Satisfaction } from '@ringside/shared/model/case-stage';
import type { Instant } from '@ringside/shared/model/instant';

/** Asking a customer whether they are satisfied, 2 to 7 days after the answer, by somebody else than who handled it (CHECK). */
export interface SatisfactionCheck {
  readonly checkId: CheckId;
  readonly caseId: CaseId;
  /** the satisfaction call in somebody's list */
  readonly taskId: TaskId | null;
  readonly from: Instant;
  readonly until: Instant;
  readonly attemptsAllowed: number;
  readonly attempts: readonly CheckAttempt[];
  /** answers to the three questions, 1 to 5 or null where none was given */
  readonly answers: {
    readonly solved: number | null;
    readonly handled: number | null;
    readonly stay: number | null;
  };
  readonly comment: string;
  readonly outcome: Satisfaction | null;
  readonly endedAt: Instant | null;
  readonly version: number;
}

export interface CheckAttempt {
  readonly at: Instant;
  readonly by: AgentId;
  readonly callId: CallId | null;
  readonly note: string;
}
