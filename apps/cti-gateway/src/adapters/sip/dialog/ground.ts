import type { Clock } from '../../../ports/clock.ts';
import type { IdSource } from '../../../ports/id-source.ts';
import type { Log } from '../../../ports/log.ts';
import type { SipStack } from '../stack.ts';
import type { SipTimes } from './sip-times.ts';

/** What everything above the transactions stands on. */
export interface Ground {
  readonly stack: SipStack;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly times: SipTimes;
}

/** 96 random bits: tags must have at least 32 (RFC 3261 section 19.3). */
export const newTag = (ids: IdSource): string => ids.secret(12);
export const newCallIdentifier = (ids: IdSource): string => ids.secret(18);

/** in [0, 1) */
export function chance(ids: IdSource): number {
  const [byte = 0, more = 0] = Buffer.from(ids.secret(2), 'base64url');
  return (byte * 256 + more) / 65_536;
}
