import type { CallId, RecordingId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Clock } from '../../../ports/clock.ts';
import type { Result } from '@ringside/shared/model/result';
import type { MediaEngine, Sound } from '../../../ports/media-engine.ts';
import type { LegAudio } from './leg-audio.ts';

/** How long the comfort tone says "you have not been cut off" before the music starts. */
const COMFORT = seconds(2);

/**
 * What a caller hears and whether the bridge hears them:
 *
 *   nothing ──▶ music ◀──▶ bridge ◀──▶ held
 *                 ▲ comfort ◀──┘
 *
 * A greeting and then an announcement cover any of them until they have been played; while the caller is recorded they
 * hear a tone and then nothing.
 */
export type Hearing =
  | { readonly what: 'nothing' }
  | { readonly what: 'music'; readonly music: string }
  | { readonly what: 'comfort'; readonly music: string }
  | { readonly what: 'bridge' }
  | { readonly what: 'held'; readonly music: string };

/** Sounds one after another, once. */
export interface Announcement {
  readonly announcementId: string;
  readonly sounds: readonly string[];
  /** a key of the caller's ends it, and a greeting that still goes before it */
  readonly stopAtKey: boolean;
}

export type AnnouncementEnd = 'finished' | 'key' | 'replaced';

export interface CallerEarListener {
  announced(announcementId: string, how: AnnouncementEnd): void;
}

type Limits = Parameters<MediaEngine['dictate']>[2];

export class CallerEar {
  readonly #callId: CallId;
  readonly #audio: LegAudio;
  readonly #clock: Clock;
  readonly #listener: CallerEarListener;
  #hears: Hearing = { what: 'nothing' };
  #greeting: string | null = null;
  #announcement: Announcement | null = null;
  /** sounds of the announcement that are still to be played, the one that plays first among them */
  #left: readonly string[] = [];
  /** what the media engine plays once; the end of any other sound is old news */
  #current: string | null = null;
  #requests = 0;
  #recording: RecordingId | null = null;
  #music = 'hold-music';
  #open = false;
  #cancelComfort: () => void = () => {};

  constructor(callId: CallId, audio: LegAudio, clock: Clock, listener: CallerEarListener) {
    this.#callId = callId;
    this.#audio = audio;
    this.#clock = clock;
    this.#listener = listener;
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
    this.#cancelComfort = this.#clock.after(COMFORT, () => this.#comfortOver(music));
  }

  talk(): void {
    this.#turn({ what: 'bridge' });
  }

  hold(music: string): void {
    this.#turn({ what: 'held', music });
  }

  /** After the greeting, where one is still being played; in place of an older announcement. */
  announce(announcement: Announcement): void {
    const before = this.#takeAnnouncement();
    this.#stopRecording();
    this.#announcement = announcement;
    this.#left = announcement.sounds;
    if (this.#open && this.#greeting === null) this.#sound();
    this.#tellOver(before, 'replaced');
    if (announcement.sounds.length === 0) this.#tellOver(this.#takeAnnouncement(), 'finished');
  }

  /** A sound has come to its end. */
  played(sound: Sound): void {
    if ('file' in sound && sound.file === this.#current) this.#soundOver();
  }

  /** A tone, then what the caller says is taken down; recorded() follows. */
  async record(recordingId: RecordingId, limits: Limits): Promise<Result<void, 'gone' | 'noRoom'>> {
    const before = this.#takeAnnouncement();
    this.#greeting = null;
    this.#recording = recordingId;
    this.#forgetSounds();
    this.#tellOver(before, 'replaced');
    const taken = await this.#audio.dictate(recordingId, limits);
    if (!taken.ok) this.recorded(recordingId);
    return taken;
  }

  /** A recording is complete. */
  recorded(recordingId: RecordingId): void {
    if (recordingId !== this.#recording) return;
    this.#recording = null;
    if (this.#open) this.#sound();
  }

  /** The caller pressed a key. */
  key(): void {
    if (this.#recording !== null) return this.#audio.endDictation();
    if (this.#announcement?.stopAtKey !== true) return;
    const over = this.#takeAnnouncement();
    this.#greeting = null;
    if (this.#open) this.#sound();
    this.#tellOver(over, 'key');
  }

  stop(): void {
    this.#cancelComfort();
  }

  #turn(hears: Hearing, greeting: string | null = null): void {
    const before = this.#takeAnnouncement();
    this.#cancelComfort();
    this.#stopRecording();
    this.#hears = hears;
    this.#greeting = greeting;
    this.#apply();
    this.#tellOver(before, 'replaced');
  }

  #comfortOver(music: string): void {
    this.#hears = { what: 'music', music };
    const isFree = this.#greeting === null && this.#announcement === null && this.#recording === null;
    if (this.#open && isFree) this.#sound();
  }

  /** What comes instead is heard at once; recorded() may follow and changes nothing. */
  #stopRecording(): void {
    if (this.#recording !== null) this.#audio.endDictation();
    this.#recording = null;
  }

  /** Whatever plays now, its end is nobody's business any more. */
  #forgetSounds(): void {
    this.#current = null;
    this.#requests += 1;
  }

  #apply(): void {
    const { what } = this.#hears;
    if (!this.#open) return;
    if (what === 'music' || what === 'comfort') this.#audio.leave();
    if (what === 'bridge' || what === 'held') this.#audio.join(this.#callId, 'customer');
    if (what !== 'nothing') this.#audio.mute(what === 'held');
    if (what !== 'nothing' || this.#announcement !== null) this.#sound();
  }

  #takeAnnouncement(): Announcement | null {
    const taken = this.#announcement;
    this.#announcement = null;
    this.#left = [];
    return taken;
  }

  /** Last of all: whoever hears of it may announce something else at once. */
  #tellOver(over: Announcement | null, how: AnnouncementEnd): void {
    if (over !== null) this.#listener.announced(over.announcementId, how);
  }

  #soundOver(): void {
    if (this.#greeting !== null) this.#greeting = null;
    else this.#left = this.#left.slice(1);
    const over = this.#left.length === 0 ? this.#takeAnnouncement() : null;
    this.#sound();
    this.#tellOver(over, 'finished');
  }

  #playOnce(file: string): void {
    const request = (this.#requests += 1);
    const isLast = () => request === this.#requests;
    this.#audio.play({ file }, 'once', {
      begun: () => isLast() && (this.#current = file),
      missing: () => isLast() && this.#soundOver(),
    });
  }

  #sound(): void {
    this.#forgetSounds();
    const [next] = this.#greeting === null ? this.#left : [this.#greeting];
    if (next !== undefined) return this.#playOnce(next);
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
