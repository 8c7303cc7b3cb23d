import type {
  AgentId,
  CallId,
  CustomerId,
  HotlineId,
  OfferId,
  QueueId,
  TaskId,
  TrunkId,
} from '@ringside/shared/model/ids';
import type { CallOutcome, Feeling, OfferOutcome, Side } from '@ringside/shared/model/call-outcome';
import type { Instant } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';

/** Who calls, as far as the network says. `withheld` follows RFC 3323 Privacy and an anonymous From. */
export type Caller =
  | { readonly kind: 'number'; readonly number: PhoneNumber; readonly display: string }
  | { readonly kind: 'unrecognised'; readonly text: string; readonly display: string }
  | { readonly kind: 'withheld' };

/** One row a call, kept up to date with its events: what lists, timelines and figures read. */
export interface CallRecord {
  readonly callId: CallId;
  readonly direction: 'inbound' | 'outbound';
  readonly trunkId: TrunkId;
  readonly caller: Caller;
  readonly dialled: string;
  readonly hotlineId: HotlineId | null;
  readonly queueId: QueueId | null;
  readonly customerId: CustomerId | null;
  readonly agentId: AgentId | null;
  readonly taskId: TaskId | null;
  readonly arrivedAt: Instant;
  readonly queuedAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly outcome: CallOutcome | null;
  readonly endedBy: Side | null;
  readonly waitMs: number;
  readonly talkMs: number;
  readonly holdMs: number;
  readonly wrapUpMs: number;
  readonly disposition: string | null;
  readonly resolved: boolean | null;
  readonly feeling: Feeling | null;
  readonly note: string;
}

/** One row an offer: who was rung, and how that ended. */
export interface OfferRecord {
  readonly offerId: OfferId;
  readonly callId: CallId;
  readonly agentId: AgentId;
  readonly at: Instant;
  readonly endedAt: Instant | null;
  readonly outcome: OfferOutcome | null;
}
