import type { Milliseconds } from '@ringside/shared/model/instant';
import { timestampDistance } from './packet.ts';

/** RFC 4733 §3.2: events 0-15 are the sixteen DTMF digits. */
export const DIGITS = '0123456789*#ABCD';
const PAYLOAD_LENGTH = 4;
const SAMPLES_PER_MS = 8;
/** A digit whose end was lost counts as ended when nothing of it came for this long. */
const LOST_END_MS = 250;
/** RFC 4733 §2.5.1.3 advises -63…0 dBm0; about what telephones send. */
const VOLUME = 10;
const MAX_DURATION = 0xffff;

export interface TelephoneEvent {
  readonly code: number;
  readonly isEnd: boolean;
  /** timestamp units since the event began */
  readonly duration: number;
}

export const readTelephoneEvent = (packet: Buffer, start: number, end: number): TelephoneEvent | null => {
  if (end - start < PAYLOAD_LENGTH) return null;
  return {
    code: packet.readUInt8(start),
    isEnd: (packet.readUInt8(start + 1) & 0x80) !== 0,
    duration: packet.readUInt16BE(start + 2),
  };
};

export const writeTelephoneEvent = (packet: Buffer, at: number, event: TelephoneEvent): number => {
  packet[at] = event.code;
  packet[at + 1] = (event.isEnd ? 0x80 : 0) | VOLUME;
  packet.writeUInt16BE(Math.min(event.duration, MAX_DURATION), at + 2);
  return at + PAYLOAD_LENGTH;
};

export interface HeardDigit {
  readonly digit: string;
  readonly length: Milliseconds;
}

interface Sounding {
  readonly code: number;
  readonly timestamp: number;
  readonly duration: number;
  readonly heardAt: number;
}

/** Turns event packets into digits, each told once at its end however often its end is repeated or lost. */
export class DigitEar {
  #sounding: Sounding | null = null;
  #told: number | null = null;

  /** Up to two digits: one whose end was lost, ended by the beginning of the next. */
  hear(event: TelephoneEvent, timestamp: number, now: number): readonly HeardDigit[] {
    if (event.code >= DIGITS.length || this.#isOld(timestamp)) return [];
    const before = this.#sounding && this.#sounding.timestamp !== timestamp ? this.#tell() : [];
    const duration = Math.max(event.duration, this.#sounding?.duration ?? 0);
    this.#sounding = { code: event.code, timestamp, duration, heardAt: now };
    return event.isEnd ? [...before, ...this.#tell()] : before;
  }

  /** Called now and then: ends a digit that stopped without an end packet. */
  expire(now: number): readonly HeardDigit[] {
    return this.#sounding && now - this.#sounding.heardAt >= LOST_END_MS ? this.#tell() : [];
  }

  #isOld(timestamp: number): boolean {
    if (this.#told === null) return false;
    const ahead = timestampDistance(this.#told, timestamp);
    // Far behind is a sender that began anew, not a packet that came late.
    return ahead <= 0 && ahead > -8_000;
  }

  #tell(): readonly HeardDigit[] {
    if (!this.#sounding) return [];
    const { code, timestamp, duration } = this.#sounding;
    this.#sounding = null;
    this.#told = timestamp;
    return [{ digit: DIGITS.charAt(code), length: Math.round(duration / SAMPLES_PER_MS) }];
  }
}
