import type { CallId, OfferId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Presence, PresenceState } from './presence.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';

/** What can happen to an agent's presence. The first four are the agent's own, the others follow from calls and stations. */
export type PresenceMove =
  | { readonly move: 'goReady' }
  | { readonly move: 'goNotReady'; readonly reason: string }
  /** where to go after this contact; null is Ready */
  | { readonly move: 'chooseNext'; readonly reason: string | null }
  | { readonly move: 'signOut' }
  | { readonly move: 'signIn' }
  | { readonly move: 'reserve'; readonly callId: CallId; readonly offerId: OfferId }
  | { readonly move: 'answer'; readonly callId: CallId }
  /** the offer ended through no doing of the agent: back to Ready at the old idle place */
  | { readonly move: 'giveBack'; readonly idleSince: Instant }
  /** the offer ended through the agent or the station */
  | { readonly move: 'miss'; readonly reason: 'missed' | 'declined' | 'unreachable' }
  | { readonly move: 'dial'; readonly callId: CallId }
  | { readonly move: 'wrapUp'; readonly callId: CallId; readonly until: Instant | null }
  | { readonly move: 'extendWrapUp'; readonly until: Instant }
  /** the contact is closed: on to what was chosen */
  | { readonly move: 'finish' }
  /** page, station or call were lost */
  | { readonly move: 'lose' };

export type MoveName = PresenceMove['move'];

/**
 * The one table of presence: which moves each state has. The desk shows its buttons by it, the gateway guards by it.
 * `movePresence` says where each leads.
 */
export const presenceMoves = {
  signedOut: ['signIn'],
  notReady: ['goReady', 'goNotReady', 'signOut', 'dial'],
  ready: ['goReady', 'goNotReady', 'signOut', 'reserve', 'dial', 'lose'],
  reserved: ['answer', 'giveBack', 'miss'],
  onCall: ['chooseNext', 'wrapUp', 'finish', 'lose'],
  wrapUp: ['chooseNext', 'extendWrapUp', 'finish'],
} as const satisfies Record<PresenceState, readonly MoveName[]>;

export const mayMove = (state: PresenceState, move: MoveName): boolean =>
  (presenceMoves[state] as readonly MoveName[]).includes(move);

/** The presence after one move. Staying where one is keeps `since`. Pure. */
export function movePresence(
  from: Presence,
  move: PresenceMove,
  at: Instant,
): Result<Presence, 'notPossibleNow'> {
  if (!mayMove(from.state, move.move)) return refuse('notPossibleNow');
  return ok(moved(from, move, at));
}

function moved(from: Presence, move: PresenceMove, at: Instant): Presence {
  switch (move.move) {
    case 'goReady':
      return from.state === 'ready' ? from : { state: 'ready', since: at };
    case 'goNotReady':
      return notReady(move.reason, at);
    case 'chooseNext':
      return from.state === 'onCall' || from.state === 'wrapUp' ? { ...from, next: move.reason } : from;
    case 'signOut':
      return { state: 'signedOut', since: at };
    case 'signIn':
      return notReady('signedIn', at);
    case 'reserve':
      return { state: 'reserved', since: at, callId: move.callId, offerId: move.offerId };
    case 'answer':
      return { state: 'onCall', since: at, callId: move.callId, next: null };
    case 'giveBack':
      return { state: 'ready', since: move.idleSince };
    case 'miss':
      return notReady(move.reason, at);
    case 'dial':
      // an agent who dials from a break goes back to that break
      return {
        state: 'onCall',
        since: at,
        callId: move.callId,
        next: from.state === 'notReady' ? from.reason : null,
      };
    case 'wrapUp':
      return { state: 'wrapUp', since: at, callId: move.callId, until: move.until, next: nextOf(from) };
    case 'extendWrapUp':
      return from.state === 'wrapUp' ? { ...from, until: move.until } : from;
    case 'finish': {
      const next = nextOf(from);
      return next === null ? { state: 'ready', since: at } : notReady(next, at);
    }
    case 'lose':
      return notReady('connectionLost', at);
  }
}

const notReady = (reason: string, at: Instant): Presence => ({ state: 'notReady', since: at, reason });

const nextOf = (presence: Presence): string | null =>
  presence.state === 'onCall' || presence.state === 'wrapUp' ? presence.next : null;
