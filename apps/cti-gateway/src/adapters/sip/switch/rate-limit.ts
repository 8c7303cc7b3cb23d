import type { Instant } from '@ringside/shared/model/instant';

/** A bucket that fills with `perSecond` tokens a second and holds as many; each new call takes one. */
export function rateLimit(perSecond: number): (now: Instant) => boolean {
  let tokens = perSecond;
  let last: Instant | null = null;
  return (now) => {
    // a clock that was set back must not refuse calls for as long as it was wrong
    const elapsed = Math.max(0, now - (last ?? now));
    tokens = Math.min(perSecond, tokens + (elapsed * perSecond) / 1_000);
    last = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
