import type { Feeling } from '@ringside/shared/model/call-outcome';
import type { CaseChannel, CaseType, Impact, Severity, Urgency } from '@ringside/shared/model/case-stage';
import type { AgentId, CallId, ContractId, CustomerId, ServicePointId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { CaseProduct } from '../../domain/case/case.ts';
import type { Change } from '../../ports/store.ts';
import type { Asker } from '../made-once.ts';

/** What a customer told about a complaint, a request or a compliment, as it was written down. */
export interface ToldCase {
  readonly type: CaseType;
  readonly customerId: CustomerId | null;
  readonly callId: CallId | null;
  readonly channel: CaseChannel;
  readonly whatHappened: string;
  readonly category: string;
  readonly severity: Severity;
  readonly impact: Impact;
  readonly urgency: Urgency;
  readonly legal: boolean;
  readonly product: CaseProduct | null;
  readonly servicePointId: ServicePointId | null;
  readonly contractId: ContractId | null;
  readonly remedyWanted: string;
  readonly feeling: Feeling | null;
  readonly apologyGiven: boolean;
  readonly explanation: string;
  readonly commitment: string;
  readonly promise: {
    readonly what: string;
    readonly dueAt: Instant;
    /** null: who records it */
    readonly ownerId: AgentId | null;
  } | null;
}

/** Who writes it down. */
export interface Recorder {
  /** what the ids of the case and its promise follow from */
  readonly asker: Asker;
  /** null: another system brings it, and the case waits for somebody to take it */
  readonly agentId: AgentId | null;
  /** what people should read about where it comes from; becomes an internal note */
  readonly note?: string;
  /** what is written with it */
  readonly along?: readonly Change[];
}
