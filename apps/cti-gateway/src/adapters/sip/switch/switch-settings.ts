import type { Milliseconds } from '@ringside/shared/model/instant';
import { minutes, seconds } from '@ringside/shared/model/instant';
import { defaultSipTimes } from '../dialog/sip-times.ts';
import type { SipTimes } from '../dialog/sip-times.ts';
import { defaultTimerWish } from '../dialog/session-timer.ts';
import type { TimerWish } from '../dialog/session-timer.ts';
import type { TrunkSettings } from '../trunk/trunk-settings.ts';

/** What the operator sets about telephony. */
export interface SwitchSettings {
  /** SIP domain of stations and realm of digests, e.g. "ringside.example" */
  readonly realm: string;
  /** tells our own calls from others when a trunk sends them back; the same on all nodes that share a trunk, new or kept */
  readonly instanceId: string;
  readonly trunks: readonly TrunkSettings[];
  readonly callsAtOnce: number;
  /** new calls taken on in a second; more get 503 */
  readonly callsPerSecond: number;
  readonly timings: SwitchTimings;
}

export interface SwitchTimings {
  readonly sip: SipTimes;
  readonly session: TimerWish;
  /** how long a page may take to answer its leg, and then ICE and DTLS */
  readonly pageAnswersWithin: Milliseconds;
  /** how long a desk phone or a customer's telephone is rung at most, whatever the application does */
  readonly ringsFor: Milliseconds;
  /** how long the application may take to admit or refuse a call before it is refused with 503 */
  readonly decidedWithin: Milliseconds;
  /** what a refused caller is told to wait */
  readonly retryAfter: Milliseconds;
  /** a caller from whom nothing is heard for so long is asked whether the call still exists; then again and again */
  readonly probeAfter: Milliseconds;
}

export const defaultSwitchTimings: SwitchTimings = {
  sip: defaultSipTimes,
  session: defaultTimerWish,
  pageAnswersWithin: seconds(8),
  ringsFor: minutes(3),
  decidedWithin: seconds(20),
  retryAfter: seconds(10),
  probeAfter: seconds(30),
};
