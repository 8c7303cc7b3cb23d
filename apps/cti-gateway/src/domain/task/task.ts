import type { AgentId, CallId, CaseId, CustomerId, JobFamilyId, TaskId } from '@ringside/shared/model/ids';
import type { TaskKind, TaskRepeat, TaskState } from '@ringside/shared/model/case-stage';
import type { Instant } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';

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
  readonly checklist: readonly { readonly text: string; readonly done: boolean }[];
  /** begins when this one is finished */
  readonly after: TaskId | null;
  readonly repeat: TaskRepeat | null;
  readonly snoozed: { readonly until: Instant; readonly reason: string } | null;
  /** how often somebody was told that it is late */
  readonly timesEscalated: number;
  readonly finishedAt: Instant | null;
  readonly version: number;
}
