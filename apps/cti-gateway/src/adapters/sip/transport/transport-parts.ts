import type { Instant } from '@ringside/shared/model/instant';
import type { LookupFunction } from 'node:net';
import type { Clock } from '../../../ports/clock.ts';
import type { Log } from '../../../ports/log.ts';
import type { MessageLimits } from '../message/message-limits.ts';
import type { ConnectionCensus } from './connection-census.ts';
import type { Counters } from './counters.ts';
import type { Hearing } from './hearing.ts';
import type { TransportLimits } from './transport-limits.ts';

/** What every transport stands on. */
export interface TransportParts {
  readonly clock: Clock;
  readonly log: Log;
  /** for what strangers can cause at will */
  readonly warnSeldom: Log['warn'];
  readonly messageLimits: MessageLimits;
  readonly limits: TransportLimits;
  readonly counters: Counters;
  readonly hearing: Hearing;
  readonly lookUp: LookupFunction;
  readonly census: ConnectionCensus;
  /** numbers connections from 1 */
  readonly nextNumber: () => number;
  /** connections that want to be asked from time to time whether they are still worth their place */
  readonly watched: Set<Watched>;
}

export interface Watched {
  check(now: Instant): void;
  close(): void;
}
