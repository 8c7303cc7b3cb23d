import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { minutes, seconds } from '@ringside/shared/model/instant';

/** Failed sign-ins for one name from one address, or from one address at all. */
export interface Attempts {
  readonly failures: number;
  readonly lastAt: Instant;
}

/** How many wrong passwords cost nothing; an address stands for many people behind one router. */
export const freeAttempts = { nameAndAddress: 5, address: 50 } as const;

const longestWait: Milliseconds = minutes(15);
/** After this time without a failure, all is forgotten. */
export const attemptsForgottenAfter: Milliseconds = minutes(60);

export function failedOnceMore(attempts: Attempts | null, at: Instant): Attempts {
  const fresh = attempts === null || at - attempts.lastAt >= attemptsForgottenAfter;
  return { failures: fresh ? 1 : attempts.failures + 1, lastAt: at };
}

/** AUTH-2: when the next attempt is heard: at once at first, then after 2, 4, 8 … seconds, at most 15 minutes. */
export function nextAttemptAt(attempts: Attempts | null, free: number): Instant {
  if (attempts === null || attempts.failures < free) return 0;
  const doublings = Math.min(attempts.failures - free + 1, 20);
  return attempts.lastAt + Math.min(seconds(2 ** doublings), longestWait);
}
