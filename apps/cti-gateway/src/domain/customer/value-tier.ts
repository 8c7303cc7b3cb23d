import type { CustomerId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { TierDecision } from './customer.ts';

/** What a customer brought and cost in the period that counts (valuePeriod), amounts in minor units. */
export interface CustomerValue {
  readonly customerId: CustomerId;
  /** customer since */
  readonly since: Instant;
  /** margin of purchases; refunds and compensation are booked in it with a minus */
  readonly marginMinor: number;
  /** agents' time: talk, hold and wrap-up */
  readonly serviceMs: Milliseconds;
  /** the margin they could bring in the same period if they bought all of this kind here; null unknown */
  readonly potentialMinor: number | null;
}

export interface TierRules {
  /** what a minute of an agent costs, in minor units */
  readonly minuteCostMinor: number;
  /** share of the customers with any dealings, best first, that are most valuable */
  readonly topShare: number;
  /** how many times what they bring a customer must be able to bring to be growable */
  readonly growth: number;
}

export const usualRules: TierRules = { minuteCostMinor: 1_500, topShare: 0.1, growth: 3 };

const year = days(365.25);
/** Thirteen months, so that a customer who buys once a year is never without value (metrics.md, Customer value). */
export const valuePeriod: Milliseconds = (year * 13) / 12;

export interface DecidedTier {
  readonly customerId: CustomerId;
  readonly tier: TierDecision;
}

/** Decides every customer's tier among all of them (SPEC TIER-1 to TIER-8), in the order given. */
export function decideTiers(
  customers: readonly CustomerValue[],
  rules: TierRules,
  now: Instant,
): readonly DecidedTier[] {
  const values = Float64Array.from(customers, (customer) => valueOf(customer, rules));
  const ranks = ranksOf(customers, values);
  const dealtWith = ranks.reduce((count, rank) => (rank > 0 ? count + 1 : count), 0);
  const topRank = Math.ceil(dealtWith * rules.topShare);
  const topValue = smallestAmong(values, ranks, topRank);
  return customers.map((customer, i) => {
    const standing = { rank: ranks[i] ?? 0, of: dealtWith, value: values[i] ?? 0, topRank, topValue };
    return { customerId: customer.customerId, tier: tierOf(customer, standing, rules, now) };
  });
}

const costOf = ({ serviceMs }: CustomerValue, rules: TierRules): number =>
  Math.round((serviceMs / 60_000) * rules.minuteCostMinor);
/** What a customer is worth: margin less the cost of serving them (metrics.md, Customer value). */
const valueOf = (customer: CustomerValue, rules: TierRules): number =>
  customer.marginMinor - costOf(customer, rules);

const hasDealings = ({ marginMinor, serviceMs }: CustomerValue): boolean =>
  marginMinor !== 0 || serviceMs > 0;

/** Rank 1 for the most valuable; of equals the one who came first; 0 without dealings. */
function ranksOf(customers: readonly CustomerValue[], values: Float64Array): Uint32Array {
  const order: number[] = [];
  customers.forEach((customer, i) => {
    if (hasDealings(customer)) order.push(i);
  });
  order.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || earlier(customers[a], customers[b]));
  const ranks = new Uint32Array(customers.length);
  order.forEach((i, position) => {
    ranks[i] = position + 1;
  });
  return ranks;
}

function earlier(a: CustomerValue | undefined, b: CustomerValue | undefined): number {
  if (a === undefined || b === undefined) return 0;
  if (a.since !== b.since) return a.since - b.since;
  return a.customerId < b.customerId ? -1 : 1;
}

function smallestAmong(values: Float64Array, ranks: Uint32Array, topRank: number): number {
  return values.reduce((least, value, i) => {
    const rank = ranks[i] ?? 0;
    return rank > 0 && rank <= topRank ? Math.min(least, value) : least;
  }, Number.POSITIVE_INFINITY);
}

interface Standing {
  readonly rank: number;
  /** customers that have a rank */
  readonly of: number;
  readonly value: number;
  readonly topRank: number;
  /** value of the last one of the most valuable */
  readonly topValue: number;
}

function tierOf(customer: CustomerValue, standing: Standing, rules: TierRules, now: Instant): TierDecision {
  if (standing.rank === 0) {
    const reason = customer.since > now - valuePeriod ? 'new' : 'regular';
    return { tier: 'standard', reason, facts: { years: yearsOf(customer, now) }, decidedAt: now };
  }
  const facts = factsOf(customer, standing, rules, now);
  if (standing.value < 0) return { tier: 'bz', reason: 'belowZero', facts, decidedAt: now };
  if (standing.rank <= standing.topRank && standing.value > 0) {
    return { tier: 'mvc', reason: 'topByMargin', facts, decidedAt: now };
  }
  if (isGrowable(customer, standing, rules)) {
    return {
      tier: 'mgc',
      reason: 'growable',
      facts: { ...facts, potentialMinor: customer.potentialMinor ?? 0 },
      decidedAt: now,
    };
  }
  return { tier: 'standard', reason: 'regular', facts, decidedAt: now };
}

/** Profitable, brings a small part of what they could, and would be among the most valuable if they brought it all. */
function isGrowable(customer: CustomerValue, { value, topValue }: Standing, rules: TierRules): boolean {
  const { potentialMinor, marginMinor } = customer;
  if (potentialMinor === null || value <= 0) return false;
  return potentialMinor >= rules.growth * marginMinor && potentialMinor - costOf(customer, rules) >= topValue;
}

const yearsOf = ({ since }: CustomerValue, now: Instant): number =>
  Math.max(0, Math.floor((now - since) / year));

function factsOf(customer: CustomerValue, { rank, of }: Standing, rules: TierRules, now: Instant) {
  return {
    percentile: Math.ceil((rank / of) * 100),
    marginMinor: customer.marginMinor,
    costMinor: costOf(customer, rules),
    years: yearsOf(customer, now),
  };
}
