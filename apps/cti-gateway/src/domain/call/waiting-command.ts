import type { AgentId, CallId, LegId, OfferId, QueueId, RecordingId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { CallbackEvent } from './callback-event.ts';
import type { CallbackDeclinedWhy } from './waiting-event.ts';

/** What is wanted of a caller who waits, leaves a number or a message (SPEC WAIT, BACK, VM). */
export type WaitingCommand =
  | {
      readonly do: 'tell';
      readonly sounds: readonly string[];
      readonly position: number | null;
      readonly callbackOffered: boolean;
    }
  | { readonly do: 'sendToCallback'; readonly queueId: QueueId }
  | { readonly do: 'declineCallback'; readonly why: CallbackDeclinedWhy }
  | { readonly do: 'agreeCallback'; readonly callbackId: CallId; readonly number: PhoneNumber }
  | { readonly do: 'sendToVoicemail'; readonly queueId: QueueId; readonly recordingId: RecordingId }
  | { readonly do: 'beginMessage'; readonly longest: Milliseconds; readonly silence: Milliseconds }
  | { readonly do: 'leaveMessage'; readonly recordingId: RecordingId; readonly length: Milliseconds }
  | { readonly do: 'refuseMessage'; readonly why: 'noRoom' | 'failed' }
  /** the last words are said */
  | { readonly do: 'part' };

/** What is wanted of a callback. */
export type CallbackCommand =
  | ({ readonly do: 'planCallback' } & Omit<Extract<CallbackEvent, { type: 'CallbackPlanned' }>, 'type'>)
  | { readonly do: 'callbackDue' }
  /** agent first: the agent takes it, and the customer is dialled; `legId` is the customer's */
  | {
      readonly do: 'takeCallback';
      readonly offerId: OfferId;
      readonly agentId: AgentId;
      readonly legId: LegId;
    }
  /** customer first: it is nearly their turn */
  | { readonly do: 'ringBack'; readonly legId: LegId }
  /** its window is over, or nobody wants it any more */
  | { readonly do: 'giveUpCallback' };
