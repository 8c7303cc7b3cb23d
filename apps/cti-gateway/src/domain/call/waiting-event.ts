import type { CallId, QueueId, RecordingId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';

/** `silence`: they gave none; `number`: none that can be called; `noTrunk`: nobody can be called from here */
export type CallbackDeclinedWhy = 'silence' | 'number' | 'noTrunk';

/** What befalls a caller who waits, or who leaves a number or a message instead of waiting. */
export type WaitingEvent =
  /** an announcement was made (WAIT-2 to WAIT-5) */
  | {
      readonly type: 'CallerTold';
      readonly sounds: readonly string[];
      /** the place that was said, or null where none was */
      readonly position: number | null;
      readonly callbackOffered: boolean;
    }
  /** sent to the callback by a menu, by closed lines or by overflow; `queueId` is whose agents will call */
  | { readonly type: 'CallSentToCallback'; readonly queueId: QueueId }
  /** they rather wait, or gave no number that can be called: back to the old place, or a goodbye where they had none */
  | { readonly type: 'CallbackDeclined'; readonly why: CallbackDeclinedWhy }
  /** the number is confirmed; `callbackId` is the call that will be made */
  | {
      readonly type: 'CallbackAgreed';
      readonly callbackId: CallId;
      readonly number: PhoneNumber;
    }
  | {
      readonly type: 'CallSentToVoicemail';
      readonly queueId: QueueId;
      readonly recordingId: RecordingId;
    }
  /** the greeting is over: now they speak */
  | {
      readonly type: 'MessageBegun';
      readonly longest: Milliseconds;
      readonly silence: Milliseconds;
    }
  /** `length` 0: nothing was said */
  | { readonly type: 'MessageLeft'; readonly length: Milliseconds }
  /** nothing can be recorded, and the caller is told so (VM-6) */
  | { readonly type: 'MessageImpossible'; readonly why: 'noRoom' | 'failed' };
