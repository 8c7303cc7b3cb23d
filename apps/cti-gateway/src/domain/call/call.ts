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
import type { CallOutcome, Feeling, Side } from '@ringside/shared/model/call-outcome';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { CallerStanding } from '../acd/caller-standing.ts';
import type { Caller } from './call-record.ts';
import type { Callback, CallingBack, LeavingMessage, Parting, Told } from './while-waiting.ts';
import type { WrapUpManner } from './wrap-up-manner.ts';
import type { PassedOn } from '../duty/duty-event.ts';
import type { RungAt } from '../duty/next-to-ring.ts';
import { isPhoneStation } from '../duty/phone-station.ts';
import type { Guided, Way } from '../flow/way.ts';
import type { SentTo } from '../supervision/supervision-event.ts';

/**
 * One contact by telephone, folded from its events (SPEC CALL).
 *
 *   none ─arrive─▶ arrived ─queue─▶ queued ─offer─▶ offered ─answer─▶ talking ◀─▶ held
 *     │               │               ▲ ▲ ◀─return─────┘                │ ▲
 *     │               └─refuse─▶ ended│ └──────grace over── reconnecting◀┘ │ (agent's leg lost, back)
 *     │                            ▲  │                          └────────┘
 *     │                            └──┴─caller leaves     talking, held, reconnecting ─end─▶ wrapUp ─close─▶ ended
 *     └─dial─▶ dialling ─customer answers─▶ talking       dialling ─fails, cancelled─▶ wrapUp
 *
 * An agent may pass a caller on to whoever is on duty; whose own telephone is lost (DUTY-6) is followed by a new round:
 *
 *   talking, held ─passOn─▶ queued          talking on a telephone ─leg lost─▶ queued          queued ─promise─▶ parting
 *
 * The gateway's voice leads a caller before a queue (closed, menu) and out of one (overflow):
 *
 *   arrived, queued ─guide─▶ guided ─key, silence─▶ guided, queued, ended
 *
 * What else a waiting caller may come to, and the states of a callback, are drawn in while-waiting.ts.
 */
export type Call =
  | { readonly state: 'none' }
  | (Known & { readonly state: 'arrived' })
  | (Known & Guided & { readonly state: 'guided' })
  | (Known & Waiting & { readonly state: 'queued' })
  | (Known & Waiting & Offer & { readonly state: 'offered' })
  | (Known & Attended & { readonly state: 'dialling' })
  | (Known & Attended & { readonly state: 'talking' })
  | (Known & Attended & { readonly state: 'held' })
  | (Known & Reconnecting & { readonly state: 'reconnecting' })
  | (Known & Ended & WrappingUp & { readonly state: 'wrapUp' })
  | (Known & Ended & { readonly state: 'ended' })
  | (Known & { readonly state: 'choosingCallback'; readonly queueId: QueueId })
  | (Known & LeavingMessage & { readonly state: 'leavingMessage' })
  | (Known & Parting & { readonly state: 'parting' })
  | (Known & CallingBack & { readonly state: 'planned'; readonly dueAt: Instant })
  | (Known & CallingBack & { readonly state: 'turnComing' })
  | (Known & CallingBack & { readonly state: 'ringingBack'; readonly since: Instant });

export type CallIn<State extends Call['state']> = Extract<Call, { readonly state: State }>;

/** What is known in every state but the first. */
export interface Known {
  readonly callId: CallId;
  readonly direction: 'inbound' | 'outbound';
  readonly trunkId: TrunkId;
  /** the customer's leg */
  readonly customerLegId: LegId;
  readonly caller: Caller;
  readonly dialled: string;
  readonly hotlineId: HotlineId | null;
  readonly customerId: CustomerId | null;
  readonly taskId: TaskId | null;
  readonly arrivedAt: Instant;
  readonly queueId: QueueId | null;
  /** the call's place in its queue; kept through every return (SPEC CALL-3) */
  readonly queuedAt: Instant | null;
  readonly answeredAt: Instant | null;
  /** who answered last */
  readonly answeredBy: AgentId | null;
  /** who dialled, on an outbound call */
  readonly dialledBy: AgentId | null;
  readonly waitMs: Milliseconds;
  readonly talkMs: Milliseconds;
  readonly holdMs: Milliseconds;
  readonly closing: Closing | null;
  readonly caseIds: readonly CaseId[];
  readonly taskIds: readonly TaskId[];
  /** what counts for the caller's place and agent (ACD-11) */
  readonly standing: CallerStanding;
  readonly way: Way;
  /** points that a supervisor gave by hand (SUP-15) */
  readonly extraPoints: number;
  /** the person whom a supervisor keeps them for */
  readonly sentTo: SentTo | null;
  /** what was announced while they wait; null: nothing yet */
  readonly told: Told | null;
  /** where this is a call back that a customer or an agent asked for */
  readonly callback: Callback | null;
  /** an agent passed them on to whoever is on duty; the last time counts */
  readonly passedOn: PassedOn | null;
}

export interface Waiting {
  readonly queueId: QueueId;
  readonly queuedAt: Instant;
  /** agents who let this call pass in this round; others come first (ACD-4) */
  readonly passedOver: readonly AgentId[];
  /** of a queue that people on duty serve: where it rang in vain in this round (DUTY-3) */
  readonly rungAt: readonly RungAt[];
}

export interface Offer {
  readonly offerId: OfferId;
  readonly agentId: AgentId;
  readonly stationId: StationId;
  readonly legId: LegId;
  readonly offeredAt: Instant;
  readonly until: Instant;
  /** the agent's idle place, given back to them when the caller gives up */
  readonly idleSince: Instant;
  readonly legUp: boolean;
  /** the agent pressed Answer and waits for their leg */
  readonly taken: boolean;
}

export interface Attended {
  readonly agentId: AgentId;
  readonly stationId: StationId;
  /** the agent's leg */
  readonly legId: LegId;
  /** begin of this stretch of dialling, talking or holding */
  readonly since: Instant;
  /** false only where a customer answered an outbound call before the agent's leg was up */
  readonly legUp: boolean;
}

export interface Reconnecting {
  readonly agentId: AgentId;
  readonly since: Instant;
  /** when the caller goes back to the queue */
  readonly until: Instant;
  /** whether the caller was on hold before */
  readonly held: boolean;
  /** the leg being offered anew, once the station is there */
  readonly leg: { readonly stationId: StationId; readonly legId: LegId } | null;
}

export interface Ended {
  readonly outcome: CallOutcome;
  readonly endedBy: Side;
  readonly endedAt: Instant;
  readonly wrapUpMs: Milliseconds;
}

export interface WrappingUp {
  readonly agentId: AgentId;
  /** when it ends by itself; null: when the agent is done */
  readonly until: Instant | null;
  /** null: begun before there were modes */
  readonly manner: WrapUpManner | null;
}

/** How the agent closes a contact. */
export interface Closing {
  readonly disposition: string;
  readonly resolved: boolean | null;
  readonly feeling: Feeling | null;
  readonly note: string;
}

/** What closes a contact whose agent chose nothing before the deadline (WRAP-3). */
export const notRecorded: Closing = { disposition: 'notRecorded', resolved: null, feeling: null, note: '' };

/** The agent who has the call now: rung by it, in it, or wrapping it up. */
export function agentOf(call: Call): AgentId | null {
  switch (call.state) {
    case 'offered':
    case 'dialling':
    case 'talking':
    case 'held':
    case 'reconnecting':
    case 'wrapUp':
      return call.agentId;
    case 'none':
    case 'arrived':
    case 'guided':
    case 'queued':
    case 'ended':
    case 'choosingCallback':
    case 'leavingMessage':
    case 'parting':
    case 'planned':
    case 'turnComing':
    case 'ringingBack':
      return null;
  }
}

/** Whether the agent who has the call, or is rung by it, is at their own telephone: no desk of theirs has part in it (DUTY-5). */
export const isOnPhone = (call: Call): boolean => 'stationId' in call && isPhoneStation(call.stationId);

/** The agent's leg as the switch knows it now, or null. */
export function agentLegOf(call: Call): LegId | null {
  switch (call.state) {
    case 'offered':
    case 'dialling':
    case 'talking':
    case 'held':
      return call.legId;
    case 'reconnecting':
      return call.leg?.legId ?? null;
    default:
      return null;
  }
}

/** True while the customer is on the line, or is being rung. */
export const isLive = (call: Call): boolean =>
  call.state !== 'none' && call.state !== 'wrapUp' && call.state !== 'ended' && !isOffLine(call);

/** A callback whose customer has not been dialled yet, or is to be dialled again (BACK-3). */
export function isOffLine(call: Call): boolean {
  switch (call.state) {
    case 'planned':
    case 'turnComing':
      return true;
    case 'queued':
    case 'offered':
      return call.callback !== null && !call.callback.onLine;
    default:
      return false;
  }
}
