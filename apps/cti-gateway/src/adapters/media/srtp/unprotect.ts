import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { readRtpHeader, sequenceDistance } from '../rtp/packet.ts';
import { CounterMode } from './counter-mode.ts';
import { deriveSessionKeys, type MasterKey, type SessionKeys } from './derive-keys.ts';
import { TAG_LENGTH } from './protect.ts';
import { ReplayWindow } from './replay-window.ts';

const SRTCP_TRAILER = 4 + TAG_LENGTH;
const RTCP_HEADER_LENGTH = 8;
/** A browser sends one audio stream and seldom starts another; more sources than this are refused. */
const MAX_SOURCES = 16;
const MAX_PACKET = 2_048;

interface Source {
  rollovers: number;
  highest: number;
  readonly window: ReplayWindow;
}

/** RFC 3711 §3.3.1: the rollover count that brings the sequence number nearest to the highest seen. */
const guessRollovers = (source: Source, sequence: number): number => {
  const ahead = sequenceDistance(source.highest, sequence);
  if (ahead > 0) return sequence < source.highest ? source.rollovers + 1 : source.rollovers;
  return sequence > source.highest ? source.rollovers - 1 : source.rollovers;
};

const isAuthentic = (key: KeyObject, parts: readonly Buffer[], tag: Buffer): boolean => {
  const hmac = createHmac('sha1', key);
  for (const part of parts) hmac.update(part);
  return timingSafeEqual(hmac.digest().subarray(0, TAG_LENGTH), tag);
};

/** Padding is encrypted too, so only the outline without it can be read before decryption. */
const readSrtpOutline = (packet: Buffer, length: number): ReturnType<typeof readRtpHeader> => {
  if (length < 12) return null;
  const first = packet.readUInt8(0);
  packet[0] = first & ~0x20;
  const header = readRtpHeader(packet, length);
  packet[0] = first;
  return header;
};

/** The incoming half of an SRTP session: proves, checks for replay, then decrypts in place. */
export class SrtpReceiver {
  readonly #rtp: SessionKeys;
  readonly #rtcp: SessionKeys;
  readonly #rtpCipher: CounterMode;
  readonly #rtcpCipher: CounterMode;
  readonly #sources = new Map<number, Source>();
  readonly #rtcpWindow = new ReplayWindow();
  readonly #rolloverBytes = Buffer.alloc(4);

  constructor(master: MasterKey) {
    this.#rtp = deriveSessionKeys(master, 'srtp');
    this.#rtcp = deriveSessionKeys(master, 'srtcp');
    this.#rtpCipher = new CounterMode(this.#rtp.encryption, this.#rtp.salt);
    this.#rtcpCipher = new CounterMode(this.#rtcp.encryption, this.#rtcp.salt);
  }

  /** The length of the plain packet now in packet[0, …), or null: forged, replayed or no SRTP at all. */
  unprotect(packet: Buffer): number | null {
    const length = packet.length - TAG_LENGTH;
    if (packet.length > MAX_PACKET) return null;
    const header = readSrtpOutline(packet, length);
    if (!header) return null;
    const source = this.#sources.get(header.ssrc) ?? this.#newSource(header.sequence);
    if (!source) return null;
    const rollovers = guessRollovers(source, header.sequence);
    const index = rollovers * 0x1_0000 + header.sequence;
    if (index < 0 || !source.window.allows(index)) return null;
    this.#rolloverBytes.writeUInt32BE(rollovers >>> 0);
    const signed = [packet.subarray(0, length), this.#rolloverBytes];
    if (!isAuthentic(this.#rtp.authentication, signed, packet.subarray(length))) return null;
    this.#remember(header.ssrc, source, header.sequence, rollovers, index);
    this.#rtpCipher.apply(packet, header.payloadStart, length, header.ssrc, index);
    return length;
  }

  /** The same for SRTCP; packets sent unencrypted are refused. */
  unprotectRtcp(packet: Buffer): number | null {
    const length = packet.length - SRTCP_TRAILER;
    if (length < RTCP_HEADER_LENGTH || packet.length > MAX_PACKET) return null;
    const word = packet.readUInt32BE(length);
    const index = word & 0x7fff_ffff;
    if (word >>> 31 === 0 || !this.#rtcpWindow.allows(index)) return null;
    const signed = packet.subarray(0, length + 4);
    if (!isAuthentic(this.#rtcp.authentication, [signed], packet.subarray(length + 4))) return null;
    this.#rtcpWindow.accept(index);
    this.#rtcpCipher.apply(packet, RTCP_HEADER_LENGTH, length, packet.readUInt32BE(4), index);
    return length;
  }

  #newSource(sequence: number): Source | null {
    if (this.#sources.size >= MAX_SOURCES) return null;
    return { rollovers: 0, highest: sequence, window: new ReplayWindow() };
  }

  #remember(ssrc: number, source: Source, sequence: number, rollovers: number, index: number): void {
    this.#sources.set(ssrc, source);
    if (index > source.rollovers * 0x1_0000 + source.highest) {
      source.rollovers = rollovers;
      source.highest = sequence;
    }
    source.window.accept(index);
  }
}
