import type { TrunkId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { WrapUpMode } from '@ringside/shared/model/wrap-up-mode';
import { days, hours, minutes, seconds } from '@ringside/shared/model/instant';

/** What the operator sets about the gateway's own behaviour. Lines, queues and lists are the Centre's. */
export interface Settings {
  /** the product's version, as /api/about shows it */
  readonly version: string;
  /** PROTOCOL_VERSION of packages/shared; a desk that speaks another is refused */
  readonly protocol: number;
  /** SIP domain of stations and realm of their digests, e.g. "ringside.example" */
  readonly realm: string;
  /** where stations connect: absolute ("wss://…/sip"), or a path on the gateway that served the page ("/sip") */
  readonly stationWebSocketUrl: string;
  /** where people open the gateway from anywhere, without a slash at its end; null: not said, so that no mail can name it */
  readonly publicUrl: string | null;
  readonly dialling: Dialling;
  readonly timings: Timings;
}

/** Outbound calls. Toll limits are enforced here and once more in the switch. */
export interface Dialling {
  /** null: no outbound calls */
  readonly trunkId: TrunkId | null;
  /** E.164 number shown to the customer; null leaves it to the trunk */
  readonly presented: string | null;
  /** how a call that an agent dialled is wrapped up; its time is timings.outboundWrapUpFor */
  readonly wrapUpMode: WrapUpMode;
  /** E.164 prefixes that may be called, e.g. ["+886"]; [] allows none */
  readonly allowedPrefixes: readonly string[];
}

export interface Timings {
  /** how long a caller is kept for an agent whose leg was lost (SPEC CALL-9) */
  readonly reconnectFor: Milliseconds;
  /** how long an accepted offer waits for the agent's leg (OFFER-8) */
  readonly legWithin: Milliseconds;
  /** how long a customer's telephone is rung on an outbound call */
  readonly dialFor: Milliseconds;
  /** wrap-up after an outbound call, which has no queue */
  readonly outboundWrapUpFor: Milliseconds;
  /** what one press of Extend adds to wrap-up */
  readonly wrapUpExtension: Milliseconds;
  /** how long a page may be silent or away before its agent is Not ready (PRES-6) */
  readonly pageSilence: Milliseconds;
  /** how long after falling asleep who was Ready becomes Ready again by themselves (PRES-12) */
  readonly resumeWithin: Milliseconds;
  readonly sessionFor: Milliseconds;
  readonly stationGrantFor: Milliseconds;
  /** least time between two `queues` events to one desk */
  readonly queuesEvery: Milliseconds;
  /** between two looks at the floor for those who watch the board */
  readonly boardEvery: Milliseconds;
  /** wait before a failed commit is tried again */
  readonly commitRetry: Milliseconds;
  /** how long the sound of a message is kept (VM-7) */
  readonly recordingsFor: Milliseconds;
  /** how long a letter is tried that the mail server does not take now (LETTER-7) */
  readonly retryLettersFor: Milliseconds;
  /** how long a consequence that was carried out may wait to be marked so */
  readonly doneWithin: Milliseconds;
}

export const defaultTimings: Timings = {
  reconnectFor: seconds(20),
  legWithin: seconds(5),
  dialFor: seconds(60),
  outboundWrapUpFor: minutes(1),
  wrapUpExtension: minutes(1),
  pageSilence: seconds(20),
  resumeWithin: minutes(15),
  sessionFor: hours(12),
  stationGrantFor: hours(8),
  queuesEvery: seconds(1),
  boardEvery: seconds(1),
  commitRetry: seconds(1),
  recordingsFor: days(90),
  retryLettersFor: days(2),
  doneWithin: 200,
};
