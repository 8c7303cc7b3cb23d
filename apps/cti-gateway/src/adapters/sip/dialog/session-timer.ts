import type { Milliseconds } from '@ringside/shared/model/instant';

/** RFC 4028: both ends know that a call is alive because one of them, the refresher, says so in time. Seconds. */
export interface SessionTimer {
  readonly interval: number;
  readonly refresher: 'us' | 'them';
}

/** What a request or response says: Session-Expires, Min-SE and "timer" in Supported. */
export interface TimerWords {
  readonly interval: number | null;
  readonly refresher: 'uac' | 'uas' | null;
  readonly minimum: number | null;
  readonly supported: boolean;
}

/** What we want and the least that we take (RFC 4028 section 4: not under 90 s). */
export interface TimerWish {
  readonly interval: number;
  readonly minimum: number;
}

export const defaultTimerWish: TimerWish = { interval: 1_800, minimum: 90 };

/** Section 9: the answer to a request that starts or refreshes a session, or the Min-SE that a 422 must carry. */
export function agreeAsServer(
  asked: TimerWords,
  wish: TimerWish,
): { readonly ok: true; readonly timer: SessionTimer } | { readonly ok: false; readonly minimum: number } {
  if (asked.supported && asked.interval !== null && asked.interval < wish.minimum)
    return { ok: false, minimum: wish.minimum };
  const least = Math.max(asked.minimum ?? 0, wish.minimum);
  const most = asked.interval ?? Math.max(wish.interval, least);
  const interval = Math.max(Math.min(most, wish.interval), least);
  const theirs = asked.supported && asked.refresher !== 'uas' && asked.interval !== null;
  return { ok: true, timer: { interval, refresher: theirs ? 'them' : 'us' } };
}

/** Section 7.2: what a 2xx to our request means. Without Session-Expires in it we refresh on our own account. */
export function agreeAsClient(answered: TimerWords, wish: TimerWish): SessionTimer {
  if (answered.interval === null) return { interval: wish.interval, refresher: 'us' };
  const interval = Math.max(answered.interval, wish.minimum);
  return { interval, refresher: answered.refresher === 'uas' ? 'them' : 'us' };
}

/** The wish for the next attempt after a 422 (section 7.3); null where the peer gave no usable Min-SE. */
export function wishAfterTooSmall(wish: TimerWish, minimum: number | null): TimerWish | null {
  if (minimum === null || minimum <= wish.interval || minimum > 86_400) {
    return minimum !== null && minimum > wish.minimum && minimum <= 86_400 ? { ...wish, minimum } : null;
  }
  return { interval: minimum, minimum };
}

/** Section 10: the refresher acts at half of the interval; the other side ends the call a little before its end. */
export function nextStep(timer: SessionTimer): {
  readonly what: 'refresh' | 'expire';
  readonly after: Milliseconds;
} {
  return timer.refresher === 'us'
    ? { what: 'refresh', after: (timer.interval / 2) * 1_000 }
    : { what: 'expire', after: expiresAfter(timer) };
}

/** The interval less the smaller of 32 s and a third of it. */
export const expiresAfter = (timer: SessionTimer): Milliseconds =>
  (timer.interval - Math.min(32, timer.interval / 3)) * 1_000;

/** In a response the refresher is named from the requester's view. */
export const sessionExpiresAsServer = (timer: SessionTimer): string =>
  `${timer.interval};refresher=${timer.refresher === 'us' ? 'uas' : 'uac'}`;
export const sessionExpiresAsClient = (timer: SessionTimer): string =>
  `${timer.interval};refresher=${timer.refresher === 'us' ? 'uac' : 'uas'}`;
