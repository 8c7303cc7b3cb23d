import { sequenceDistance, timestampDistance, type RtpHeader } from './packet.ts';

/** RFC 3550 A.1: beyond this jump the sender is taken to have started anew. */
const MAX_DROPOUT = 3_000;
const SAMPLES_PER_MS = 8;

/** What an RTCP report block says about one source, and what it needs for the next one. */
export interface ReceptionCounts {
  readonly expected: number;
  readonly received: number;
}

/** Statistics over one incoming stream, RFC 3550 A.3 (loss) and A.8 (jitter). */
export class Reception {
  #started = false;
  #ssrc = 0;
  #cycles = 0;
  #highest = 0;
  #base = 0;
  #received = 0;
  #carriedExpected = 0;
  #carriedReceived = 0;
  #jitter = 0;
  #transit = 0;

  /** Counts a packet that arrived at `now` (ms). True when the stream began or began anew with it. */
  count(header: RtpHeader, now: number): boolean {
    if (!this.#started || header.ssrc !== this.#ssrc) return this.#restart(header, now);
    const ahead = sequenceDistance(this.#highest, header.sequence);
    if (Math.abs(ahead) > MAX_DROPOUT) return this.#restart(header, now);
    if (ahead > 0) this.#advance(header.sequence);
    this.#received++;
    this.#measureJitter(header.timestamp, now);
    return false;
  }

  counts(): ReceptionCounts {
    return {
      expected: this.#carriedExpected + this.#expectedNow(),
      received: this.#carriedReceived + this.#received,
    };
  }

  lost(): number {
    const { expected, received } = this.counts();
    return Math.max(0, expected - received);
  }

  jitterMs(): number {
    return this.#jitter / SAMPLES_PER_MS;
  }

  /** In timestamp units, as RTCP reports it. */
  jitter(): number {
    return Math.floor(this.#jitter);
  }

  /** Null until the first packet. */
  source(): { readonly ssrc: number; readonly extendedHighest: number } | null {
    if (!this.#started) return null;
    return { ssrc: this.#ssrc, extendedHighest: (this.#cycles + this.#highest) >>> 0 };
  }

  #expectedNow(): number {
    return this.#started ? this.#cycles + this.#highest - this.#base + 1 : 0;
  }

  #advance(sequence: number): void {
    if (sequence < this.#highest) this.#cycles += 65_536;
    this.#highest = sequence;
  }

  #restart(header: RtpHeader, now: number): boolean {
    const before = this.counts();
    this.#carriedExpected = before.expected;
    this.#carriedReceived = before.received;
    this.#started = true;
    this.#ssrc = header.ssrc;
    this.#cycles = 0;
    this.#base = header.sequence;
    this.#highest = header.sequence;
    this.#received = 1;
    this.#transit = this.#transitOf(header.timestamp, now);
    return true;
  }

  #transitOf(timestamp: number, now: number): number {
    return timestampDistance(timestamp, Math.round(now * SAMPLES_PER_MS) | 0);
  }

  #measureJitter(timestamp: number, now: number): void {
    const transit = this.#transitOf(timestamp, now);
    const difference = Math.abs((transit - this.#transit) | 0);
    this.#transit = transit;
    // A leap of a second or more is the sender's clock set anew, not jitter.
    if (difference < 8_000) this.#jitter += (difference - this.#jitter) / 16;
  }
}
