import type { CallId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Clock } from '../../../ports/clock.ts';
import type { Sound } from '../../../ports/media-engine.ts';
import type { LegAudio } from './leg-audio.ts';

/** How long the comfort tone says "you have not been cut off" before the music starts. */
const COMFORT = seconds(2);

/**
 * What a caller hears and whether the bridge hears them:
 *
 *   nothing ──▶ music ◀──▶ bridge ◀──▶ held
 *                 ▲ comfort ◀──┘
 *
 * A greeting or an announcement (`once`) covers any of them until it has been played.
 */
export type Hearing =
  | { readonly what: 'nothing' }
  | { readonly what: 'music'; readonly music: string }
  | { readonly what: 'comfort'; readonly music: string }
  | { readonly what: 'bridge' }
  | { readonly what: 'held'; readonly music: string };

export class CallerEar {
  readonly #callId: CallId;
  readonly #audio: LegAudio;
  readonly #clock: Clock;
  #hears: Hearing = { what: 'nothing' };
  #once: string | null = null;
  #music = 'hold-music';
  #open = false;
  #cancelComfort: () => void = () => {};

  constructor(callId: CallId, audio: LegAudio, clock: Clock) {
    this.#callId = callId;
    this.#audio = audio;
    this.#clock = clock;
  }

  get hears(): Hearing['what'] {
    return this.#hears.what;
  }
  /** what plays when the caller is alone, also after a restart */
  get music(): string {
    return this.#music;
  }

  /** The endpoint is there: what was decided before takes effect now. */
  open(): void {
    this.#open = true;
    this.#apply();
  }

  wait(music: string, greeting: string | null): void {
    this.#music = music;
    this.#turn({ what: 'music', music }, greeting);
  }

  /** alone again: a tone, then music */
  park(music: string): void {
    if (this.#hears.what === 'music' && music === this.#music) return;
    this.#music = music;
    this.#turn({ what: 'comfort', music });
    this.#cancelComfort = this.#clock.after(COMFORT, () => this.#turn({ what: 'music', music }));
  }

  talk(): void {
    this.#turn({ what: 'bridge' });
  }

  hold(music: string): void {
    this.#turn({ what: 'held', music });
  }

  announce(sound: string): void {
    this.#once = sound;
    if (this.#open) this.#sound();
  }

  /** A sound has come to its end. */
  played(sound: Sound): void {
    if (!('file' in sound) || sound.file !== this.#once) return;
    this.#once = null;
    this.#sound();
  }

  stop(): void {
    this.#cancelComfort();
  }

  #turn(hears: Hearing, once: string | null = null): void {
    this.#cancelComfort();
    this.#hears = hears;
    this.#once = once;
    this.#apply();
  }

  #apply(): void {
    const { what } = this.#hears;
    if (!this.#open || what === 'nothing') return;
    if (what === 'music' || what === 'comfort') this.#audio.leave();
    if (what === 'bridge' || what === 'held') this.#audio.join(this.#callId);
    this.#audio.mute(what === 'held');
    this.#sound();
  }

  #soundOnce(sound: Sound): void {
    this.#audio.play(sound, 'once', () => this.played(sound));
  }

  #sound(): void {
    if (this.#once !== null) return this.#soundOnce({ file: this.#once });
    const hears = this.#hears;
    switch (hears.what) {
      case 'nothing':
      case 'bridge':
        return this.#audio.silence();
      case 'comfort':
        return this.#audio.play({ tone: 'comfort' }, 'loop');
      case 'music':
      case 'held':
        return this.#audio.play({ file: hears.music }, 'loop');
      default:
        return unreachable(hears);
    }
  }
}
