import type { RecordingId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type {
  BridgeRole,
  Direction,
  EndpointKind,
  MediaEngine,
  MediaEvent,
  MediaRefusal,
  Sound,
} from '../../../../ports/media-engine.ts';

type Done = Promise<Result<void, 'gone'>>;

/** What a leg's endpoint was told. */
interface Endpoint {
  readonly kind: EndpointKind;
  bridge: string | null;
  role: BridgeRole | null;
  playing: string | null;
  muted: boolean;
  answer: string | null;
  version: number;
  digits: string;
  /** the recording that is being made of it */
  dictation: RecordingId | null;
}

/** Endpoints in memory. `delay` lets a test decide when an endpoint's opening is done. */
export class FakeMedia implements MediaEngine {
  readonly open = new Map<string, Endpoint>();
  readonly everOpened = new Set<string>();
  refusal: MediaRefusal | null = null;
  diskIsFull = false;
  delay: (() => Promise<void>) | null = null;
  #hear: (event: MediaEvent) => void = () => {};

  listen(hear: (event: MediaEvent) => void): void {
    this.#hear = hear;
  }
  say(event: MediaEvent): void {
    this.#hear(event);
  }

  async offer(legId: string, kind: EndpointKind): Promise<Result<string, 'noPorts'>> {
    if (this.delay !== null) await this.delay();
    if (this.refusal !== null) return refuse('noPorts');
    return ok(this.#sdp(this.#create(legId, kind)));
  }
  async answer(legId: string, kind: EndpointKind, _offer: string): Promise<Result<string, MediaRefusal>> {
    if (this.delay !== null) await this.delay();
    if (this.refusal !== null) return refuse(this.refusal);
    return ok(this.#sdp(this.#create(legId, kind)));
  }
  accept(legId: string, answer: string): Promise<Result<void, MediaRefusal | 'gone'>> {
    if (answer.includes('unusable')) return Promise.resolve(refuse('noCommonCodec'));
    return this.#on(legId, (endpoint) => (endpoint.answer = answer));
  }
  reoffer(legId: string, _direction: Direction): Promise<Result<string, 'gone'>> {
    return Promise.resolve(this.#again(legId));
  }
  reanswer(legId: string, offer: string): Promise<Result<string, MediaRefusal | 'gone'>> {
    if (offer.includes('unusable')) return Promise.resolve(refuse('noCommonCodec'));
    return Promise.resolve(this.#again(legId));
  }
  close(legId: string): void {
    const recordingId = this.open.get(legId)?.dictation;
    this.open.delete(legId);
    // as the worker does, after all that was said before
    if (recordingId) {
      const dictated = { type: 'dictated', legId: asId<'leg'>(legId), recordingId, length: 2_000 } as const;
      queueMicrotask(() => this.say(dictated));
    }
  }
  join(legId: string, bridge: string, role: BridgeRole): Done {
    return this.#on(legId, (endpoint) => Object.assign(endpoint, { bridge, role }));
  }
  leave(legId: string): Done {
    return this.#on(legId, (endpoint) => Object.assign(endpoint, { bridge: null, role: null }));
  }
  play(legId: string, sound: Sound, how: 'once' | 'loop'): Promise<Result<void, 'gone' | 'noSuchSound'>> {
    if ('file' in sound && sound.file === 'missing') return Promise.resolve(refuse('noSuchSound'));
    return this.#on(legId, (endpoint) => {
      endpoint.playing = `${'file' in sound ? sound.file : sound.tone} ${how}`;
    });
  }
  stop(legId: string): Done {
    return this.#on(legId, (endpoint) => (endpoint.playing = null));
  }
  mute(legId: string, muted: boolean): Done {
    return this.#on(legId, (endpoint) => (endpoint.muted = muted));
  }
  sendDigits(legId: string, digits: string): Done {
    return this.#on(legId, (endpoint) => (endpoint.digits += digits));
  }
  dictate(legId: string, recordingId: RecordingId): Promise<Result<void, 'gone' | 'noRoom'>> {
    if (this.diskIsFull) return Promise.resolve(refuse('noRoom'));
    this.dictated(legId, 1_000);
    return this.#on(legId, (endpoint) => {
      endpoint.dictation = recordingId;
      endpoint.playing = 'beep once';
    });
  }
  endDictation(legId: string): Done {
    return this.#on(legId, ({ dictation }) => {
      if (dictation !== null) this.dictated(legId, 4_000);
    });
  }
  /** The recording of a leg has come to its end. */
  dictated(legId: string, length: number): void {
    const endpoint = this.open.get(legId);
    const recordingId = endpoint?.dictation;
    if (endpoint === undefined || !recordingId) return;
    endpoint.dictation = null;
    this.say({ type: 'dictated', legId: asId<'leg'>(legId), recordingId, length });
  }
  record(legId: string): Promise<string | null> {
    return Promise.resolve(this.open.get(legId)?.kind === 'rtp' ? `port of ${legId}` : null);
  }
  async resume(legId: string, _record: string): Promise<Result<void, 'noPorts'>> {
    if (this.delay !== null) await this.delay();
    if (this.refusal !== null) return refuse('noPorts');
    this.#create(legId, 'rtp');
    return ok(undefined);
  }
  measure = () => Promise.resolve(null);
  status = () => ({ endpoints: this.open.size });
  shutDown = () => Promise.resolve();

  #create(legId: string, kind: EndpointKind): Endpoint {
    if (this.everOpened.has(legId)) throw new Error(`Leg ${legId} was opened twice`);
    const endpoint = {
      kind,
      bridge: null,
      role: null,
      playing: null,
      muted: false,
      answer: null,
      version: 1,
      digits: '',
      dictation: null,
    };
    this.everOpened.add(legId);
    this.open.set(legId, endpoint);
    return endpoint;
  }

  #again(legId: string): Result<string, 'gone'> {
    const endpoint = this.open.get(legId);
    if (endpoint === undefined) return refuse('gone');
    endpoint.version += 1;
    return ok(this.#sdp(endpoint));
  }

  #on(legId: string, act: (endpoint: Endpoint) => void): Done {
    const endpoint = this.open.get(legId);
    if (endpoint === undefined) return Promise.resolve(refuse('gone'));
    act(endpoint);
    return Promise.resolve(ok(undefined));
  }

  #sdp({ kind, version }: Endpoint): string {
    const profile = kind === 'rtp' ? 'RTP/AVP 8 0 101' : 'UDP/TLS/RTP/SAVPF 8 0 101';
    return `v=0\r\no=ringside 1 ${version} IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 20000 ${profile}\r\n`;
  }
}

export const sdpOfFarEnd = (port = 30_000): string =>
  `v=0\r\no=far 1 1 IN IP4 192.0.2.10\r\ns=-\r\nc=IN IP4 192.0.2.10\r\nt=0 0\r\nm=audio ${port} RTP/AVP 8 0 101\r\n`;
