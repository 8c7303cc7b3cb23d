import type { Instant } from '@ringside/shared/model/instant';

/** A token bucket: `burst` at once, `perSecond` over time. */
export function allowance(perSecond: number, burst: number): (now: Instant) => boolean {
  let left = burst;
  let last: Instant | null = null;
  return (now) => {
    // a clock that was set back must not silence desks for as long as it was wrong
    const elapsed = Math.max(0, now - (last ?? now));
    left = Math.min(burst, left + (elapsed / 1_000) * perSecond);
    last = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
