import type { CallId, OfferId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { AfterContact, Presence, PresenceState } from './presence.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';

/** What can happen to an agent's presence. The first four are the agent's own, the others follow from calls and stations. */
export type PresenceMove =
  | { readonly move: 'goReady' }
  | { readonly move: 'goNotReady'; readonly reason: string }
  /** where to go after this contact; null is Ready */
  | { readonly move: 'chooseNext'; readonly reason: string | null }
  | { readonly move: 'signOut' }
  /** a supervisor, by name, says what the agent is to be: null is Ready; with a contact it holds once that is over */
  | { readonly move: 'force'; readonly reason: string | null; readonly by: string }
  | { readonly move: 'signIn' }
  | { readonly move: 'reserve'; readonly callId: CallId; readonly offerId: OfferId }
  | { readonly move: 'answer'; readonly callId: CallId }
  /** the offer ended through no doing of the agent: back to Ready at the old idle place */
  | { readonly move: 'giveBack'; readonly idleSince: Instant }
  /** the offer ended through the agent or the station; `allowed`: how many not answered in a row make Not ready */
  | { readonly move: 'miss'; readonly reason: 'missed'; readonly allowed: number }
  | { readonly move: 'miss'; readonly reason: 'declined' | 'unreachable' }
  | { readonly move: 'dial'; readonly callId: CallId }
  | { readonly move: 'wrapUp'; readonly callId: CallId; readonly until: Instant | null }
  | { readonly move: 'extendWrapUp'; readonly until: Instant }
  /** the contact is closed: on to what was chosen */
  | { readonly move: 'finish' }
  /** page, station or call were lost */
  | { readonly move: 'lose' }
  /** the agent's machine goes to sleep, or has slept */
  | { readonly move: 'suspend' }
  /** after sleep: station, page and audio work again */
  | { readonly move: 'resume' };

export type MoveName = PresenceMove['move'];

type Row = { readonly [Move in MoveName]?: readonly PresenceState[] };

/**
 * The one table of presence: which moves each state has, and where each may lead. The desk shows its buttons by it, the
 * gateway guards by it, SPEC.md draws it. `movePresence` says where a move leads that may lead to several.
 */
export const presenceMoves = {
  signedOut: { signIn: ['notReady'] },
  notReady: {
    goReady: ['ready'],
    goNotReady: ['notReady'],
    force: ['ready', 'notReady'],
    signOut: ['signedOut'],
    dial: ['onCall'],
    suspend: ['notReady'],
    resume: ['ready', 'notReady'],
  },
  ready: {
    goReady: ['ready'],
    goNotReady: ['notReady'],
    force: ['ready', 'notReady'],
    signOut: ['signedOut'],
    reserve: ['reserved'],
    dial: ['onCall'],
    lose: ['notReady'],
    suspend: ['notReady'],
  },
  reserved: {
    chooseNext: ['reserved'],
    answer: ['onCall'],
    giveBack: ['ready', 'notReady'],
    miss: ['ready', 'notReady'],
    force: ['reserved'],
    lose: ['notReady'],
  },
  onCall: {
    chooseNext: ['onCall'],
    force: ['onCall'],
    wrapUp: ['wrapUp'],
    finish: ['ready', 'notReady'],
    lose: ['notReady'],
  },
  wrapUp: {
    chooseNext: ['wrapUp'],
    force: ['wrapUp'],
    extendWrapUp: ['wrapUp'],
    finish: ['ready', 'notReady'],
    lose: ['notReady'],
  },
} as const satisfies Record<PresenceState, Row>;

export const mayMove = (state: PresenceState, move: MoveName): boolean => move in presenceMoves[state];

/** Lets a supervisor's choice stand: what the agent may not take back (PRES-11). */
export const isNextForced = (presence: Presence): boolean =>
  'nextBy' in presence &&
  presence.nextBy !== undefined &&
  presence.next !== null &&
  presence.next !== undefined;

/** The presence after one move. Staying where one is keeps `since`. Pure. */
export function movePresence(
  from: Presence,
  move: PresenceMove,
  at: Instant,
): Result<Presence, 'notPossibleNow'> {
  if (!mayMove(from.state, move.move) || forbids(from, move)) return refuse('notPossibleNow');
  return ok(moved(from, move, at));
}

/** What the table allows the state, and this presence still does not. */
function forbids(from: Presence, { move }: PresenceMove): boolean {
  // PRES-12: Ready follows from the test after sleep, not from a press before it
  if (move === 'goReady') return isResuming(from);
  return move === 'chooseNext' && isNextForced(from);
}

const isResuming = (presence: Presence): boolean =>
  presence.state === 'notReady' && presence.reason === 'resuming';

function moved(from: Presence, move: PresenceMove, at: Instant): Presence {
  switch (move.move) {
    case 'goReady':
      return ready(from, at);
    case 'goNotReady':
      return notReady(move.reason, at);
    case 'chooseNext':
      return withNext(from, { next: move.reason });
    case 'force':
      return forced(from, move, at);
    case 'signOut':
      return { state: 'signedOut', since: at };
    case 'signIn':
      return notReady('signedIn', at);
    case 'reserve':
      return { ...missedOf(from), state: 'reserved', since: at, callId: move.callId, offerId: move.offerId };
    case 'answer':
      return { ...nextOf(from), state: 'onCall', since: at, callId: move.callId };
    case 'giveBack':
      return nextOf(from).next === null
        ? { ...missedOf(from), state: 'ready', since: move.idleSince }
        : after(from, at);
    case 'miss':
      return missed(from, move, at);
    case 'dial':
      return { ...breakOf(from, at), state: 'onCall', since: at, callId: move.callId };
    case 'wrapUp':
      return { ...nextOf(from), state: 'wrapUp', since: at, callId: move.callId, until: move.until };
    case 'extendWrapUp':
      return from.state === 'wrapUp' ? { ...from, until: move.until } : from;
    case 'finish':
      return after(from, at);
    case 'lose':
      return notReady('connectionLost', at);
    case 'suspend':
      return suspended(from, at);
    case 'resume':
      return isResuming(from) ? { state: 'ready', since: at } : from;
  }
}

const ready = (from: Presence, at: Instant): Presence =>
  from.state === 'ready' ? from : { state: 'ready', since: at };

const notReady = (reason: string, since: Instant, by?: string): Presence =>
  by === undefined ? { state: 'notReady', since, reason } : { state: 'notReady', since, reason, by };

/** PRES-11: at once where there is no contact, otherwise once it is over. */
function forced(
  from: Presence,
  { reason, by }: Extract<PresenceMove, { move: 'force' }>,
  at: Instant,
): Presence {
  if (from.state === 'reserved' || from.state === 'onCall' || from.state === 'wrapUp')
    return withNext(from, reason === null ? { next: null } : { next: reason, nextBy: by });
  return reason === null ? ready(from, at) : notReady(reason, at, by);
}

function withNext(from: Presence, next: AfterContact): Presence {
  if (from.state !== 'reserved' && from.state !== 'onCall' && from.state !== 'wrapUp') return from;
  const { next: _next, nextBy: _by, spent: _spent, ...rest } = from;
  return { ...rest, ...next };
}

/** PRES-10: so many offers not answered in a row; answering, Not ready and an own call begin the count anew. */
function missed(from: Presence, move: Extract<PresenceMove, { move: 'miss' }>, at: Instant): Presence {
  if (isNextForced(from)) return after(from, at);
  if (move.reason !== 'missed') return notReady(move.reason, at);
  const count = (missedOf(from).missed ?? 0) + 1;
  return count < move.allowed ? { state: 'ready', since: at, missed: count } : notReady('missed', at);
}

function missedOf(presence: Presence): { readonly missed?: number } {
  const isCounted = presence.state === 'ready' || presence.state === 'reserved';
  return isCounted && presence.missed !== undefined ? { missed: presence.missed } : {};
}

/** PRES-4: who dials out of a break goes back to that break, and what it had lasted still counts. */
function breakOf(from: Presence, at: Instant): AfterContact {
  if (from.state !== 'notReady') return { next: null };
  const back: AfterContact = { next: from.reason, spent: Math.max(0, at - from.since) };
  return from.by === undefined ? back : { ...back, nextBy: from.by };
}

function nextOf(presence: Presence): AfterContact {
  if (!('callId' in presence)) return { next: null };
  const { next = null, nextBy, spent } = presence;
  return { next, ...(nextBy !== undefined && { nextBy }), ...(spent !== undefined && { spent }) };
}

function after(from: Presence, at: Instant): Presence {
  const { next, nextBy, spent = 0 } = nextOf(from);
  return next === null ? { state: 'ready', since: at } : notReady(next, at - spent, nextBy);
}

/** PRES-12: who was Ready, or lost their line by falling asleep, is Not ready until all works again. */
function suspended(from: Presence, at: Instant): Presence {
  const lost =
    from.state === 'notReady' && (from.reason === 'connectionLost' || from.reason === 'unreachable');
  return from.state === 'ready' || lost ? notReady('resuming', at) : from;
}
