import { timestampDistance } from '../rtp/packet.ts';
import { FRAME_SAMPLES } from '../rtp/outgoing-stream.ts';

/** Two frames of 20 ms wait before the first is taken. */
const DELAY = 2 * FRAME_SAMPLES;
/** Half a second; more than this ahead is a sender that began anew. */
const CAPACITY = 4_096;
/** When at least this much waits for half a second on end, a frame is skipped: the sender's clock is faster than ours. */
const TOO_MUCH = 5 * FRAME_SAMPLES;
const PATIENCE_FRAMES = 25;

/**
 * Samples of one talker in the order of their timestamps, taken 20 ms at a time by the mixer. Late and early packets find
 * their place; what is missing is silence; packets may hold any length of audio.
 */
export class JitterBuffer {
  readonly #ring = new Int16Array(CAPACITY);
  readonly #frame = new Int16Array(FRAME_SAMPLES);
  #begun = false;
  /** timestamp of the next sample to take, and one past the newest sample */
  #next = 0;
  #end = 0;
  #full = 0;

  put(timestamp: number, bytes: Uint8Array, start: number, end: number, samples: Int16Array): void {
    const length = end - start;
    if (!this.#begun || !this.#holds(timestamp, length)) this.#begin(timestamp);
    const late = Math.max(0, timestampDistance(timestamp, this.#next));
    for (let at = late; at < length; at++) {
      this.#ring[(timestamp + at) % CAPACITY] = samples[bytes[start + at] as number] as number;
    }
    if (timestampDistance(this.#end, timestamp + length) > 0) this.#end = (timestamp + length) >>> 0;
  }

  /** The next 20 ms, or null when nothing is there. The array is used again by the next call. */
  take(): Int16Array | null {
    if (!this.#begun) return null;
    const waiting = timestampDistance(this.#next, this.#end);
    if (waiting <= 0) {
      this.#starve();
      return null;
    }
    this.#keepShort(waiting);
    for (let at = 0; at < FRAME_SAMPLES; at++) {
      const place = (this.#next + at) % CAPACITY;
      this.#frame[at] = this.#ring[place] as number;
      this.#ring[place] = 0;
    }
    this.#next = (this.#next + FRAME_SAMPLES) >>> 0;
    return this.#frame;
  }

  #holds(timestamp: number, length: number): boolean {
    const ahead = timestampDistance(this.#next, timestamp);
    return ahead > -CAPACITY && ahead + length <= CAPACITY;
  }

  #begin(timestamp: number): void {
    this.#ring.fill(0);
    this.#begun = true;
    this.#full = 0;
    this.#next = (timestamp - DELAY) >>> 0;
    this.#end = timestamp;
  }

  /** A pause in the talk: the next packet begins anew with the full delay. */
  #starve(): void {
    this.#begun = false;
  }

  #keepShort(waiting: number): void {
    this.#full = waiting >= TOO_MUCH ? this.#full + 1 : 0;
    if (this.#full < PATIENCE_FRAMES) return;
    this.#full = 0;
    for (let at = 0; at < FRAME_SAMPLES; at++) this.#ring[(this.#next + at) % CAPACITY] = 0;
    this.#next = (this.#next + FRAME_SAMPLES) >>> 0;
  }
}
