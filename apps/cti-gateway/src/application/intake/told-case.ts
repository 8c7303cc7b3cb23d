import type { AgentId, CallId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Case } from '../../domain/case/case.ts';
import type { Change } from '../../ports/store.ts';
import type { Asker } from '../made-once.ts';

/** What a customer told about a complaint, a request or a compliment, as it was written down. */
export interface ToldCase extends Pick<
  Case,
  | 'type'
  | 'customerId'
  | 'channel'
  | 'whatHappened'
  | 'category'
  | 'severity'
  | 'impact'
  | 'urgency'
  | 'legal'
  | 'product'
  | 'servicePointId'
  | 'contractId'
  | 'remedyWanted'
  | 'feeling'
  | 'apologyGiven'
  | 'explanation'
  | 'commitment'
> {
  readonly callId: CallId | null;
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
