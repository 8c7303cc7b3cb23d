import type {
  AgentId,
  CallId,
  CaseId,
  CustomerId,
  HotlineId,
  LegId,
  OfferId,
  QueueId,
  StationId,
  TaskId,
  TrunkId,
} from '@ringside/shared/model/ids';
import type { CallOutcome, OfferOutcome, Side } from '@ringside/shared/model/call-outcome';
import type { Instant } from '@ringside/shared/model/instant';
import type { CallerStanding } from '../acd/caller-standing.ts';
import type { RoutingReason } from '../acd/routing-reason.ts';
import type { Closing } from './call.ts';
import type { Caller } from './call-record.ts';
import type { CallbackEvent } from './callback-event.ts';
import type { WrapUpManner } from './wrap-up-manner.ts';
import type { WaitingEvent } from './waiting-event.ts';
import type { DutyEvent } from '../duty/duty-event.ts';
import type { GuideEvent } from '../flow/guide-event.ts';
import type { SupervisionEvent } from '../supervision/supervision-event.ts';

/** Why a call was not taken on. */
export type ArrivalRefusal = 'unknownNumber' | 'busy' | 'full';

/** What happened to a call. Stored as it is; a field once written keeps its meaning. */
export type CallEvent = { readonly at: Instant } & (
  | WaitingEvent
  | CallbackEvent
  | GuideEvent
  | SupervisionEvent
  | DutyEvent
  | {
      readonly type: 'CallArrived';
      readonly callId: CallId;
      readonly trunkId: TrunkId;
      readonly legId: LegId;
      readonly caller: Caller;
      readonly dialled: string;
      readonly hotlineId: HotlineId | null;
      readonly customerId: CustomerId | null;
      /** absent in calls of before there were points */
      readonly standing?: CallerStanding;
    }
  /** it turned out who calls: from now on this counts for their place (ACD-11) */
  | { readonly type: 'CallWeighed'; readonly standing: CallerStanding }
  | { readonly type: 'CallRefused'; readonly why: ArrivalRefusal }
  | { readonly type: 'CallQueued'; readonly queueId: QueueId }
  | {
      readonly type: 'CallDialled';
      readonly callId: CallId;
      readonly trunkId: TrunkId;
      readonly legId: LegId;
      readonly caller: Caller;
      readonly dialled: string;
      readonly customerId: CustomerId | null;
      readonly taskId: TaskId | null;
      readonly agentId: AgentId;
      readonly stationId: StationId;
      readonly agentLegId: LegId;
    }
  | {
      readonly type: 'CallOffered';
      readonly offerId: OfferId;
      readonly agentId: AgentId;
      readonly stationId: StationId;
      readonly legId: LegId;
      readonly until: Instant;
      readonly idleSince: Instant;
      /** absent or null: nobody decided by rules, or it was before there were reasons */
      readonly why?: RoutingReason | null;
    }
  /** the agent pressed Answer before their leg was up */
  | { readonly type: 'OfferTaken'; readonly until: Instant }
  | {
      readonly type: 'OfferEnded';
      readonly offerId: OfferId;
      readonly agentId: AgentId;
      readonly outcome: Exclude<OfferOutcome, 'accepted'>;
    }
  | { readonly type: 'AgentLegUp'; readonly legId: LegId }
  /** the customer and the agent are joined for the first time */
  | { readonly type: 'CallAnswered' }
  | { readonly type: 'CallHeld' }
  | { readonly type: 'CallRetrieved' }
  | {
      readonly type: 'AgentLegLost';
      /** null: there was none */
      readonly legId: LegId | null;
      readonly until: Instant;
      readonly why: 'lost' | 'repair' | 'restart';
    }
  | { readonly type: 'AgentLegOffered'; readonly stationId: StationId; readonly legId: LegId }
  /** the leg offered anew came to nothing; the next station event offers another */
  | { readonly type: 'AgentLegFailed'; readonly legId: LegId }
  | { readonly type: 'CallResumed' }
  /** the grace time is over: back to the old place in the queue */
  | {
      readonly type: 'CallReturned';
      readonly agentId: AgentId;
      /** a telephone was lost on the way: whoever had the call may be rung first again (DUTY-6); absent: others come first */
      readonly again?: true;
    }
  | { readonly type: 'CallIdentified'; readonly customerId: CustomerId; readonly by: AgentId }
  | { readonly type: 'CaseLinked'; readonly caseId: CaseId }
  | { readonly type: 'TaskLinked'; readonly taskId: TaskId }
  | { readonly type: 'ContactDisposed'; readonly closing: Closing }
  | {
      readonly type: 'CallEnded';
      readonly outcome: CallOutcome;
      readonly by: Side;
      /** null: no wrap-up follows, or one without a time (`wrapUp`) */
      readonly wrapUpUntil: Instant | null;
      /** how it is wrapped up; absent: not at all, or until `wrapUpUntil` as before there were modes */
      readonly wrapUp?: WrapUpManner;
    }
  | { readonly type: 'WrapUpExtended'; readonly until: Instant }
  | { readonly type: 'WrapUpEnded'; readonly by: 'agent' | 'deadline' }
);

export type CallEventOf<Type extends CallEvent['type']> = Extract<CallEvent, { readonly type: Type }>;
