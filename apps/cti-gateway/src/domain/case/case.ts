import type { AgentId, CallId, CaseId, CustomerId, PromiseId } from '@ringside/shared/model/ids';
import type { Feeling } from '@ringside/shared/model/call-outcome';
import type { CaseStage, CaseType, Severity } from '@ringside/shared/model/case-stage';
import type { Instant } from '@ringside/shared/model/instant';

export interface Case {
  readonly caseId: CaseId;
  /** "C-2291": sequential, read out to the customer */
  readonly reference: string;
  readonly type: CaseType;
  readonly stage: CaseStage;
  readonly title: string;
  readonly whatHappened: string;
  readonly category: string;
  readonly severity: Severity;
  readonly remedyWanted: string;
  readonly feeling: Feeling | null;
  readonly apologyGiven: boolean;
  readonly commitment: string;
  readonly customerId: CustomerId | null;
  readonly ownerId: AgentId;
  readonly openedBy: AgentId;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  /** calls about this case, first to last */
  readonly callIds: readonly CallId[];
  readonly priority: Priority;
  readonly version: number;
}

export interface Priority {
  readonly score: number;
  readonly terms: readonly { readonly term: string; readonly points: number }[];
}

/** A promise is a row of its own: it is due whether or not its case is open. */
export interface CustomerPromise {
  readonly promiseId: PromiseId;
  readonly caseId: CaseId | null;
  readonly customerId: CustomerId | null;
  readonly what: string;
  readonly ownerId: AgentId;
  readonly madeAt: Instant;
  readonly dueAt: Instant;
  readonly keptAt: Instant | null;
}
