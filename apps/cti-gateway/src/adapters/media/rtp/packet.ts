/** RTP fixed header, RFC 3550 §5.1, as far as a relay needs it. */
export interface RtpHeader {
  readonly payloadType: number;
  readonly marker: boolean;
  readonly sequence: number;
  readonly timestamp: number;
  readonly ssrc: number;
  readonly payloadStart: number;
  /** without padding */
  readonly payloadEnd: number;
}

export const RTP_HEADER_LENGTH = 12;

/** RFC 5761 §4: with the marker bit masked off, RTCP's packet types 192-223 are the payload types 64-95. */
export const looksLikeRtcp = (packet: Uint8Array): boolean => {
  const type = (packet[1] ?? 0) & 0x7f;
  return type >= 64 && type <= 95;
};

/** Where the payload begins: after the contributing sources and the header extension; null when it overruns. */
const payloadStart = (packet: Buffer, length: number): number | null => {
  const first = packet.readUInt8(0);
  const start = RTP_HEADER_LENGTH + (first & 0x0f) * 4;
  if ((first & 0x10) === 0) return start <= length ? start : null;
  if (start + 4 > length) return null;
  const end = start + 4 + packet.readUInt16BE(start + 2) * 4;
  return end <= length ? end : null;
};

const paddingLength = (packet: Buffer, length: number): number =>
  (packet.readUInt8(0) & 0x20) === 0 ? 0 : packet.readUInt8(length - 1);

/** Null for anything that is not a whole RTP packet of version 2. */
export const readRtpHeader = (packet: Buffer, length = packet.length): RtpHeader | null => {
  if (length < RTP_HEADER_LENGTH || packet.readUInt8(0) >> 6 !== 2) return null;
  const start = payloadStart(packet, length);
  if (start === null) return null;
  const end = length - paddingLength(packet, length);
  if (end < start) return null;
  return {
    payloadType: packet.readUInt8(1) & 0x7f,
    marker: (packet.readUInt8(1) & 0x80) !== 0,
    sequence: packet.readUInt16BE(2),
    timestamp: packet.readUInt32BE(4),
    ssrc: packet.readUInt32BE(8),
    payloadStart: start,
    payloadEnd: end,
  };
};

export interface RtpFields {
  readonly payloadType: number;
  readonly marker: boolean;
  readonly sequence: number;
  readonly timestamp: number;
  readonly ssrc: number;
}

/** Writes a plain 12-byte header: no extension, no contributing sources. */
export const writeRtpHeader = (packet: Buffer, fields: RtpFields): void => {
  packet[0] = 0x80;
  packet[1] = fields.payloadType | (fields.marker ? 0x80 : 0);
  packet.writeUInt16BE(fields.sequence, 2);
  packet.writeUInt32BE(fields.timestamp, 4);
  packet.writeUInt32BE(fields.ssrc, 8);
};

/** How far `to` is ahead of `from` in 16-bit serial arithmetic: -32768…32767. */
export const sequenceDistance = (from: number, to: number): number => ((to - from) << 16) >> 16;
/** The same for 32-bit timestamps. */
export const timestampDistance = (from: number, to: number): number => (to - from) | 0;
