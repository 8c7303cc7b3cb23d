import { minutes, seconds, type Milliseconds } from '@ringside/shared/model/instant';

/** What connections may cost. */
export interface TransportLimits {
  readonly connections: number;
  /** agents behind one NAT or reverse proxy share an address */
  readonly connectionsPerAddress: number;
  /** from the first octet of a message to its last, and from connecting to the first message */
  readonly messageWithin: Milliseconds;
  /** TCP and TLS; longer than half of any session timer, so that a connection with a call stays */
  readonly idle: Milliseconds;
  /** WebSocket: ping after this silence, gone after twice */
  readonly webSocketPing: Milliseconds;
  /** what may wait for a peer that does not read */
  readonly unsentBytes: number;
  /** malformed messages before a connection is closed */
  readonly refusedMessages: number;
  readonly connectWithin: Milliseconds;
}

export const TRANSPORT_LIMITS: TransportLimits = {
  connections: 10_000,
  connectionsPerAddress: 1_000,
  messageWithin: seconds(10),
  idle: minutes(30),
  webSocketPing: seconds(30),
  unsentBytes: 1_048_576,
  refusedMessages: 20,
  connectWithin: seconds(10),
};

/** A connection that is closed has this long to send what was written. */
export const CLOSE_WITHIN_MS: Milliseconds = seconds(2);
