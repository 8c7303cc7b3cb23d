import { seconds } from '@ringside/shared/model/instant';
import type { Clock } from '../../../ports/clock.ts';
import type { Sound } from '../../../ports/media-engine.ts';
import type { LegAudio } from './leg-audio.ts';

/** Long enough to find the key, short enough that nobody thinks it was all. */
const PAUSE = seconds(1);

/** What is said to one leg alone, again and again with a pause between (PHONE-2). */
export class Whisper {
  readonly #audio: LegAudio;
  readonly #clock: Clock;
  readonly #sounds: readonly string[];
  #at = 0;
  #isSpoken = false;
  #cancelPause: () => void = () => {};

  constructor(audio: LegAudio, clock: Clock, sounds: readonly string[]) {
    this.#audio = audio;
    this.#clock = clock;
    this.#sounds = sounds;
  }

  begin(): void {
    this.#isSpoken = true;
    this.#say(0);
  }

  /** A sound has come to its end. */
  played(sound: Sound): void {
    if (this.#isSpoken && 'file' in sound && sound.file === this.#sounds[this.#at]) this.#say(this.#at + 1);
  }

  end(): void {
    if (!this.#isSpoken) return;
    this.#isSpoken = false;
    this.#cancelPause();
    this.#audio.silence();
  }

  #say(at: number): void {
    this.#at = at;
    const file = this.#sounds[at];
    if (file === undefined) this.#cancelPause = this.#clock.after(PAUSE, () => this.#say(0));
    else this.#audio.play({ file }, 'once', { missing: () => this.#isMissing(at) });
  }

  #isMissing(at: number): void {
    if (this.#isSpoken && this.#at === at) this.#say(at + 1);
  }
}
