import type { CalendarId, HotlineId, QueueId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { Language, LocalText } from '@ringside/shared/model/language';
import type { Destination } from './queue.ts';

/** A number customers dial (DNIS). */
export interface Hotline {
  readonly hotlineId: HotlineId;
  readonly name: LocalText;
  /** what arrives as the dialled number: E.164, a short number or a SIP user part */
  readonly numbers: readonly string[];
  readonly queueId: QueueId;
  /** `atOnce`: the call is answered and hears music; `withAgent`: it keeps ringing until an agent takes it */
  readonly answer: 'atOnce' | 'withAgent';
  /** sound file stems of `resources/sounds` or own recordings, e.g. "welcome-en"; null plays none */
  readonly greeting: string | null;
  readonly music: string;
  /** in which announcements are spoken until the caller chooses otherwise */
  readonly language: Language;
  /** null: always open */
  readonly calendarId: CalendarId | null;
  readonly whenClosed: ClosedRule;
  /** closed now by hand, whatever the hours; with the reason, recorded */
  readonly emergency: { readonly reason: string; readonly prompt: string | null } | null;
  readonly menu: Menu | null;
  /** what the agent says first; shown on the pop */
  readonly script: LocalText | null;
  /** what, beside the caller's number, finds the customer: names of passed headers, e.g. "x-customer-id" */
  readonly popKeys: readonly string[];
}

export interface ClosedRule {
  /** said before; null: nothing. Languages are added by the hotline's language where the stem has none */
  readonly prompt: string | null;
  readonly to: Destination;
}

/** A simple menu: says `prompt`, waits for one key. */
export interface Menu {
  readonly prompt: string;
  /** how long a key is waited for after the prompt */
  readonly waitFor: Milliseconds;
  /** how often the prompt is said again after silence or a wrong key, before `otherwise` */
  readonly repeats: number;
  readonly choices: readonly MenuChoice[];
  readonly otherwise: QueueId;
}

export interface MenuChoice {
  /** 0-9, * or # */
  readonly key: string;
  readonly name: LocalText;
  readonly to: MenuTarget;
}

export type MenuTarget =
  | { readonly to: 'queue'; readonly queueId: QueueId }
  /** speaks this language from now on, and says the menu again */
  | { readonly to: 'language'; readonly language: Language }
  /** asks for digits, ended by # or silence; what they are found to be reaches the pop */
  | {
      readonly to: 'keyIn';
      readonly what: 'customerNumber' | 'caseReference';
      readonly prompt: string;
      readonly queueId: QueueId;
    }
  | { readonly to: 'voicemail' }
  | { readonly to: 'callback' };
