import type { Milliseconds } from '@ringside/shared/model/instant';
import type { Utterance } from './hearing.ts';
import { JitterBuffer } from './mix/jitter-buffer.ts';
import { FRAME_MS } from './pacer.ts';
import { FRAME_SAMPLES } from './rtp/outgoing-stream.ts';
import { SAMPLES } from './sound/g711.ts';
import { SpeechDetector } from './sound/speech-detector.ts';
import { TONES } from './sound/tones.ts';

/** Where the frames go. */
export interface DictationPaper {
  /** False: it takes no more. */
  write(frame: Int16Array): boolean;
  /** Gives how long what was kept lasts. */
  close(keep: boolean): Promise<Milliseconds>;
}

export interface DictationLimits {
  readonly longest: Milliseconds;
  /** so long without a word ends it */
  readonly silence: Milliseconds;
}

/** The peer hears the tone before what they say is taken down. */
const TONE_BEATS = TONES.beep.PCMU.length / FRAME_SAMPLES;
const SILENCE = new Int16Array(FRAME_SAMPLES);

/**
 * What one peer says, taken down beat by beat, pauses too:
 *
 *   tone ─▶ taking down ─longest, silence, end(), no more room─▶ over
 */
export class Dictation {
  readonly #paper: DictationPaper;
  readonly #limits: DictationLimits;
  readonly #told: (length: Milliseconds) => void;
  readonly #talk = new JitterBuffer();
  readonly #detector = new SpeechDetector();
  #beats = -TONE_BEATS;
  #quiet = 0;
  #isOver = false;

  constructor(paper: DictationPaper, limits: DictationLimits, told: (length: Milliseconds) => void) {
    this.#paper = paper;
    this.#limits = limits;
    this.#told = told;
  }

  hear({ packet, header, as }: Utterance): void {
    if (this.#beats < 0 || this.#isOver || as === 'event') return;
    this.#talk.put(header.timestamp, packet, header.payloadStart, header.payloadEnd, SAMPLES[as]);
  }

  /** 50 times a second. */
  tick(): void {
    if (this.#isOver || this.#beats++ < 0) return;
    const frame = this.#talk.take();
    this.#quiet = this.#detector.hear(frame) ? 0 : this.#quiet + 1;
    const hasRoom = this.#paper.write(frame ?? SILENCE);
    const isSilent = this.#quiet * FRAME_MS >= this.#limits.silence;
    if (!hasRoom || isSilent || this.#beats * FRAME_MS >= this.#limits.longest) this.end();
  }

  /** Keeps what was said; where nothing was, nothing stays. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    void this.#paper.close(this.#detector.hasSpoken).then(this.#told);
  }
}
