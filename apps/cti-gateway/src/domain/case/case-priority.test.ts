import * as fc from 'fast-check';
import { feelings } from '@ringside/shared/model/call-outcome';
import { impacts, severities, urgencies } from '@ringside/shared/model/case-stage';
import { days, hours } from '@ringside/shared/model/instant';
import { tiers } from '@ringside/shared/model/tier';
import { describe, expect, test } from 'vitest';
import type { CaseFacts } from './case-priority.ts';
import { rankOf } from './case-priority.ts';

const now = days(1_000);

const ordinary: CaseFacts = {
  severity: 'moderate',
  impact: 'one',
  urgency: 'normal',
  legal: false,
  feeling: null,
  timesReopened: 0,
  openedAt: now,
  tier: 'standard',
  repeats: 0,
  promiseDueAt: null,
  clockDueAt: null,
};
const instant = fc.integer({ min: now - days(20), max: now + days(20) });
const facts: fc.Arbitrary<CaseFacts> = fc.record({
  severity: fc.constantFrom(...severities),
  impact: fc.constantFrom(...impacts),
  urgency: fc.constantFrom(...urgencies),
  legal: fc.boolean(),
  feeling: fc.option(fc.constantFrom(...feelings)),
  timesReopened: fc.nat(4),
  openedAt: fc.integer({ min: now - days(20), max: now }),
  tier: fc.option(fc.constantFrom(...tiers)),
  repeats: fc.nat(20),
  promiseDueAt: fc.option(instant),
  clockDueAt: fc.option(instant),
});
const scoreOf = (some: CaseFacts, at = now): number => rankOf(some, at).priority.score;

describe('the priority of a case', () => {
  test('CASE-2 rises with each of what makes it worse', () => {
    const worse: readonly Partial<CaseFacts>[] = [
      { severity: 'serious' },
      { impact: 'several' },
      { impact: 'many' },
      { urgency: 'high' },
      { legal: true },
      { repeats: 1 },
      { tier: 'mvc' },
      { feeling: 'angry' },
      { timesReopened: 1 },
      { openedAt: now - days(1) },
      { promiseDueAt: now + days(1) },
      { promiseDueAt: now - 1 },
      { clockDueAt: now + hours(4) },
      { clockDueAt: now },
    ];
    for (const change of worse)
      expect([change, scoreOf({ ...ordinary, ...change }) > scoreOf(ordinary)]).toEqual([change, true]);
  });

  test('CASE-2 severity, impact and urgency multiply: many in a hurry weigh more in a serious matter than in a minor one', () => {
    const hurry = { impact: 'many', urgency: 'high' } as const;
    const gain = (severity: 'minor' | 'serious') =>
      scoreOf({ ...ordinary, severity, ...hurry }) - scoreOf({ ...ordinary, severity });
    expect(gain('serious')).toBeGreaterThan(3 * gain('minor'));
    expect(rankOf({ ...ordinary, severity: 'serious', ...hurry }, now).priority.terms).toEqual([
      { term: 'severity', points: 26 },
      { term: 'impact', points: 13 },
      { term: 'urgency', points: 12 },
      { term: 'tier', points: 2 },
    ]);
  });

  test('CASE-2 never falls when one factor gets worse, whatever the others are', () => {
    const worsened: readonly ((some: CaseFacts) => CaseFacts)[] = [
      (some) => ({ ...some, severity: severities[severities.indexOf(some.severity) + 1] ?? 'safety' }),
      (some) => ({ ...some, impact: impacts[impacts.indexOf(some.impact) + 1] ?? 'many' }),
      (some) => ({ ...some, urgency: urgencies[urgencies.indexOf(some.urgency) + 1] ?? 'high' }),
      (some) => ({ ...some, legal: true }),
      (some) => ({ ...some, repeats: some.repeats + 1 }),
      (some) => ({ ...some, timesReopened: some.timesReopened + 1 }),
      (some) => ({ ...some, openedAt: some.openedAt - days(1) }),
      (some) => ({ ...some, feeling: 'angry' }),
      (some) => ({ ...some, tier: 'mvc' }),
      (some) => ({ ...some, promiseDueAt: (some.promiseDueAt ?? now) - hours(7) }),
      (some) => ({ ...some, clockDueAt: (some.clockDueAt ?? now) - hours(7) }),
    ];
    fc.assert(
      fc.property(facts, fc.constantFrom(...worsened), (some, worsen) => {
        expect(scoreOf(worsen(some))).toBeGreaterThanOrEqual(scoreOf(some));
      }),
    );
  });

  test('CASE-2 a customer below zero, and one nobody knows, has the same floor as everybody', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const standard = scoreOf({ ...some, tier: 'standard' });
        expect(scoreOf({ ...some, tier: 'bz' })).toBe(standard);
        expect(scoreOf({ ...some, tier: null })).toBe(standard);
        for (const tier of tiers) expect(scoreOf({ ...some, tier })).toBeGreaterThanOrEqual(standard);
      }),
    );
  });

  test('CASE-2 the terms add up to the score, a whole number from 0 to 100', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const { score, terms } = rankOf(some, now).priority;
        expect(terms.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(Number.isInteger(score)).toBe(true);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('CASE-3 safety stands above every other matter, whoever it is about and however late the other is', () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        fc.pre(other.severity !== 'safety');
        expect(scoreOf({ ...one, severity: 'safety' })).toBeGreaterThan(scoreOf(other));
      }),
    );
  });

  test('CASE-3 tier and feeling make no difference to a safety matter', () => {
    fc.assert(
      fc.property(facts, facts, (one, { tier, feeling }) => {
        const safety = { ...one, severity: 'safety' } as const;
        expect(rankOf({ ...safety, tier, feeling }, now)).toEqual(rankOf(safety, now));
      }),
    );
  });

  test('WORK-1 the score stays what it is until it is to be ranked again, and changes then', () => {
    fc.assert(
      fc.property(facts, fc.double({ min: 0, max: 1, noNaN: true }), (some, share) => {
        const { priority, rankAgainAt } = rankOf(some, now);
        const end = rankAgainAt ?? now + days(60);
        const between = now + Math.floor((end - 1 - now) * share);
        expect(scoreOf(some, between)).toBe(priority.score);
        if (rankAgainAt === null) return;
        expect(rankAgainAt).toBeGreaterThan(now);
        expect(scoreOf(some, rankAgainAt - 1)).toBe(priority.score);
        expect(scoreOf(some, rankAgainAt)).not.toBe(priority.score);
      }),
      { numRuns: 2_000 },
    );
  });

  test('WORK-1 a new moderate complaint gains a point with each day, and its clock weighs more the nearer it is', () => {
    const waiting = { ...ordinary, clockDueAt: now + days(2) };
    const seen: [number, number][] = [];
    for (let at: number | null = now; at !== null; at = rankOf(waiting, at).rankAgainAt)
      seen.push([(at - now) / hours(1), scoreOf(waiting, at)]);
    expect(seen.slice(0, 5)).toEqual([
      [0, 16],
      [24, 21],
      [44, 24],
      [47, 26],
      [48, 30],
    ]);
    expect(seen.at(-1)).toEqual([240, 38]);
  });
});
