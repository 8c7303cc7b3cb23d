import { FRAME_SAMPLES } from './outgoing-stream.ts';
import { DIGITS, type TelephoneEvent } from './telephone-event.ts';

const TONE_FRAMES = 5;
/** RFC 4733 §2.5.1.4: the end is sent three times. */
const END_FRAMES = 3;
const GAP_FRAMES = 4;
const FRAMES_A_DIGIT = TONE_FRAMES + END_FRAMES + GAP_FRAMES;
/** Digits waiting beyond this are dropped: eight minutes of dialling is a fault, not a number. */
const MAX_WAITING = 2_000;

/** What goes out in one 20 ms frame while digits are being sent; 'gap' is the pause after a digit. */
export type DigitFrame = { readonly key: string; readonly event: TelephoneEvent } | 'gap';

/** Spells digits as RFC 4733 events, 100 ms each with a gap of 80 ms, one frame per call of next(). */
export class DigitSender {
  #waiting: number[] = [];
  #frame = 0;
  #count = 0;

  /** Characters that are not DTMF digits are left out. */
  add(digits: string): void {
    for (const digit of digits.toUpperCase()) {
      const code = DIGITS.indexOf(digit);
      if (code >= 0 && this.#waiting.length < MAX_WAITING) this.#waiting.push(code);
    }
  }

  /** Null when there is nothing (more) to send. */
  next(): DigitFrame | null {
    const code = this.#waiting[0];
    if (code === undefined) return null;
    const frame = this.#frame++;
    if (this.#frame === FRAMES_A_DIGIT) this.#finishDigit();
    if (frame >= TONE_FRAMES + END_FRAMES) return 'gap';
    const duration = Math.min(frame + 1, TONE_FRAMES) * FRAME_SAMPLES;
    return { key: `sent ${this.#count}`, event: { code, isEnd: frame >= TONE_FRAMES, duration } };
  }

  #finishDigit(): void {
    this.#waiting.shift();
    this.#frame = 0;
    this.#count++;
  }
}
