import type { CallId, OfferId } from './ids.ts';
import type { Instant } from './instant.ts';

/** Reasons the gateway itself gives when it sets somebody Not ready. Others come from the centre's own list. */
export const systemReasons = ['missed', 'declined', 'unreachable', 'connectionLost', 'signedIn'] as const;
export type SystemReason = (typeof systemReasons)[number];

/**
 * What an agent is available for. One transition table moves it (presence-transitions.ts), guarded on the gateway.
 *
 *   signedOut ─signIn─▶ notReady ◀─▶ ready ─offer─▶ reserved ─accept─▶ onCall ─callEnded─▶ wrapUp ─done─▶ ready
 *                          ▲                           │ declined, missed, unreachable                  └─▶ notReady (chosen next)
 *                          └───────────────────────────┘
 */
export type Presence =
  | { readonly state: 'signedOut'; readonly since: Instant }
  | { readonly state: 'notReady'; readonly since: Instant; readonly reason: string }
  | { readonly state: 'ready'; readonly since: Instant }
  | {
      readonly state: 'reserved';
      readonly since: Instant;
      readonly callId: CallId;
      readonly offerId: OfferId;
    }
  | {
      readonly state: 'onCall';
      readonly since: Instant;
      readonly callId: CallId;
      /** Not ready reason to go to after this contact, or null for Ready. Chosen during the call, cancellable. */
      readonly next: string | null;
    }
  | {
      readonly state: 'wrapUp';
      readonly since: Instant;
      readonly callId: CallId;
      /** When wrap-up ends by itself; null: only when the agent says so. */
      readonly until: Instant | null;
      readonly next: string | null;
    };

export const presenceStates = ['signedOut', 'notReady', 'ready', 'reserved', 'onCall', 'wrapUp'] as const;
export type PresenceState = (typeof presenceStates)[number];
