import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { CustomerPromise } from './case.ts';

/** How a promise stands; it follows from the clock (CASE-5). */
export type PromiseStanding = 'kept' | 'due' | 'atRisk' | 'broken';

export function standingOf(promise: CustomerPromise, now: Instant): PromiseStanding {
  if (promise.keptAt !== null) return 'kept';
  if (promise.dueAt < now) return 'broken';
  return promise.dueAt - now <= days(1) ? 'atRisk' : 'due';
}
