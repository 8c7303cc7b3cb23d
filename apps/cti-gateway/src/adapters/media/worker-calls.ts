import type { CallId, LegId, RecordingId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import type {
  BridgeRole,
  Direction,
  EndpointKind,
  MediaEvent,
  MediaFigures,
  MediaRefusal,
  Sound,
} from '../../ports/media-engine.ts';
import type { DictationLimits } from './dictation.ts';
import type { PortSpan } from './port-range.ts';

/** What the worker is started with. */
export interface EngineSettings {
  /** numeric addresses: the one sockets are bound to, and the one peers are told */
  readonly addresses: { readonly listen: string; readonly advertised: string };
  readonly ports: PortSpan;
  /** absolute path of resources/sounds */
  readonly soundsFolder: string;
  /** absolute path of the gateway's data: `prompts` in it are own sounds, `recordings` what callers said */
  readonly dataFolder?: string;
}

type Answer<Value, Refusal> = Result<Value, Refusal> | Promise<Result<Value, Refusal>>;

/** What the main thread may ask the worker; arguments and answers are plain values. */
export interface WorkerCalls {
  offer(legId: LegId, kind: EndpointKind): Answer<string, 'noPorts'>;
  answer(legId: LegId, kind: EndpointKind, offer: string): Answer<string, MediaRefusal>;
  accept(legId: LegId, answer: string): Answer<void, MediaRefusal | 'gone'>;
  reoffer(legId: LegId, direction: Direction): Answer<string, 'gone'>;
  reanswer(legId: LegId, offer: string): Answer<string, MediaRefusal | 'gone'>;
  close(legId: LegId): void;
  join(legId: LegId, bridge: CallId, role: BridgeRole): Answer<void, 'gone'>;
  leave(legId: LegId): Answer<void, 'gone'>;
  play(legId: LegId, sound: Sound, how: 'once' | 'loop'): Answer<void, 'gone' | 'noSuchSound'>;
  stop(legId: LegId): Answer<void, 'gone'>;
  mute(legId: LegId, muted: boolean): Answer<void, 'gone'>;
  sendDigits(legId: LegId, digits: string): Answer<void, 'gone'>;
  dictate(legId: LegId, recordingId: RecordingId, limits: DictationLimits): Answer<void, 'gone' | 'noRoom'>;
  endDictation(legId: LegId): Answer<void, 'gone'>;
  record(legId: LegId): string | null;
  resume(legId: LegId, record: string): Answer<void, 'noPorts'>;
  measure(legId: LegId): MediaFigures | null;
  /** Keeps this many WebRTC offers ready; each is told by a 'ready' note. */
  stock(count: number): void;
  /** A ready offer becomes this leg's. */
  claim(key: number, legId: LegId): void;
  /** A ready offer's port is needed elsewhere. */
  discard(key: number): void;
}

export type Method = keyof WorkerCalls;

export interface Ask {
  /** 0 where no answer is wanted */
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

/** What the worker says, answers first among it. */
export type Note =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  /** The question met a fault and has no answer. */
  | { readonly type: 'fault'; readonly id: number; readonly method: string; readonly cause: string }
  | { readonly type: 'event'; readonly event: WorkerEvent }
  | { readonly type: 'ready'; readonly key: number; readonly offer: string }
  | { readonly type: 'figures'; readonly figures: Readonly<Record<string, number>> }
  | { readonly type: 'warning'; readonly what: string; readonly facts: Readonly<Record<string, unknown>> };

/** A media event whose moment the main thread adds. */
export type WorkerEvent = MediaEvent extends infer Event
  ? Event extends { readonly type: 'health' }
    ? Omit<Event, 'at'>
    : Event
  : never;
