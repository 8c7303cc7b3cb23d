import type {
  AgentId,
  CallId,
  CaseEntryId,
  CaseId,
  CauseId,
  ContractId,
  CustomerId,
  JobFamilyId,
  PromiseId,
  ServicePointId,
} from '@ringside/shared/model/ids';
import type { CaseHappening } from '@ringside/shared/model/case-happening';
import type { Feeling } from '@ringside/shared/model/call-outcome';
import type {
  CaseChannel,
  CaseStage,
  CaseType,
  CustomerAnswer,
  Impact,
  NoteKind,
  Satisfaction,
  Severity,
  Urgency,
} from '@ringside/shared/model/case-stage';
import type { Instant } from '@ringside/shared/model/instant';

/** What a customer reported and what became of it. What happened to it stands in its history (CaseEntry). */
export interface Case {
  readonly caseId: CaseId;
  /** "C-2291": sequential, read out to the customer */
  readonly reference: string;
  readonly type: CaseType;
  readonly stage: CaseStage;
  readonly stageSince: Instant;
  readonly channel: CaseChannel;
  readonly title: string;
  readonly whatHappened: string;
  readonly category: string;
  readonly severity: Severity;
  readonly impact: Impact;
  readonly urgency: Urgency;
  /** a lawyer, a regulator or a court has been named */
  readonly legal: boolean;
  readonly product: CaseProduct | null;
  readonly servicePointId: ServicePointId | null;
  readonly contractId: ContractId | null;
  readonly remedyWanted: string;
  readonly feeling: Feeling | null;
  readonly apologyGiven: boolean;
  readonly explanation: string;
  readonly commitment: string;
  readonly customerId: CustomerId | null;
  /** null: it waits for somebody to take it */
  readonly ownerId: AgentId | null;
  /** the team whose work it is; null: anybody's */
  readonly familyId: JobFamilyId | null;
  readonly openedBy: AgentId | null;
  readonly openedAt: Instant;
  /** when the customer was told that it has been received */
  readonly acknowledgedAt: Instant | null;
  /** when somebody judged how bad it is; null: severity, impact and urgency are what it came with */
  readonly assessedAt: Instant | null;
  readonly answer: CaseAnswer;
  readonly cause: CaseCause | null;
  /** null: nobody has decided yet whether something must be done about its cause */
  readonly preventionNeeded: boolean | null;
  readonly satisfaction: Satisfaction | null;
  /** items ticked off, as `stage/item` */
  readonly checked: readonly string[];
  readonly timesReopened: number;
  readonly duplicateOf: CaseId | null;
  readonly closedAt: Instant | null;
  /** calls about this case, first to last */
  readonly callIds: readonly CallId[];
  readonly priority: Priority;
  /** when its priority changes by itself, because it has become older; null: no more */
  readonly rankAgainAt: Instant | null;
  readonly version: number;
}

/** As it was called when the case was opened; the ids where it was one of the customer's own. */
export interface CaseProduct {
  readonly name: string;
  readonly productId: string | null;
  readonly orderId: string | null;
}

export interface CaseAnswer {
  readonly proposal: string;
  readonly toldAt: Instant | null;
  readonly customer: CustomerAnswer | null;
}

export interface CaseCause {
  readonly causeId: CauseId;
  /** five whys, first to last */
  readonly whys: readonly string[];
  readonly note: string;
}

export interface Priority {
  readonly score: number;
  readonly terms: readonly { readonly term: string; readonly points: number }[];
}

/** One line of a case's history: written with what it tells of, never changed, never deleted. */
export interface CaseEntry {
  readonly entryId: CaseEntryId;
  readonly caseId: CaseId;
  readonly at: Instant;
  /** null: the gateway itself, or another system */
  readonly who: AgentId | null;
  readonly what: CaseHappening;
  /** what a person wrote, or the thing's name */
  readonly text: string;
  /** of a note; null: no note */
  readonly note: NoteKind | null;
  /** fields that changed, as JSON values */
  readonly changes: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
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
