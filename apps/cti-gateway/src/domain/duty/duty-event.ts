import type {
  AgentId,
  CaseId,
  ManagerRequestId,
  PromiseId,
  QueueId,
  RotaId,
  TaskId,
} from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { ManagerRequestReason } from '@ringside/shared/model/rota';

/** Why an agent passed a caller on to whoever is on duty: what goes along (DUTY-8). */
export interface PassedOn {
  readonly requestId: ManagerRequestId;
  readonly from: AgentId;
  readonly fromName: string;
  readonly rotaId: RotaId;
  readonly reason: ManagerRequestReason;
  readonly note: string;
  readonly caseId: CaseId | null;
}

/** What befalls a caller who wants a manager. */
export type DutyEvent =
  | ({ readonly type: 'CallPassedOn'; readonly queueId: QueueId } & PassedOn)
  /** nobody could take the call: they are told that a manager calls them back, and the call is let go (DUTY-10) */
  | ({ readonly type: 'ManagerPromised'; readonly number: PhoneNumber } & PromisedBack);

/** The call back as it was promised. */
export interface PromisedBack {
  readonly taskId: TaskId;
  readonly promiseId: PromiseId;
  readonly ownerId: AgentId;
  readonly dueAt: Instant;
}
