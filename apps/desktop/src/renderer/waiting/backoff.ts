/**
 * Milliseconds before the n-th attempt in a row (from 0): at once at first, doubling to the longest, with up to half of
 * it taken off by `random` (0 to 1), so that two hundred desks don't come back in the same moment.
 */
export function backoff(attempt: number, random: number, longestMs = 4_000): number {
  if (attempt === 0) return 0;
  const whole = Math.min(200 * 2 ** (attempt - 1), longestMs);
  return Math.round(whole * (1 - random / 2));
}
