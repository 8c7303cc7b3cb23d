import type { CallId, LegId, RecordingId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { refuse } from '@ringside/shared/model/result';
import type { Log } from '../../../ports/log.ts';
import type {
  BridgeRole,
  EndpointKind,
  MediaEngine,
  MediaRefusal,
  Sound,
} from '../../../ports/media-engine.ts';
import type { SessionAudio } from '../dialog/session-parts.ts';

/**
 * The media endpoint of one leg. It can be closed at any moment, also while it is being opened, and is closed for good
 * then: whatever was asked meanwhile is refused with 'gone', and no endpoint stays behind.
 */
export class LegAudio implements SessionAudio {
  readonly #media: MediaEngine;
  readonly #legId: LegId;
  readonly #log: Log;
  #state: 'unopened' | 'opened' | 'closed' = 'unopened';

  constructor(media: MediaEngine, legId: LegId, log: Log) {
    this.#media = media;
    this.#legId = legId;
    this.#log = log;
  }

  offer(kind: EndpointKind): Promise<Result<string, MediaRefusal | 'gone'>> {
    return this.#open(() => this.#media.offer(this.#legId, kind));
  }

  answer(kind: EndpointKind, offer: string): Promise<Result<string, MediaRefusal | 'gone'>> {
    return this.#open(() => this.#media.answer(this.#legId, kind, offer));
  }

  resume(record: string): Promise<Result<void, MediaRefusal | 'gone'>> {
    return this.#open(() => this.#media.resume(this.#legId, record));
  }

  accept(answer: string): Promise<Result<void, MediaRefusal | 'gone'>> {
    return this.#ask(() => this.#media.accept(this.#legId, answer));
  }

  reoffer(): Promise<Result<string, 'gone'>> {
    return this.#ask(() => this.#media.reoffer(this.#legId, 'sendrecv'));
  }

  reanswer(offer: string): Promise<Result<string, MediaRefusal | 'gone'>> {
    return this.#ask(() => this.#media.reanswer(this.#legId, offer));
  }

  join(bridge: CallId, role: BridgeRole): void {
    this.#tell(() => this.#media.join(this.#legId, bridge, role));
  }
  leave(): void {
    this.#tell(() => this.#media.leave(this.#legId));
  }
  /** `missing`: there is no such sound, and what was to follow it must not wait for its end. */
  play(sound: Sound, how: 'once' | 'loop', heard: { begun?(): void; missing?(): void } = {}): void {
    if (this.#state !== 'opened') return;
    this.#media.play(this.#legId, sound, how).then(
      (played) => {
        if (this.#isClosed()) return;
        if (played.ok) return heard.begun?.();
        if (played.refusal === 'gone') return;
        this.#log.warn('There is no such sound, so it was left out.', { legId: this.#legId, sound });
        heard.missing?.();
      },
      (cause: unknown) => this.#failed(cause),
    );
  }
  silence(): void {
    this.#tell(() => this.#media.stop(this.#legId));
  }
  mute(muted: boolean): void {
    this.#tell(() => this.#media.mute(this.#legId, muted));
  }
  dictate(
    recordingId: RecordingId,
    limits: Parameters<MediaEngine['dictate']>[2],
  ): Promise<Result<void, 'gone' | 'noRoom'>> {
    return this.#ask(() => this.#media.dictate(this.#legId, recordingId, limits));
  }
  endDictation(): void {
    this.#tell(() => this.#media.endDictation(this.#legId));
  }
  sendDigits(digits: string): void {
    this.#tell(() => this.#media.sendDigits(this.#legId, digits));
  }

  async record(): Promise<string | null> {
    if (this.#state !== 'opened') return null;
    try {
      return await this.#media.record(this.#legId);
    } catch (cause) {
      this.#failed(cause);
      return null;
    }
  }

  close(): void {
    if (this.#state === 'opened') this.#media.close(this.#legId);
    this.#state = 'closed';
  }

  async #open<Value>(
    ask: () => Promise<Result<Value, MediaRefusal>>,
  ): Promise<Result<Value, MediaRefusal | 'gone'>> {
    if (this.#state !== 'unopened') return refuse('gone');
    this.#state = 'opened';
    const opened = await ask().catch((cause: unknown) => {
      this.#failed(cause);
      return refuse<MediaRefusal>('noPorts');
    });
    if (!this.#isClosed()) return opened;
    // the close that came in between may have found nothing to close yet
    this.#media.close(this.#legId);
    return refuse('gone');
  }

  async #ask<Value, Refusal>(
    ask: () => Promise<Result<Value, Refusal>>,
  ): Promise<Result<Value, Refusal | 'gone'>> {
    if (this.#state !== 'opened') return refuse('gone');
    const answer = await ask().catch((cause: unknown) => {
      this.#failed(cause);
      return refuse('gone' as const);
    });
    return this.#isClosed() ? refuse('gone') : answer;
  }

  /** A leg that the engine does not know any more has been ended already. */
  #tell(ask: () => Promise<Result<void, 'gone'>>): void {
    if (this.#state === 'opened') ask().catch((cause: unknown) => this.#failed(cause));
  }

  #isClosed(): boolean {
    return this.#state === 'closed';
  }

  #failed(cause: unknown): void {
    this.#log.error('The media engine failed, so a leg may be silent.', { legId: this.#legId, cause });
  }
}
