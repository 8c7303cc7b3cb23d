import { FRAME_SAMPLES } from '../rtp/outgoing-stream.ts';
import { BYTES, type Codec } from '../sound/g711.ts';

const MAX = 32_767;

/** The sum of those whom one listener hears, for one frame of 20 ms. */
export class Mixture {
  readonly #sum = new Int32Array(FRAME_SAMPLES);

  clear(): void {
    this.#sum.fill(0);
  }

  add(frame: Int16Array): void {
    for (let at = 0; at < FRAME_SAMPLES; at++)
      this.#sum[at] = (this.#sum[at] as number) + (frame[at] as number);
  }

  /** Clipped, not wrapped. */
  write(into: Uint8Array, start: number, codec: Codec): void {
    const bytes = BYTES[codec];
    for (let at = 0; at < FRAME_SAMPLES; at++) {
      const sample = this.#sum[at] as number;
      const clipped = sample > MAX ? MAX : sample < -MAX ? -MAX : sample;
      into[start + at] = bytes[clipped & 0xffff] as number;
    }
  }
}
