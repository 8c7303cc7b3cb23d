import type { Direction } from '../../../ports/media-engine.ts';
import type { Fingerprint } from '../dtls/identity.ts';
import type { IceCredentials } from '../ice/ice-lite.ts';
import type { Codec } from '../sound/g711.ts';

/** A codec and the payload type it goes by. */
export interface Payload {
  readonly codec: Codec;
  readonly type: number;
}

/** One m-line of the session; RFC 3264 §8 keeps their number and order for the session's life. */
export type Slot =
  | { readonly use: 'audio'; readonly protocol: string; readonly mid: string | null }
  | {
      readonly use: 'rejected';
      readonly kind: string;
      readonly protocol: string;
      readonly formats: readonly string[];
      readonly mid: string | null;
    };

/** What makes a session encrypted (webrtc). */
export interface Secure {
  readonly ice: IceCredentials;
  readonly fingerprint: Fingerprint;
  /** the handshake's server is always we: actpass in offers, passive in answers */
  readonly setup: 'actpass' | 'passive';
}

/** Our side of a session, as the next session description will say it. */
export interface LocalSession {
  /** o= session id, constant for the session's life; a whole number */
  readonly id: string;
  /** o= version, one more with each description */
  readonly version: number;
  readonly address: string;
  readonly port: number;
  readonly direction: Direction;
  readonly slots: readonly Slot[];
  readonly payloads: readonly Payload[];
  /** the payload type of telephone-event/8000, or null without */
  readonly eventType: number | null;
  readonly ssrc: number;
  readonly secure: Secure | null;
  readonly bundled: boolean;
}

export interface RemoteAddress {
  readonly address: string;
  readonly port: number;
}

/** What the peer's description says about sending to it. */
export interface RemoteSession {
  /** in the peer's order of preference, with the peer's payload types; never empty */
  readonly payloads: readonly Payload[];
  readonly eventType: number | null;
  readonly rtp: RemoteAddress;
  readonly rtcp: RemoteAddress;
  /** seen from the peer */
  readonly direction: Direction;
  readonly ice: IceCredentials | null;
  readonly fingerprints: readonly Fingerprint[];
}

/** RFC 3264 §6.1: the same direction seen from the other side. */
export const mirrored = (direction: Direction): Direction =>
  direction === 'sendonly' ? 'recvonly' : direction === 'recvonly' ? 'sendonly' : direction;

export const sends = (direction: Direction): boolean => direction === 'sendrecv' || direction === 'sendonly';
export const receives = (direction: Direction): boolean =>
  direction === 'sendrecv' || direction === 'recvonly';

/** The direction in which both sides agree. */
export const common = (one: Direction, other: Direction): Direction => {
  const sending = sends(one) && sends(other);
  const receiving = receives(one) && receives(other);
  if (sending) return receiving ? 'sendrecv' : 'sendonly';
  return receiving ? 'recvonly' : 'inactive';
};
