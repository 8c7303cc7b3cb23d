import type { CallId, OfferId } from './ids.ts';
import type { Instant, Milliseconds } from './instant.ts';

/** Reasons the gateway itself gives when it sets somebody Not ready. Others come from the centre's own list. */
export const systemReasons = [
  'missed',
  'declined',
  'unreachable',
  'connectionLost',
  'signedIn',
  'resuming',
  'forcedBySupervisor',
] as const;
export type SystemReason = (typeof systemReasons)[number];

/**
 * What an agent is available for. One table moves it (presence-transitions.ts, drawn in SPEC.md), guarded on the gateway.
 *
 *   signedOut ─signIn─▶ notReady ◀─▶ ready ─reserve─▶ reserved ─answer─▶ onCall ─wrapUp─▶ wrapUp ─finish─▶ ready
 *                          ▲                             │ miss                              └─▶ notReady (what was chosen)
 *                          └─────────────────────────────┘
 */
export type Presence =
  | { readonly state: 'signedOut'; readonly since: Instant }
  | {
      readonly state: 'notReady';
      /** who dials out of a break comes back to it, and its time goes on: then it lies before the moment of return */
      readonly since: Instant;
      readonly reason: string;
      /** name of the supervisor who set it */
      readonly by?: string | undefined;
    }
  | { readonly state: 'ready'; readonly since: Instant; readonly missed?: number | undefined }
  | ({
      readonly state: 'reserved';
      readonly since: Instant;
      readonly callId: CallId;
      readonly offerId: OfferId;
      /** offers not answered in a row so far; absent: none */
      readonly missed?: number | undefined;
      readonly next?: string | null | undefined;
    } & Omit<AfterContact, 'next'>)
  | ({ readonly state: 'onCall'; readonly since: Instant; readonly callId: CallId } & AfterContact)
  | ({
      readonly state: 'wrapUp';
      readonly since: Instant;
      readonly callId: CallId;
      /** When wrap-up ends by itself; null: only when the agent says so. */
      readonly until: Instant | null;
    } & AfterContact);

/** Where a contact leads. */
export interface AfterContact {
  /** Not ready reason to go to after this contact, or null for Ready. Chosen during the call, cancellable. */
  readonly next: string | null;
  /** name of the supervisor who chose it: then the agent can't take it back (PRES-11) */
  readonly nextBy?: string | undefined;
  /** how long the break that `next` leads back to had lasted */
  readonly spent?: Milliseconds | undefined;
}

export const presenceStates = ['signedOut', 'notReady', 'ready', 'reserved', 'onCall', 'wrapUp'] as const;
export type PresenceState = (typeof presenceStates)[number];
