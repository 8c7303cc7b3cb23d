import type {
  AgentId,
  CallId,
  CustomerId,
  HotlineId,
  LegId,
  QueueId,
  TrunkId,
} from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Language } from '@ringside/shared/model/language';
import type { CallerStanding } from '../acd/caller-standing.ts';
import type { Caller } from './call-record.ts';
import type { CallbackPlan } from './while-waiting.ts';

/** What befalls a call back from its agreement until the customer answers, or until it is given up. */
export type CallbackEvent =
  | {
      readonly type: 'CallbackPlanned';
      readonly callId: CallId;
      readonly trunkId: TrunkId;
      readonly legId: LegId;
      readonly caller: Caller;
      readonly hotlineId: HotlineId | null;
      readonly customerId: CustomerId | null;
      readonly queueId: QueueId;
      /** the place of the call it was agreed in (BACK-4) */
      readonly queuedAt: Instant;
      readonly plan: CallbackPlan;
      readonly standing: CallerStanding;
      /** the one the customer heard; null: the line's own */
      readonly language: Language | null;
      /** who asked for it on screen; null: the customer by telephone */
      readonly by: AgentId | null;
    }
  /** its time has come: into the queue, or towards its turn where the customer is called first */
  | { readonly type: 'CallbackDue' }
  /** `agentLegId` null: nobody is with it yet (customer first) */
  | { readonly type: 'CallbackDialled'; readonly legId: LegId; readonly agentLegId: LegId | null }
  /** customer first: they are on the line and wait at the head of the queue */
  | { readonly type: 'CallbackReached' }
  /** `again` null: that was the last attempt */
  | {
      readonly type: 'CallbackUnanswered';
      readonly why: 'noAnswer' | 'failed';
      readonly again: Instant | null;
    };
