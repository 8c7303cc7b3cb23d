import type { Milliseconds } from '@ringside/shared/model/instant';

/** Timer values of RFC 3261 section 17.1.1.1 that the transaction user needs as well. */
export interface SipTimes {
  readonly t1: Milliseconds;
  readonly t2: Milliseconds;
}

export const defaultSipTimes: SipTimes = { t1: 500, t2: 4_000 };

/** How long an ACK to a 2xx or a PRACK is waited for (sections 13.3.1.4, RFC 3262 section 3). */
export const giveUpAfter = (times: SipTimes): Milliseconds => 64 * times.t1;
