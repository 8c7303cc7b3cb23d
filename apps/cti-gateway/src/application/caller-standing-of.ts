import type { Instant } from '@ringside/shared/model/instant';
import type { CallerStanding } from '../domain/acd/caller-standing.ts';
import { attemptsCountFor, lastAgentCountsFor, unknownStanding } from '../domain/acd/caller-standing.ts';
import type { Caller, CallRecord } from '../domain/call/call-record.ts';
import type { Case } from '../domain/case/case.ts';
import type { CallerMatch } from '../domain/customer/caller-match.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { Parts } from './parts.ts';

interface Weighing {
  readonly caller: Caller;
  readonly match: CallerMatch;
  readonly openCases: readonly Pick<Case, 'type'>[];
  /** the customer's, where they have been read already */
  readonly latestCalls?: readonly CallRecord[];
  readonly now: Instant;
}

/** Enough to count three attempts and to find who was spoken with last. */
const callsCounted = 5;

/** ACD-11, ACD-15: what counts for a caller's place and agent, at the price of one look into the store. */
export async function standingOf(parts: Parts, weighing: Weighing): Promise<CallerStanding> {
  const { caller, match, now } = weighing;
  if (match.kind === 'known') return standingOfCustomer(parts, match.customer, weighing);
  if (caller.kind !== 'number') return unknownStanding;
  const abandonedBefore = await parts.store.abandonedByNumber(caller.number, now - attemptsCountFor);
  return { ...unknownStanding, abandonedBefore };
}

async function standingOfCustomer(
  { store }: Parts,
  customer: Customer,
  { openCases, latestCalls, now }: Weighing,
): Promise<CallerStanding> {
  const calls = latestCalls ?? (await store.callsOfCustomer(customer.customerId, now, callsCounted));
  const recent = (length: number) => calls.filter(({ arrivedAt }) => now - arrivedAt < length);
  return {
    tier: customer.tier.tier,
    openComplaint: openCases.some(({ type }) => type === 'complaint'),
    abandonedBefore: recent(attemptsCountFor).filter(({ outcome }) => outcome === 'abandoned').length,
    ownerId: customer.ownerId,
    lastAgentId: recent(lastAgentCountsFor).find(({ answeredAt }) => answeredAt !== null)?.agentId ?? null,
  };
}
