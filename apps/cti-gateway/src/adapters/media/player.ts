import type { Sound } from '../../ports/media-engine.ts';
import { FRAME_SAMPLES } from './rtp/outgoing-stream.ts';
import type { Codec } from './sound/g711.ts';
import type { Recording } from './sound/recording.ts';

/** A sound on its way to one peer, frame by frame. */
export class Player {
  readonly sound: Sound;
  readonly #recording: Recording;
  readonly #loops: boolean;
  #at = 0;

  constructor(sound: Sound, recording: Recording, how: 'once' | 'loop') {
    this.sound = sound;
    this.#recording = recording;
    this.#loops = how === 'loop';
  }

  /** The next 20 ms in this law, or null at the end. */
  next(codec: Codec): Uint8Array | null {
    const bytes = this.#recording[codec];
    if (this.#at >= bytes.length) {
      if (!this.#loops) return null;
      this.#at = 0;
    }
    const frame = bytes.subarray(this.#at, this.#at + FRAME_SAMPLES);
    this.#at += FRAME_SAMPLES;
    return frame;
  }
}
