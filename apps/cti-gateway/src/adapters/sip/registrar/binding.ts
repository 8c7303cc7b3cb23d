import type { StationId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Flow } from '../stack.ts';

/** Where a station can be reached now. A station has one. */
export interface Binding {
  readonly stationId: StationId;
  readonly media: 'webrtc' | 'rtp';
  /** its Contact URI, which becomes the request URI; for sip.js a name that resolves to nothing (RFC 7118 section 5) */
  readonly contact: string;
  /** the connection it registered over: the only way to it */
  readonly flow: Flow;
  readonly expiresAt: Instant;
  readonly callId: string;
  readonly cseq: number;
}
