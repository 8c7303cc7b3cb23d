import type { StationCredentials } from '@ringside/shared/protocol/down';
import type { Leg } from './leg.ts';

/** One registration over one WebSocket connection. It ends with `lost` and is never used again. */
export interface SipLine {
  /** Registers anew at once; `lost` follows when the registrar does not answer in time. */
  check(): void;
  /** For the next challenge: credentials are renewed before the old ones run out, on the same connection. */
  renew(credentials: StationCredentials): void;
  /** `byeFirst` at sign-out: ends legs and the registration properly. Without it the connection is dropped as it is. */
  close(byeFirst: boolean): Promise<void>;
}

export interface SipLineListener {
  registered(): void;
  /** Once, for whatever reason the line is no more; `denied` when the registrar did not accept the credentials. */
  lost(why: 'disconnected' | 'denied' | 'noAnswer'): void;
  /** The gateway put a leg up: it is answered already. */
  leg(leg: Leg): void;
}

export type OpenSipLine = (
  credentials: StationCredentials,
  webSocketUrl: string,
  track: () => MediaStreamTrack | null,
  listener: SipLineListener,
) => SipLine;
