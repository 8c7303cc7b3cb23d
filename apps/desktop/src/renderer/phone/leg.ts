import type { AnsweringPeer } from './answering-peer.ts';

/** One connection with the gateway for one call, answered when it came. */
export interface Leg {
  readonly callId: string;
  readonly peer: AnsweringPeer;
  /** The gateway ended it (BYE, CANCEL) or it could not be set up. */
  onEnded(ended: () => void): void;
}
