import { JitterBuffer } from './mix/jitter-buffer.ts';
import { readRtpHeader, type RtpHeader } from './rtp/packet.ts';
import { Reception, type ReceptionCounts } from './rtp/reception.ts';
import { DigitEar, readTelephoneEvent, type HeardDigit } from './rtp/telephone-event.ts';
import type { LocalSession, RemoteSession } from './sdp/session.ts';
import { SAMPLES, type Codec } from './sound/g711.ts';
import { LevelMeter } from './sound/level.ts';
import { MAX_PAYLOAD } from './transport.ts';

/** A packet of the peer's that counts. */
export interface Utterance {
  readonly packet: Buffer;
  readonly header: RtpHeader;
  readonly as: Codec | 'event';
  /** changes when the peer begins a new stream; unique among all legs */
  readonly stream: number;
}

/** While a stream is alive another SSRC is an intruder; after this it may be the successor. */
const SOURCE_SILENT_MS = 60;

let streamCount = 0;

/** What a peer says: told apart by payload type, counted, measured, its digits spelt. */
export class Hearing {
  readonly reception = new Reception();
  readonly #level = new LevelMeter();
  readonly #ear = new DigitEar();
  readonly #understood: (Codec | 'event' | undefined)[] = [];
  readonly #hearDigit: (heard: HeardDigit) => void;
  #stream = 0;
  #ssrc: number | null = null;
  #heardAt = Number.NEGATIVE_INFINITY;
  #packets = 0;
  #judged: ReceptionCounts = { expected: 0, received: 0 };
  #talk: JitterBuffer | null = null;

  constructor(hearDigit: (heard: HeardDigit) => void) {
    this.#hearDigit = hearDigit;
  }

  /** The peer should use our payload types (RFC 3264 §5.1), yet some use their own. */
  understand(local: LocalSession, remote: RemoteSession): void {
    this.#understood.length = 0;
    for (const session of [remote, local]) {
      if (session.eventType !== null) this.#understood[session.eventType] = 'event';
      for (const { codec, type } of session.payloads) this.#understood[type] = codec;
    }
  }

  /** Null for a packet that is none, of an unknown type, or of an intruding stream. */
  hear(packet: Buffer, length: number, now: number): Utterance | null {
    const header = readRtpHeader(packet, length);
    const as = header && this.#understood[header.payloadType];
    if (!as || header.payloadEnd - header.payloadStart > MAX_PAYLOAD || !this.#isFromPeer(header, now))
      return null;
    if (this.reception.count(header, now)) this.#stream = ++streamCount;
    this.#packets++;
    if (as === 'event') this.#hearEvent(packet, header, now);
    else this.#level.hear(packet, header.payloadStart, header.payloadEnd, as);
    return { packet, header, as, stream: this.#stream };
  }

  /** Ends digits whose end was lost. */
  expireDigits(now: number): void {
    for (const heard of this.#ear.expire(now)) this.#hearDigit(heard);
  }

  /** Keeps audio for the mixer. */
  keepTalk({ packet, header, as }: Utterance): void {
    if (as === 'event') return;
    this.#talk ??= new JitterBuffer();
    this.#talk.put(header.timestamp, packet, header.payloadStart, header.payloadEnd, SAMPLES[as]);
  }

  takeTalk(): Int16Array | null {
    return this.#talk?.take() ?? null;
  }

  forgetTalk(): void {
    this.#talk = null;
  }

  /** Packets expected and received since the last time this was asked. */
  sinceLast(): ReceptionCounts {
    const { expected, received } = this.reception.counts();
    const before = this.#judged;
    this.#judged = { expected, received };
    return { expected: expected - before.expected, received: received - before.received };
  }

  get packets(): number {
    return this.#packets;
  }

  level(): number {
    return this.#level.dBm0();
  }

  #isFromPeer(header: RtpHeader, now: number): boolean {
    if (header.ssrc !== this.#ssrc && now - this.#heardAt < SOURCE_SILENT_MS) return false;
    this.#ssrc = header.ssrc;
    this.#heardAt = now;
    return true;
  }

  #hearEvent(packet: Buffer, header: RtpHeader, now: number): void {
    const event = readTelephoneEvent(packet, header.payloadStart, header.payloadEnd);
    if (event) for (const heard of this.#ear.hear(event, header.timestamp, now)) this.#hearDigit(heard);
  }
}
