/** Until this many attempts in a row a second is the longest wait: callers are on the line while a gateway restarts. */
const patientAfter = 30;

/**
 * Milliseconds before the n-th attempt in a row (from 0): at once at first, then doubling up to a second, and to four
 * where nobody has answered for half a minute. Up to half is taken off by `random` (0 to 1), so that two hundred desks
 * don't come back in the same moment.
 */
export function backoff(attempt: number, random: number): number {
  if (attempt === 0) return 0;
  const whole = Math.min(100 * 2 ** (attempt - 1), attempt < patientAfter ? 1_000 : 4_000);
  return Math.round(whole * (1 - random / 2));
}
