import type { HotlineId, QueueId, SkillId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { LocalText } from '@ringside/shared/model/language';

/** The contact centre as its operator set it up: lines, queues and lists to choose from. Read from the configuration. */
export interface Centre {
  readonly name: LocalText;
  /** ISO 3166 region that local numbers are read in, e.g. "TW" */
  readonly region: string;
  /** IANA zone, e.g. "Asia/Taipei" */
  readonly timeZone: string;
  /** ISO 4217 */
  readonly currency: string;
  readonly hotlines: readonly Hotline[];
  readonly queues: readonly Queue[];
  readonly notReadyReasons: readonly { readonly reason: string; readonly name: LocalText }[];
  readonly dispositions: readonly Disposition[];
  readonly categories: readonly Category[];
}

/** A number customers dial (DNIS). */
export interface Hotline {
  readonly hotlineId: HotlineId;
  readonly name: LocalText;
  /** what arrives as the dialled number: E.164, a short number or a SIP user part */
  readonly numbers: readonly string[];
  readonly queueId: QueueId;
  /** `atOnce`: the call is answered and hears music; `withAgent`: it keeps ringing until an agent takes it */
  readonly answer: 'atOnce' | 'withAgent';
  /** sound file stems of `resources/sounds`, e.g. "welcome-en"; null plays none */
  readonly greeting: string | null;
  readonly music: string;
}

export interface Queue {
  readonly queueId: QueueId;
  readonly name: LocalText;
  /** an agent needs all of them */
  readonly skills: readonly SkillId[];
  /** how long one agent is rung before the call goes elsewhere */
  readonly offerFor: Milliseconds;
  /** 0 = no wrap-up; the agent can extend it */
  readonly wrapUpFor: Milliseconds;
  /** callers beyond this are refused with 486 */
  readonly capacity: number;
  /** whether a disposition must be chosen before wrap-up is done */
  readonly dispositionNeeded: boolean;
}

export interface Disposition {
  readonly disposition: string;
  readonly name: LocalText;
  /** suggests "resolved" */
  readonly resolves: boolean;
}

export interface Category {
  readonly category: string;
  readonly parent: string | null;
  readonly name: LocalText;
  readonly sayFirst: LocalText | null;
}
