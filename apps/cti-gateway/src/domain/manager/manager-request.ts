import type {
  AgentId,
  CallId,
  CaseId,
  CustomerId,
  ManagerRequestId,
  PromiseId,
  RotaId,
  TaskId,
} from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type {
  ManagerOutcome,
  ManagerRequestReason,
  ManagerRequestState,
  ManagerRequestWay,
} from '@ringside/shared/model/rota';

/** Somebody wants a manager: who, why, who took it, and what came of it (SPEC DUTY). One row, whatever the way. */
export interface ManagerRequest {
  readonly requestId: ManagerRequestId;
  readonly rotaId: RotaId;
  readonly way: ManagerRequestWay;
  /** null: from a complaint, with nobody on the line */
  readonly callId: CallId | null;
  readonly caseId: CaseId | null;
  readonly customerId: CustomerId | null;
  /** the agent who passed the caller on */
  readonly askedBy: AgentId | null;
  readonly askedAt: Instant;
  readonly reason: ManagerRequestReason | null;
  /** what the agent wrote to go with it, e.g. what was tried */
  readonly note: string;
  readonly state: ManagerRequestState;
  readonly takenBy: AgentId | null;
  readonly takenAt: Instant | null;
  readonly via: 'desk' | 'phone' | null;
  readonly outcome: ManagerOutcome | null;
  /** what the customer told the manager, by the centre's category; null: not said */
  readonly category: string | null;
  readonly outcomeNote: string;
  readonly promiseId: PromiseId | null;
  /** the call back that was promised */
  readonly taskId: TaskId | null;
  readonly closedAt: Instant | null;
  readonly version: number;
}

/** A page with the pop for a person at an ordinary telephone, by a secret address that opens once (SPEC LINK). */
export interface PopLink {
  readonly tokenSha256: string;
  readonly requestId: ManagerRequestId;
  readonly agentId: AgentId;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  /** digest of the cookie of the browser that opened it first; only that one sees it from then on */
  readonly openedBySha256: string | null;
  readonly openedAt: Instant | null;
}
