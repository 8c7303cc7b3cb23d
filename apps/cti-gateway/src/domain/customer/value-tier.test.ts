import { asId } from '@ringside/shared/model/ids';
import { days, minutes } from '@ringside/shared/model/instant';
import { array, assert, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomerValue } from './value-tier.ts';
import { decideTiers, usualRules, valuePeriod } from './value-tier.ts';

const now = Date.UTC(2026, 10, 21);

const customer = (name: string, given: Partial<CustomerValue> = {}): CustomerValue => ({
  customerId: asId(name),
  since: now - days(2_000),
  marginMinor: 0,
  serviceMs: 0,
  potentialMinor: null,
  ...given,
});
/** Nine customers who bring 1,000 to 9,000 and cost nothing. */
const others = Array.from({ length: 9 }, (_, i) => customer(`other-${i}`, { marginMinor: (i + 1) * 1_000 }));

const tierOf = (one: CustomerValue, rest: readonly CustomerValue[] = others, rules = usualRules) =>
  decideTiers([...rest, one], rules, now).at(-1)?.tier;

describe('value tiers', () => {
  it('TIER-1 value is margin less what serving the customer cost', () => {
    const costly = customer('Mr Okafor', { marginMinor: 50_000, serviceMs: minutes(30) });
    expect(tierOf(costly, others, { ...usualRules, minuteCostMinor: 1_000 })?.facts).toMatchObject({
      marginMinor: 50_000,
      costMinor: 30_000,
    });
  });

  it('TIER-2 the top share by value is most valuable, and the rank says so', () => {
    expect(tierOf(customer('陳大文', { marginMinor: 90_000 }))).toEqual({
      tier: 'mvc',
      reason: 'topByMargin',
      facts: { percentile: 10, marginMinor: 90_000, costMinor: 0, years: 5 },
      decidedAt: now,
    });
    expect(tierOf(customer('Li', { marginMinor: 8_500 }))?.tier).toBe('standard');
  });

  it('TIER-2 a high margin that is eaten up by service does not make a customer most valuable', () => {
    const busy = customer('Mr Okafor', { marginMinor: 90_000, serviceMs: minutes(85) });
    expect(tierOf(busy, others, { ...usualRules, minuteCostMinor: 1_000 })?.tier).toBe('standard');
  });

  it('TIER-3 whoever costs more than they bring is below zero, even among the top share', () => {
    const lossy = customer('lossy', { marginMinor: 1_000, serviceMs: minutes(10) });
    expect(tierOf(lossy)).toMatchObject({ tier: 'bz', reason: 'belowZero' });
    expect(tierOf(lossy, [])).toMatchObject({ tier: 'bz', reason: 'belowZero' });
    expect(tierOf(customer('refunded', { marginMinor: -1 }))?.tier).toBe('bz');
  });

  it('TIER-4 whoever is profitable and could be among the most valuable is growable', () => {
    expect(tierOf(customer('grows', { marginMinor: 3_000, potentialMinor: 60_000 }))).toMatchObject({
      tier: 'mgc',
      reason: 'growable',
      facts: { potentialMinor: 60_000 },
    });
  });

  it.each([
    ['brings most of it already', { marginMinor: 3_000, potentialMinor: 8_999 }],
    ['would not be among the most valuable', { marginMinor: 2_000, potentialMinor: 8_500 }],
    ['brings nothing yet', { marginMinor: 1_500, serviceMs: minutes(1), potentialMinor: 90_000 }],
    ['is not known to have a potential', { marginMinor: 3_000, potentialMinor: null }],
  ])('TIER-4 nobody is growable who %s', (_, figures) => {
    expect(tierOf(customer('one', figures))?.tier).toBe('standard');
  });

  it('TIER-5 a customer of this year without dealings is new, an old one is regular, neither counts in the ranks', () => {
    expect(tierOf(customer('fresh', { since: now - days(20) }))).toMatchObject({
      tier: 'standard',
      reason: 'new',
    });
    expect(tierOf(customer('asleep'))).toMatchObject({ tier: 'standard', reason: 'regular' });
    const silent = Array.from({ length: 90 }, (_, i) => customer(`silent-${i}`));
    expect(
      tierOf(customer('陳大文', { marginMinor: 90_000 }), [...others, ...silent])?.facts['percentile'],
    ).toBe(10);
  });

  it('TIER-6 of equal values the customer who came first ranks first, whatever the order given', () => {
    const [old, young] = [
      customer('old', { marginMinor: 90_000, since: now - days(900) }),
      customer('young', { marginMinor: 90_000, since: now - days(100) }),
    ];
    expect(tierOf(young, [...others.slice(1), old])?.tier).toBe('standard');
    expect(tierOf(old, [...others.slice(1), young])?.tier).toBe('mvc');
  });

  it('TIER-7 the period that counts reaches back thirteen months', () => {
    expect(valuePeriod / days(1)).toBeCloseTo(395.7, 1);
  });
});

const anyCustomers = array(
  record({
    marginMinor: integer({ min: -50_000, max: 500_000 }),
    serviceMs: integer({ min: 0, max: minutes(200) }),
    since: integer({ min: 0, max: now }),
    potentialMinor: option(integer({ min: 0, max: 1_000_000 })),
  }),
  { maxLength: 60 },
).map((figures) => figures.map((figure, i) => customer(`c${i}`, figure)));

describe('value tiers of any customers', () => {
  it('TIER-2 never give more most valuable customers than the share, nor one worth less than another who is not', () => {
    assert(
      property(anyCustomers, (customers) => {
        const decided = decideTiers(customers, usualRules, now);
        const worth = (i: number) =>
          (decided[i]?.tier.facts['marginMinor'] ?? 0) - (decided[i]?.tier.facts['costMinor'] ?? 0);
        const indexes = customers.map((_, i) => i);
        const top = indexes.filter((i) => decided[i]?.tier.tier === 'mvc');
        const rest = indexes.filter((i) => decided[i]?.tier.tier !== 'mvc');
        expect(top.length).toBeLessThanOrEqual(Math.ceil(customers.length * usualRules.topShare));
        const least = Math.min(...top.map(worth));
        expect(rest.every((i) => worth(i) <= Math.max(least, 0))).toBe(true);
      }),
    );
  });

  it('TIER-6 do not depend on the order of the customers', () => {
    assert(
      property(anyCustomers, (customers) => {
        const byId = (list: readonly CustomerValue[]) =>
          Object.fromEntries(
            decideTiers(list, usualRules, now).map(({ customerId, tier }) => [customerId, tier]),
          );
        expect(byId(customers.toReversed())).toEqual(byId(customers));
      }),
    );
  });
});
