/** Root mean square of a frame that counts as a voice: -42 dBm0, above the hiss of a line and below a quiet speaker. */
const LOUD = 130;
/** Loud frames of 20 ms, less a quarter for each quiet one, from which on it is a word and no click. */
const SOUND = 3;
const WORD = 10;
const FADES = 0.25;

/** Tells a voice from the noise of a line, by how loud it is and for how long. */
export class SpeechDetector {
  #energy = 0;
  #hasSpoken = false;

  /** Whether anything was said so far. */
  get hasSpoken(): boolean {
    return this.#hasSpoken;
  }

  /** True while somebody speaks; null is a frame of silence. */
  hear(frame: Int16Array | null): boolean {
    const isLoud = frame !== null && rootMeanSquare(frame) >= LOUD;
    this.#energy = isLoud ? Math.min(2 * WORD, this.#energy + 1) : Math.max(0, this.#energy - FADES);
    if (this.#energy >= WORD) this.#hasSpoken = true;
    return isLoud && this.#energy >= SOUND;
  }
}

const rootMeanSquare = (frame: Int16Array): number => {
  let sum = 0;
  for (const sample of frame) sum += sample * sample;
  return Math.sqrt(sum / frame.length);
};
