import type { AgentId, CallId, CaseId, CustomerId, TaskId } from '@ringside/shared/model/ids';
import type { TaskKind, TaskState } from '@ringside/shared/model/case-stage';
import type { Instant } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';

export interface Task {
  readonly taskId: TaskId;
  readonly kind: TaskKind;
  readonly title: string;
  readonly note: string;
  readonly state: TaskState;
  readonly dueAt: Instant;
  readonly ownerId: AgentId;
  readonly customerId: CustomerId | null;
  readonly caseId: CaseId | null;
  readonly callId: CallId | null;
  readonly number: PhoneNumber | null;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
  readonly version: number;
}
