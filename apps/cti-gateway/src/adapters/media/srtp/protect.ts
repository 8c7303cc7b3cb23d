import { createHmac } from 'node:crypto';
import { readRtpHeader, sequenceDistance } from '../rtp/packet.ts';
import { CounterMode } from './counter-mode.ts';
import { deriveSessionKeys, type MasterKey, type SessionKeys } from './derive-keys.ts';

/** AES_CM_128_HMAC_SHA1_80: the first 80 bits of the HMAC (RFC 3711 §4.2.1). */
export const TAG_LENGTH = 10;
const SRTCP_INDEX_LENGTH = 4;
/** Room that protect() and protectRtcp() need behind the packet. */
export const PROTECTION_LENGTH = TAG_LENGTH + SRTCP_INDEX_LENGTH;
const RTCP_HEADER_LENGTH = 8;

/** The outgoing half of an SRTP session with one stream: the rollover counter follows its sequence numbers. */
export class SrtpSender {
  readonly #rtp: SessionKeys;
  readonly #rtcp: SessionKeys;
  readonly #rtpCipher: CounterMode;
  readonly #rtcpCipher: CounterMode;
  #rollovers = 0;
  #highest = -1;
  #rtcpIndex = 0;
  readonly #rolloverBytes = Buffer.alloc(4);

  constructor(master: MasterKey) {
    this.#rtp = deriveSessionKeys(master, 'srtp');
    this.#rtcp = deriveSessionKeys(master, 'srtcp');
    this.#rtpCipher = new CounterMode(this.#rtp.encryption, this.#rtp.salt);
    this.#rtcpCipher = new CounterMode(this.#rtcp.encryption, this.#rtcp.salt);
  }

  /** Encrypts and signs packet[0, length) in place and returns the new length; null for what is not RTP. */
  protect(packet: Buffer, length: number): number | null {
    const header = readRtpHeader(packet, length);
    if (!header) return null;
    const rollovers = this.#rolloversFor(header.sequence);
    const index = rollovers * 0x1_0000 + header.sequence;
    this.#rtpCipher.apply(packet, header.payloadStart, length, header.ssrc, index);
    this.#rolloverBytes.writeUInt32BE(rollovers >>> 0);
    const hmac = createHmac('sha1', this.#rtp.authentication);
    hmac
      .update(packet.subarray(0, length))
      .update(this.#rolloverBytes)
      .digest()
      .copy(packet, length, 0, TAG_LENGTH);
    return length + TAG_LENGTH;
  }

  /** RFC 3711 §3.4: the encryption flag and a 31-bit index of its own stand before the tag. */
  protectRtcp(packet: Buffer, length: number): number {
    this.#rtcpIndex = (this.#rtcpIndex + 1) & 0x7fff_ffff;
    this.#rtcpCipher.apply(packet, RTCP_HEADER_LENGTH, length, packet.readUInt32BE(4), this.#rtcpIndex);
    packet.writeUInt32BE((0x8000_0000 | this.#rtcpIndex) >>> 0, length);
    const signed = length + SRTCP_INDEX_LENGTH;
    const hmac = createHmac('sha1', this.#rtcp.authentication).update(packet.subarray(0, signed));
    hmac.digest().copy(packet, signed, 0, TAG_LENGTH);
    return signed + TAG_LENGTH;
  }

  /** A packet sent out of order after a wrap still belongs to the rollover before it. */
  #rolloversFor(sequence: number): number {
    if (this.#highest < 0) {
      this.#highest = sequence;
      return this.#rollovers;
    }
    const ahead = sequenceDistance(this.#highest, sequence);
    if (ahead <= 0) return sequence > this.#highest ? this.#rollovers - 1 : this.#rollovers;
    if (sequence < this.#highest) this.#rollovers++;
    this.#highest = sequence;
    return this.#rollovers;
  }
}
