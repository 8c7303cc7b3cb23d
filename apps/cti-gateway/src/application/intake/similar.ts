import type { CustomerId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { SimilarCase, Told } from '../../domain/case/similar-cases.ts';
import { similarCases } from '../../domain/case/similar-cases.ts';
import type { Parts } from '../parts.ts';

/** Longer ago it is another matter. */
export const recentlySince = (now: Instant): Instant => now - days(90);
/** Of a customer with more, the newest are looked at. */
export const recentlyAtMost = 200;
const mostShown = 10;

/** CASE-23: earlier cases of this customer that may be the same matter. */
export async function findSimilar(
  { store, clock, centre }: Parts,
  customerId: CustomerId,
  told: Told,
): Promise<readonly SimilarCase[]> {
  const recent = await store.recentCasesOfCustomer(customerId, recentlySince(clock.now()), recentlyAtMost);
  const { categories } = centre;
  const parentOf = (category: string): string | null =>
    categories.find((item) => item.category === category)?.parent ?? null;
  return similarCases(told, recent, parentOf).slice(0, mostShown);
}
