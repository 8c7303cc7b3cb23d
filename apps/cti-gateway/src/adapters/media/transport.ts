import { RTP_HEADER_LENGTH } from './rtp/packet.ts';
import type { RemoteSession } from './sdp/session.ts';

/** How a leg's packets reach its peer: plain RTP or SRTP over ICE. Packets handed over may be overwritten. */
export interface Transport {
  readonly port: number;
  /** Follows the peer's description: where to send, whose certificate to trust. */
  follow(remote: RemoteSession): void;
  /** The packet needs 16 bytes of room behind `length`, for SRTP's tag. */
  sendRtp(packet: Buffer, length: number): void;
  sendRtcp(packet: Buffer, length: number): void;
  /** Called ten times a second. */
  tick(now: number): void;
  close(): void;
}

export interface TransportEvents {
  /** The path is there: at once for RTP, after ICE and DTLS for WebRTC. Told once. */
  connected(): void;
  failed(why: string): void;
  /** A plain RTP packet; what is heard may be overwritten. */
  rtp(packet: Buffer, length: number): void;
  rtcp(packet: Buffer, length: number): void;
  /** A packet met a fault of ours; the leg lives on. */
  fault(cause: unknown): void;
}

/** A packet's scratch space: more than any audio packet that is relayed, with its SRTP tag. */
export const PACKET_ROOM = 1_500;
const TAIL_ROOM = 16;
/** The longest payload relayed. */
export const MAX_PAYLOAD = PACKET_ROOM - RTP_HEADER_LENGTH - TAIL_ROOM;
