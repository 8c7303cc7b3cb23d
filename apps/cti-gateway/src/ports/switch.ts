import type { CallId, LegId, RecordingId, StationId, TrunkId } from '@ringside/shared/model/ids';
import type { Side } from '@ringside/shared/model/call-outcome';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import type { SupervisionMode } from '@ringside/shared/model/supervision';

/**
 * Telephony as routing sees it. Every call is a bridge with a caller's leg (a trunk) and at times agents' legs.
 * Words follow ECMA-269. All methods resolve when the switch has taken the request on, not when the far end has
 * reacted: what happened comes as events, in order for each call. An unknown or finished call or leg is refused
 * with 'gone' and has no other effect, so every request may be repeated.
 */
export interface Switch {
  /** One listener. Events that happen before it is set are kept. */
  listen(hear: (event: SwitchEvent) => void): void;

  /**
   * Takes a delivered call on: answered with `music`, or left ringing (180) until connect(). `greeting` is played first.
   * A call that was left ringing is answered by asking again with `atOnce`.
   */
  admit(
    callId: CallId,
    how: { answer: 'atOnce' | 'withAgent'; greeting: string | null; music: string },
  ): Promise<Result<void, 'gone'>>;
  /** Ends a delivered call that was not taken on. */
  refuse(callId: CallId, why: RefusalCause): Promise<Result<void, 'gone'>>;

  /**
   * Rings a station for a call. A webrtc station takes its leg up at once, silent and muted, so that connect() costs
   * nothing (event `established`); an rtp station (a desk phone) rings and `established` means that it was picked up.
   */
  offer(leg: {
    callId: CallId;
    legId: LegId;
    stationId: StationId;
    caller: { number: string | null; display: string };
    /** put back after a loss: no ringing, also on a desk phone that understands Answer-Mode (RFC 5373) */
    resume: boolean;
  }): Promise<Result<void, 'gone' | 'stationGone'>>;
  /**
   * Rings an agent on an ordinary telephone, dialled through a trunk; the caller goes on hearing what they hear. Whoever
   * answers hears `whisper` again and again, alone, and `acceptKey` makes the leg `established`; from then on it is an
   * agent's leg like any other. `declineKey` is `failed` with `declined`; no key within `confirmWithin` of the answer, or
   * hanging up before it, `noAnswer`: a voicemail does either. Keys pressed before `established` are told nobody.
   */
  offerByPhone(leg: PhoneOffer): Promise<Result<void, 'gone' | 'noTrunk'>>;
  /** Joins an agent's leg to its call's bridge: music stops, both hear each other. */
  connect(callId: CallId, legId: LegId): Promise<Result<void, 'gone'>>;
  /** Ends an agent's leg (CANCEL or BYE); the caller stays. */
  drop(callId: CallId, legId: LegId): Promise<Result<void, 'gone'>>;
  /** The caller alone again: hears comfort tone for a moment, then `music`. */
  park(callId: CallId, music: string): Promise<Result<void, 'gone'>>;
  hold(callId: CallId, music: string): Promise<Result<void, 'gone'>>;
  retrieve(callId: CallId): Promise<Result<void, 'gone'>>;
  /** Keys 0-9*#A-D to the caller's side as RFC 4733 events. */
  sendDigits(callId: CallId, digits: string): Promise<Result<void, 'gone'>>;
  /**
   * Plays sounds (stems in resources/sounds or own recordings) to the caller, one after another, then goes back to what
   * they heard before. A greeting that still plays is heard first. With `stopAtKey` a key ends both at once, told as
   * `digitsGenerated` and then `announced`; a newer announcement takes the place of an older one. A sound that does not
   * exist is left out and told in the log. Event `announced` when it is over, unless the call has ended.
   */
  announce(
    callId: CallId,
    announcement: {
      readonly announcementId: string;
      readonly sounds: readonly string[];
      readonly stopAtKey: boolean;
    },
  ): Promise<Result<void, 'gone'>>;
  /**
   * Records what the caller says, after a short tone, into the data folder as `recordings/<recordingId>.wav` (PCM 16 bit,
   * 8 kHz, mono). Ends at `longest`, at a key, after `silence` without speech, by an announcement, by being connected, held or
   * parked, or by the caller leaving: then `recorded` comes after their `connectionCleared`. It comes for every recording
   * that was not refused, unless the gateway itself stops; a file then is whole again at the next start.
   */
  record(
    callId: CallId,
    how: {
      readonly recordingId: RecordingId;
      readonly longest: Milliseconds;
      readonly silence: Milliseconds;
    },
  ): Promise<Result<void, 'gone' | 'noRoom'>>;
  /**
   * A supervisor's leg to a call that an agent talks on: rung like an agent's (answered by itself on a webrtc station) and
   * joined in `mode` as soon as it is up. `listen`: hears both, heard by nobody; `whisper`: heard by the agent alone;
   * `barge`: heard by both. It ends with the call, by drop(), or by the supervisor; not with the agent's leg: while the
   * caller is on hold the supervisor hears the agent alone, while they wait for an agent nobody. All its events carry party
   * 'supervisor'; its keys and its audio trouble are not told. A restart does not bring it back.
   */
  supervise(leg: {
    readonly callId: CallId;
    readonly legId: LegId;
    readonly stationId: StationId;
    readonly mode: SupervisionMode;
    readonly caller: { readonly number: string | null; readonly display: string };
  }): Promise<Result<void, 'gone' | 'stationGone'>>;
  setSupervision(callId: CallId, legId: LegId, mode: SupervisionMode): Promise<Result<void, 'gone'>>;
  /**
   * A supervisor's leg becomes the agent's: both hear each other from then on, also where the caller was on hold or alone. Its
   * events carry no party 'supervisor' any more. The leg of the agent before it stays until drop().
   */
  promote(callId: CallId, legId: LegId): Promise<Result<void, 'gone'>>;
  /** Ends the whole call, all legs. */
  release(callId: CallId): Promise<Result<void, 'gone'>>;

  /** Calls a customer through a trunk. Events: `delivered` to the far end as `alerting`, `established`, or `failed`. */
  dial(call: {
    callId: CallId;
    legId: LegId;
    trunkId: TrunkId;
    number: string;
    presented: string | null;
  }): Promise<Result<void, 'noTrunk'>>;

  /** Takes calls of an earlier run up again from their records: dialogs and media ports as they were. Gives those that live. */
  resume(records: readonly LegRecord[]): Promise<readonly CallId[]>;

  /** Says which stations may register, by digest. Set once at composition. */
  authorise(lookUp: (stationId: StationId) => Promise<StationDigest | null>): void;
  /** Forgets a station's registration and closes its flow. */
  evict(stationId: StationId): void;

  /** From now new calls get 503 with Retry-After. */
  drain(): void;
  status(): SwitchStatus;
}

export interface PhoneOffer {
  readonly callId: CallId;
  readonly legId: LegId;
  readonly trunkId: TrunkId;
  /** E.164 */
  readonly number: string;
  /** the number that is shown to whoever is rung; null: the trunk's own */
  readonly presented: string | null;
  /** stems of sounds, played one after another, then a pause, then again */
  readonly whisper: readonly string[];
  readonly acceptKey: '1';
  readonly declineKey: '2';
  readonly confirmWithin: Milliseconds;
}

export interface StationDigest {
  readonly media: 'webrtc' | 'rtp';
  readonly ha1Sha256: string;
  readonly ha1Md5: string;
  readonly expiresAt: Instant;
}

/** Final responses: unknownNumber 404, busy 486, full 503 (Retry-After), closed 480, notAllowed 403. */
export type RefusalCause = 'unknownNumber' | 'busy' | 'full' | 'closed' | 'notAllowed';

export type SwitchEvent =
  /** A new call from a trunk (ECMA-269 Delivered). It waits for admit() or refuse(). */
  | {
      readonly type: 'delivered';
      readonly callId: CallId;
      readonly legId: LegId;
      readonly trunkId: TrunkId;
      readonly from: CallingParty;
      /** user part of the request URI, as dialled */
      readonly dialled: string;
      /** User-to-User and X- headers, lower-case names, at most 16 of at most 256 characters each */
      readonly passed: Readonly<Record<string, string>>;
      readonly at: Instant;
    }
  /** The far end of a dialled call, or an agent's station, rings. */
  | {
      readonly type: 'alerting';
      readonly callId: CallId;
      readonly legId: LegId;
      readonly party?: 'supervisor';
    }
  /** A leg is up: signalling answered and, for webrtc, ICE and DTLS done. */
  | {
      readonly type: 'established';
      readonly callId: CallId;
      readonly legId: LegId;
      readonly party?: 'supervisor';
    }
  /** A leg could not be set up. */
  | {
      readonly type: 'failed';
      readonly callId: CallId;
      readonly legId: LegId;
      readonly cause: LegFailure;
      readonly party?: 'supervisor';
    }
  /**
   * An established or delivered leg ended. `by` says who ended it; for a caller that is hanging up or CANCEL, for a
   * supervisor's leg `agent` is the supervisor.
   */
  | {
      readonly type: 'connectionCleared';
      readonly callId: CallId;
      readonly legId: LegId;
      readonly party: 'caller' | 'agent' | 'supervisor';
      readonly by: Side;
      /** `lost`: flow closed, session timer or media gone, without a BYE */
      readonly cause: 'normal' | 'lost';
    }
  | {
      readonly type: 'digitsGenerated';
      readonly callId: CallId;
      readonly legId: LegId;
      readonly digit: string;
    }
  /** An announcement is over. */
  | {
      readonly type: 'announced';
      readonly callId: CallId;
      readonly announcementId: string;
      /** `replaced`: by a newer one, or by the caller being connected, held or parked */
      readonly how: 'finished' | 'key' | 'replaced';
    }
  /** A recording is over, perhaps after its call; its file is complete. `length` 0: nothing was said, and there is no file. */
  | {
      readonly type: 'recorded';
      readonly callId: CallId;
      readonly recordingId: RecordingId;
      readonly length: Milliseconds;
    }
  | {
      readonly type: 'media';
      readonly callId: CallId;
      readonly legId: LegId;
      readonly party: 'caller' | 'agent';
      readonly state: 'ok' | 'silent' | 'lossy';
    }
  | { readonly type: 'stationUp'; readonly stationId: StationId }
  | { readonly type: 'stationDown'; readonly stationId: StationId }
  /** What resume() needs for this leg after a restart; null: forget it. To be stored as it is. */
  | {
      readonly type: 'legRecord';
      readonly callId: CallId;
      readonly legId: LegId;
      readonly record: string | null;
    };

export interface LegRecord {
  readonly callId: CallId;
  readonly legId: LegId;
  readonly record: string;
}

export interface CallingParty {
  /** user part or tel number of P-Asserted-Identity (from a trusted trunk) or From; null where withheld */
  readonly number: string | null;
  readonly display: string;
  readonly withheld: boolean;
}

export type LegFailure =
  | 'busy'
  | 'declined'
  | 'noAnswer'
  | 'unreachable'
  | 'wrongNumber'
  | 'notAllowed'
  | 'media'
  | 'full';

export interface SwitchStatus {
  readonly calls: number;
  readonly stations: number;
  readonly listening: readonly string[];
  readonly trunks: readonly {
    readonly trunkId: TrunkId;
    readonly name: string;
    /** `static` for a trunk that needs no registration */
    readonly registration: 'static' | 'registered' | 'failed' | 'trying';
    readonly reachable: boolean | null;
  }[];
  /** monotonic counters, e.g. requests, responses by class, parse errors, refused sources, retransmissions */
  readonly counters: Readonly<Record<string, number>>;
}
