import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { minutes, seconds } from '@ringside/shared/model/instant';

/** Failed sign-ins for one name from one address, or from one address at all. */
export interface Attempts {
  /** what is left of them: a part of one may be forgotten */
  readonly failures: number;
  readonly lastAt: Instant;
}

/** How many wrong passwords cost nothing; an address stands for many people behind one router. */
export const freeAttempts = { nameAndAddress: 5, address: 50 } as const;

const longestWait: Milliseconds = minutes(15);
/** After this time without a failure, all is forgotten. */
export const attemptsForgottenAfter: Milliseconds = minutes(60);
/**
 * An office that works round the clock never has an hour without a slip of the finger, so of an address one failure is
 * forgotten in this time. Of a name with an address nothing is: that is one person, or one who guesses.
 */
export const oneForgottenIn = {
  nameAndAddress: Number.POSITIVE_INFINITY,
  address: minutes(5),
} as const;

export function failedOnceMore(
  attempts: Attempts | null,
  at: Instant,
  oneForgotten: Milliseconds = Number.POSITIVE_INFINITY,
): Attempts {
  const before = attempts !== null && at - attempts.lastAt < attemptsForgottenAfter ? attempts : null;
  if (before === null) return { failures: 1, lastAt: at };
  const forgotten = Math.max(0, at - before.lastAt) / oneForgotten;
  return { failures: Math.max(0, before.failures - forgotten) + 1, lastAt: at };
}

/** AUTH-2: when the next attempt is heard: at once at first, then after 2, 4, 8 … seconds, at most 15 minutes. */
export function nextAttemptAt(attempts: Attempts | null, free: number): Instant {
  if (attempts === null || attempts.failures < free) return 0;
  const doublings = Math.min(attempts.failures - free + 1, 20);
  return attempts.lastAt + Math.min(Math.round(seconds(2 ** doublings)), longestWait);
}
