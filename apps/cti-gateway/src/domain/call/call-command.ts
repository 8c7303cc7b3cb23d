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
import type { CallOutcome, Side } from '@ringside/shared/model/call-outcome';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { CallerStanding } from '../acd/caller-standing.ts';
import type { RoutingReason } from '../acd/routing-reason.ts';
import type { WrapUpMode } from '@ringside/shared/model/wrap-up-mode';
import type { Closing } from './call.ts';
import type { ArrivalRefusal } from './call-event.ts';
import type { Caller } from './call-record.ts';
import type { DutyCommand } from '../duty/duty-command.ts';
import type { GuideCommand } from '../flow/guide-command.ts';
import type { SupervisionCommand } from '../supervision/supervision-command.ts';
import type { CallbackCommand, WaitingCommand } from './waiting-command.ts';

/** How a contact is wrapped up: the queue's rule, or the one for outbound calls. */
export interface WrapUpRule {
  readonly mode: WrapUpMode;
  /** meant in the modes that have a time */
  readonly wrapUpFor: Milliseconds;
  readonly dispositionNeeded: boolean;
}

/** What somebody or something wants of a call. */
export type CallCommand =
  | GuideCommand
  | SupervisionCommand
  | DutyCommand
  | WaitingCommand
  | CallbackCommand
  | {
      readonly do: 'arrive';
      readonly callId: CallId;
      readonly trunkId: TrunkId;
      readonly legId: LegId;
      readonly caller: Caller;
      readonly dialled: string;
      readonly hotlineId: HotlineId | null;
      readonly customerId: CustomerId | null;
      /** absent: a caller like any other */
      readonly standing?: CallerStanding;
      /** `wantedNext`: what becomes of it is wanted in the same stroke (decide-all.ts) */
      readonly to: { readonly queueId: QueueId } | { readonly refused: ArrivalRefusal } | 'wantedNext';
    }
  | {
      readonly do: 'dial';
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
      readonly do: 'offer';
      readonly offerId: OfferId;
      readonly agentId: AgentId;
      readonly stationId: StationId;
      readonly legId: LegId;
      readonly until: Instant;
      readonly idleSince: Instant;
      readonly why: RoutingReason | null;
    }
  | { readonly do: 'weigh'; readonly standing: CallerStanding }
  | {
      readonly do: 'accept';
      readonly offerId: OfferId;
      readonly agentId: AgentId;
      readonly legUntil: Instant;
    }
  | {
      readonly do: 'returnOffer';
      readonly offerId: OfferId;
      readonly outcome: 'declined' | 'notAnswered' | 'unreachable' | 'withdrawn';
    }
  /** `picksUp`: on a desk phone, whose being up means that it was picked up */
  | { readonly do: 'agentLegUp'; readonly legId: LegId; readonly picksUp: boolean }
  | {
      readonly do: 'loseAgentLeg';
      readonly legId: LegId | null;
      readonly until: Instant;
      readonly why: 'lost' | 'repair' | 'restart';
    }
  | { readonly do: 'offerAgentLeg'; readonly stationId: StationId; readonly legId: LegId }
  | { readonly do: 'customerAnswers' }
  | { readonly do: 'hold' }
  | { readonly do: 'retrieve' }
  | { readonly do: 'giveUpReconnecting'; readonly wrapUp: WrapUpRule }
  | { readonly do: 'identify'; readonly customerId: CustomerId; readonly by: AgentId }
  | { readonly do: 'linkCase'; readonly caseId: CaseId }
  | { readonly do: 'linkTask'; readonly taskId: TaskId }
  | { readonly do: 'dispose'; readonly closing: Closing }
  /** the call is over, whoever ended it; `failed` where it was cut off */
  | { readonly do: 'end'; readonly by: Side; readonly failed: boolean; readonly wrapUp: WrapUpRule }
  /** the customer's telephone could not be reached */
  | {
      readonly do: 'dialFails';
      readonly outcome: Extract<CallOutcome, 'noAnswer' | 'failed'>;
      readonly wrapUp: WrapUpRule;
    }
  | { readonly do: 'extendWrapUp'; readonly until: Instant }
  | { readonly do: 'endWrapUp'; readonly by: 'agent' | 'deadline'; readonly dispositionNeeded: boolean };

export type CallRefusal = 'callIsGone' | 'offerIsGone' | 'notPossibleNow' | 'dispositionMissing';
