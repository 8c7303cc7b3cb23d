import type { Instant } from '@ringside/shared/model/instant';

/** A token bucket: `burst` at once, `perSecond` over time. */
export function allowance(perSecond: number, burst: number): (now: Instant) => boolean {
  let left = burst;
  let last: Instant | null = null;
  return (now) => {
    left = Math.min(burst, left + ((now - (last ?? now)) / 1_000) * perSecond);
    last = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
