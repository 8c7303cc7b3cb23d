import type { CallId, LegId, RecordingId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import type { SupervisionMode } from '@ringside/shared/model/supervision';

/**
 * Audio as the switch sees it: endpoints that speak RTP or WebRTC, and bridges that mix them. SDP goes through as text
 * (RFC 8866); offer/answer (RFC 3264) inside it is the engine's business: codecs, ICE, DTLS, directions.
 * An unknown leg is refused with 'gone'.
 */
export interface MediaEngine {
  listen(hear: (event: MediaEvent) => void): void;

  /** A new endpoint that makes the first offer. `rtp` takes a port at once; `webrtc` gathers ICE host candidates. */
  offer(legId: LegId, kind: EndpointKind): Promise<Result<string, 'noPorts'>>;
  /** A new endpoint that answers the peer's offer. */
  answer(legId: LegId, kind: EndpointKind, offer: string): Promise<Result<string, MediaRefusal>>;
  /** The peer's answer to the last offer made with offer() or reoffer(). A second answer (forking) replaces the first. */
  accept(legId: LegId, answer: string): Promise<Result<void, MediaRefusal | 'gone'>>;
  /** A new offer, or an answer to a new offer, on a living endpoint (re-INVITE, UPDATE); o= version rises. */
  reoffer(legId: LegId, direction: Direction): Promise<Result<string, 'gone'>>;
  reanswer(legId: LegId, offer: string): Promise<Result<string, MediaRefusal | 'gone'>>;
  /** Ends an endpoint; its port is free again. */
  close(legId: LegId): void;

  /**
   * Puts a leg into a bridge, or gives it another role in the one where it is. Who hears one other leg gets its packets
   * passed through; who hears more gets a mixture.
   */
  join(legId: LegId, bridge: CallId, role: BridgeRole): Promise<Result<void, 'gone'>>;
  leave(legId: LegId): Promise<Result<void, 'gone'>>;
  /** What the peer of this leg hears instead of the bridge, until stop(). `once` emits `played` at its end. */
  play(legId: LegId, sound: Sound, how: 'once' | 'loop'): Promise<Result<void, 'gone' | 'noSuchSound'>>;
  stop(legId: LegId): Promise<Result<void, 'gone'>>;
  /** Silences what this leg sends into the bridge. */
  mute(legId: LegId, muted: boolean): Promise<Result<void, 'gone'>>;
  /** RFC 4733 events to the peer, one after another. */
  sendDigits(legId: LegId, digits: string): Promise<Result<void, 'gone'>>;

  /**
   * Takes down what this peer alone says, after a short tone, as `recordings/<recordingId>.wav` in the data folder (8 kHz,
   * 16 bits, mono). It ends at `longest`, after `silence` without a word, by endDictation() or with the leg; then
   * `dictated` follows, also of a leg that was closed.
   */
  dictate(
    legId: LegId,
    recordingId: RecordingId,
    limits: { readonly longest: Milliseconds; readonly silence: Milliseconds },
  ): Promise<Result<void, 'gone' | 'noRoom'>>;
  endDictation(legId: LegId): Promise<Result<void, 'gone'>>;

  /** What resume() needs to open the same endpoint after a restart (rtp only; null for webrtc). */
  record(legId: LegId): Promise<string | null>;
  resume(legId: LegId, record: string): Promise<Result<void, 'noPorts'>>;

  measure(legId: LegId): Promise<MediaFigures | null>;
  /** Endpoints, bridges, packets in and out, lost, late frames. */
  status(): Readonly<Record<string, number>>;
  /** Ends the worker. */
  shutDown(): Promise<void>;
}

/**
 * Who hears whom: `customer`, `agent` and `barge` are heard by everybody else, `whisper` by agents alone, `listen` by
 * nobody.
 */
export type BridgeRole = 'customer' | 'agent' | SupervisionMode;
export type EndpointKind = 'rtp' | 'webrtc';
export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';
/** A stem in resources/sounds ("hold-music", "welcome-en"), or a built-in tone. */
export type Sound =
  | { readonly file: string }
  | { readonly tone: 'ringback' | 'comfort' | 'beep' | 'silence' };
export type MediaRefusal = 'noPorts' | 'noCommonCodec' | 'badSdp';

export type MediaEvent =
  /** webrtc: ICE and DTLS done; rtp: at once with the remote address */
  | { readonly type: 'connected'; readonly legId: LegId }
  /** ICE failed, DTLS failed or closed */
  | { readonly type: 'failed'; readonly legId: LegId; readonly why: string }
  | { readonly type: 'digit'; readonly legId: LegId; readonly digit: string; readonly length: Milliseconds }
  | { readonly type: 'played'; readonly legId: LegId; readonly sound: Sound }
  /** The file is complete. `length` 0: nothing was said, and there is no file. */
  | {
      readonly type: 'dictated';
      readonly legId: LegId;
      readonly recordingId: RecordingId;
      readonly length: Milliseconds;
    }
  /** The watchdog: no packets for 3 s, or loss over 1 % in 3 of 5 seconds; back to ok after 5 good seconds (metrics.md). */
  | {
      readonly type: 'health';
      readonly legId: LegId;
      readonly state: 'ok' | 'silent' | 'lossy';
      readonly at: Instant;
    };

export interface MediaFigures {
  readonly received: number;
  readonly sent: number;
  readonly lost: number;
  readonly jitterMs: number;
  readonly roundTripMs: number | null;
  /** mean level of what the peer sends, dBm0, and of what it is sent */
  readonly levelIn: number;
  readonly levelOut: number;
}
