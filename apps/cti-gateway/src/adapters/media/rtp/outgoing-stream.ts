import { sequenceDistance, timestampDistance, type RtpHeader } from './packet.ts';

const SAMPLES_PER_MS = 8;
/** One frame of 20 ms. */
export const FRAME_SAMPLES = 160;
/** A pause shorter than this is the pacer's or the network's jitter and is not shown in timestamps. */
const JITTER_MS = 100;
/** Timestamps of a relayed stream that leave the clock by more than this were set anew by its sender. */
const CLOCK_LEAP = 16_000;
const MAX_DROPOUT = 3_000;

export interface Numbering {
  readonly sequence: number;
  readonly timestamp: number;
  readonly marker: boolean;
}

export interface StreamPosition {
  readonly ssrc: number;
  readonly sequence: number;
  readonly timestamp: number;
}

interface Relaying {
  readonly source: number;
  readonly firstSequence: number;
  readonly sequenceOffset: number;
  readonly timestampOffset: number;
}

/**
 * The one continuous stream a peer sees, whatever is relayed, mixed or played into it: one SSRC, sequence numbers and
 * timestamps that only go forward (RFC 3550 §5.1), a marker where a new talkspurt begins. Losses in a relayed stream stay visible.
 */
export class OutgoingStream {
  readonly ssrc: number;
  #sequence: number;
  #timestamp: number;
  #sentAt: number;
  /** The moment #timestamp stands for, ms. */
  #timestampAt: number;
  #relaying: Relaying | null = null;
  #eventTimestamp = 0;
  #eventKey = '';

  constructor(position: StreamPosition, now: number) {
    this.ssrc = position.ssrc;
    this.#sequence = position.sequence;
    this.#timestamp = position.timestamp;
    this.#sentAt = now;
    this.#timestampAt = now;
  }

  /** Moment of the last packet, ms. */
  sentAt(): number {
    return this.#sentAt;
  }

  position(): StreamPosition {
    return { ssrc: this.ssrc, sequence: this.#sequence, timestamp: this.#timestamp };
  }

  /** Numbers for the next packet of our own making; `samples` is what the one before it held. */
  next(now: number, samples = FRAME_SAMPLES): Numbering {
    const pause = now - this.#sentAt;
    const marker = this.#relaying !== null || pause >= JITTER_MS;
    this.#relaying = null;
    this.#setTimestamp(this.#nextTimestamp(now, samples), now);
    return { sequence: this.#take(now), timestamp: this.#timestamp, marker };
  }

  /** Numbers for a packet of an RFC 4733 event; all packets of one `key` share the timestamp of its beginning. */
  event(key: string, now: number): Numbering {
    this.#relaying = null;
    const marker = key !== this.#eventKey;
    if (marker) {
      this.#eventKey = key;
      this.#setTimestamp(this.#nextTimestamp(now, FRAME_SAMPLES), now);
      this.#eventTimestamp = this.#timestamp;
    }
    return { sequence: this.#take(now), timestamp: this.#eventTimestamp, marker };
  }

  /** Numbers for a packet of `source`'s stream. Null: it belongs before the moment we switched to that source. */
  relay(source: number, header: RtpHeader, now: number): Numbering | null {
    const current = this.#follow(source, header, now);
    if (sequenceDistance(current.firstSequence, header.sequence) < 0 && this.#isFresh(current)) return null;
    const sequence = (header.sequence + current.sequenceOffset) & 0xffff;
    const timestamp = (header.timestamp + current.timestampOffset) >>> 0;
    const isNewest = sequenceDistance(this.#sequence, sequence) > 0;
    if (isNewest) {
      this.#sequence = sequence;
      if (timestampDistance(this.#timestamp, timestamp) > 0) this.#setTimestamp(timestamp, now);
      this.#sentAt = now;
    }
    const isFirst = header.sequence === current.firstSequence && isNewest;
    return { sequence, timestamp, marker: header.marker || isFirst };
  }

  #isFresh(current: Relaying): boolean {
    return (
      sequenceDistance(current.firstSequence, (this.#sequence - current.sequenceOffset) & 0xffff) < 1_000
    );
  }

  #follow(source: number, header: RtpHeader, now: number): Relaying {
    if (this.#relaying?.source === source && this.#continues(this.#relaying, header, now))
      return this.#relaying;
    this.#relaying = {
      source,
      firstSequence: header.sequence,
      sequenceOffset: (this.#sequence + 1 - header.sequence) & 0xffff,
      timestampOffset: (this.#nextTimestamp(now, FRAME_SAMPLES) - header.timestamp) >>> 0,
    };
    return this.#relaying;
  }

  #continues(relaying: Relaying, header: RtpHeader, now: number): boolean {
    const sequence = (header.sequence + relaying.sequenceOffset) & 0xffff;
    if (Math.abs(sequenceDistance(this.#sequence, sequence)) > MAX_DROPOUT) return false;
    const timestamp = (header.timestamp + relaying.timestampOffset) >>> 0;
    const leap = timestampDistance(this.#timestamp, timestamp) - (now - this.#timestampAt) * SAMPLES_PER_MS;
    return Math.abs(leap) < CLOCK_LEAP;
  }

  #nextTimestamp(now: number, samples: number): number {
    const pause = now - this.#timestampAt;
    const step = pause < JITTER_MS ? samples : Math.max(samples, Math.round(pause * SAMPLES_PER_MS));
    return (this.#timestamp + step) >>> 0;
  }

  #setTimestamp(timestamp: number, now: number): void {
    this.#timestamp = timestamp;
    this.#timestampAt = now;
  }

  #take(now: number): number {
    this.#sequence = (this.#sequence + 1) & 0xffff;
    this.#sentAt = now;
    return this.#sequence;
  }
}
