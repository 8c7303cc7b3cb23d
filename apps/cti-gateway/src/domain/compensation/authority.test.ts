import type { CompensationKind } from '@ringside/shared/model/compensation';
import {
  compensationKinds,
  compensationStates,
  grades,
  unitOfKind,
} from '@ringside/shared/model/compensation';
import { asId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import { tiers } from '@ringside/shared/model/tier';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInComplaints } from '../../testing/complaints.ts';
import { aCompensation } from '../../testing/records.ts';
import type { Wish } from './authority.ts';
import { covers, gradeOf, isAmountOf, reachOf, withParents } from './authority.ts';
import type { AuthorityRule } from './compensation.ts';

const now = days(1_000);
const name = { en: '', 'zh-Hant': '', 'zh-Hans': '' };
const rule = (given: Partial<AuthorityRule> = {}): AuthorityRule => ({
  rule: 'agents',
  name,
  grades: ['agent'],
  tiers: [],
  causes: [],
  kinds: ['credit', 'points'],
  upTo: 500,
  upToPerCustomer: 1_000,
  pointsUpTo: 50,
  pointsPerCustomer: 100,
  within: days(365),
  ...given,
});
const wish = (given: Partial<Wish> = {}): Wish => ({
  kind: 'credit',
  tier: 'standard',
  causes: [],
  given: [],
  at: now,
  ...given,
});
const credit = (amount: number, at = now) =>
  aCompensation(`credit of ${amount} at ${at}`, { amount, askedAt: at, decidedAt: at });

describe('how far authority goes', () => {
  test('COMP-1 Maya, an agent, follows the rules for agents; Noor, who also supervises, those for supervisors', () => {
    expect(gradeOf(['agent'])).toBe('agent');
    expect(gradeOf(['agent', 'supervisor'])).toBe('supervisor');
    expect(gradeOf(['admin'])).toBeNull();
    const rules = [rule(), rule({ grades: ['supervisor'], upTo: 900 })];
    expect(reachOf(rules, 'agent', wish()).room).toBe(500);
    expect(reachOf(rules, 'supervisor', wish()).room).toBe(900);
    expect(reachOf(rules, null, wish()).rule).toBeNull();
  });

  test('COMP-1 a rule for some tiers does not fit a caller whom nobody knows', () => {
    const valued = [rule({ tiers: ['mvc'] })];
    expect(reachOf(valued, 'agent', wish({ tier: 'mvc' })).room).toBe(500);
    expect(reachOf(valued, 'agent', wish({ tier: 'standard' })).rule).toBeNull();
    expect(reachOf(valued, 'agent', wish({ tier: null })).rule).toBeNull();
  });

  test('COMP-1 a rule for late deliveries is one for the carrier that was late, too', () => {
    const delivery = { causeId: asId<'cause'>('delivery'), parent: null, name, active: true };
    const carrier = { ...delivery, causeId: asId<'cause'>('carrier'), parent: delivery.causeId };
    const causes = withParents([delivery, carrier], carrier.causeId);
    expect(causes).toEqual(['carrier', 'delivery']);
    const rules = [rule({ causes: [delivery.causeId] })];
    expect(reachOf(rules, 'agent', wish({ causes })).room).toBe(500);
    expect(reachOf(rules, 'agent', wish()).rule).toBeNull();
  });

  test('COMP-1 causes that belong to each other in a circle are each looked at once', () => {
    const one = { causeId: asId<'cause'>('one'), parent: asId<'cause'>('other'), name, active: true };
    const other = { ...one, causeId: asId<'cause'>('other'), parent: one.causeId };
    expect(withParents([one, other], one.causeId)).toEqual(['one', 'other']);
  });

  test('COMP-2 of two rules that fit, the one that leaves most room for this customer counts', () => {
    const small = rule({ rule: 'small', upTo: 300, upToPerCustomer: 2_000 });
    const big = rule({ rule: 'big', upTo: 600, upToPerCustomer: 700 });
    expect(reachOf([small, big], 'agent', wish()).rule?.rule).toBe('big');
    const after = reachOf([small, big], 'agent', wish({ given: [credit(500)] }));
    expect(after).toMatchObject({ rule: { rule: 'small' }, given: 500, left: 1_500, room: 300 });
  });

  test('COMP-3 what was given longer ago than the rule’s period no longer counts', () => {
    const given = [credit(400, now - days(365)), credit(100, now - days(364))];
    expect(reachOf([rule()], 'agent', wish({ given }))).toMatchObject({ given: 100, left: 900 });
  });

  test('COMP-3 what is asked for, refused or cancelled does not count; what is carried out does', () => {
    const counted = (state: (typeof compensationStates)[number]) =>
      reachOf([rule()], 'agent', wish({ given: [{ ...credit(400), state }] })).given;
    expect(compensationStates.map((state) => [state, counted(state)])).toEqual([
      ['asked', 0],
      ['granted', 400],
      ['done', 400],
      ['refused', 0],
      ['cancelled', 0],
    ]);
  });

  test('COMP-3 points and money are not added up', () => {
    const given = [{ ...credit(80), kind: 'points' as const }];
    expect(reachOf([rule()], 'agent', wish({ given })).left).toBe(1_000);
    expect(reachOf([rule()], 'agent', wish({ given, kind: 'points' })).left).toBe(20);
  });

  test('COMP-2 who may give NT$500 may not give 50,000 points: each has limits of its own', () => {
    const rules = [rule({ upTo: 50_000, upToPerCustomer: 100_000 })];
    const points = reachOf(rules, 'agent', wish({ kind: 'points' }));
    expect(points).toMatchObject({ left: 100, room: 50 });
    expect(covers(points, 51)).toBe(false);
    expect(reachOf(rules, 'agent', wish()).room).toBe(50_000);
  });

  test('COMP-4 a letter of apology has no amount and is always within the rule that allows it', () => {
    const rules = [rule({ kinds: ['apologyLetter'], upTo: 0, upToPerCustomer: 0 })];
    const reach = reachOf(rules, 'agent', wish({ kind: 'apologyLetter', given: [credit(900)] }));
    expect(covers(reach, 0)).toBe(true);
    expect(isAmountOf('apologyLetter', 0)).toBe(true);
    expect(isAmountOf('apologyLetter', 1)).toBe(false);
  });

  test('COMP-4 nothing negative, nothing split and nothing empty is an amount', () => {
    for (const amount of [0, -1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])
      expect(isAmountOf('refund', amount)).toBe(false);
    expect(isAmountOf('refund', 1)).toBe(true);
  });
});

const kinds = fc.constantFrom(...compensationKinds);
const anyRule: fc.Arbitrary<AuthorityRule> = fc.record({
  rule: fc.string({ minLength: 1, maxLength: 4 }),
  name: fc.constant(name),
  grades: fc.uniqueArray(fc.constantFrom(...grades), { minLength: 1 }),
  tiers: fc.uniqueArray(fc.constantFrom(...tiers)),
  causes: fc.uniqueArray(fc.constantFrom('late', 'broken').map((id) => asId<'cause'>(id))),
  kinds: fc.uniqueArray(kinds, { minLength: 1 }),
  upTo: fc.nat(2_000),
  upToPerCustomer: fc.nat(4_000),
  pointsUpTo: fc.nat(2_000),
  pointsPerCustomer: fc.nat(4_000),
  within: fc.integer({ min: 1, max: 400 }).map(days),
});
const rules = fc.array(anyRule, { maxLength: 6 });
const given = fc.array(
  fc.record({
    kind: kinds,
    amount: fc.nat(1_500),
    state: fc.constantFrom(...compensationStates),
    askedAt: fc.integer({ min: 0, max: 1_000 }).map(days),
    decidedAt: fc.option(fc.integer({ min: 0, max: 1_000 }).map(days)),
  }),
  { maxLength: 8 },
);
const causeLines: Wish['causes'][] = [[], [asId('late')], [asId('broken'), asId('late')]];
const wishes: fc.Arbitrary<Wish> = fc.record({
  kind: kinds,
  tier: fc.option(fc.constantFrom(...tiers)),
  causes: fc.constantFrom(...causeLines),
  given,
  at: fc.constant(now),
});

/** The rule said in another way: some rule allows it, looked at one by one. */
function allowedByHand(
  list: readonly AuthorityRule[],
  grade: (typeof grades)[number],
  one: Wish,
  amount: number,
): boolean {
  const unit = (kind: CompensationKind) => unitOfKind[kind];
  return list.some((each) => {
    if (!each.grades.includes(grade) || !each.kinds.includes(one.kind)) return false;
    if (each.tiers.length > 0 && !each.tiers.some((tier) => tier === one.tier)) return false;
    if (each.causes.length > 0 && !each.causes.some((cause) => one.causes.includes(cause))) return false;
    if (unit(one.kind) === 'none') return amount === 0;
    let sum = amount;
    for (const gift of one.given) {
      const counts = gift.state === 'granted' || gift.state === 'done';
      const at = gift.decidedAt ?? gift.askedAt;
      if (counts && unit(gift.kind) === unit(one.kind) && now - at < each.within) sum += gift.amount;
    }
    return unit(one.kind) === 'points'
      ? amount <= each.pointsUpTo && sum <= each.pointsPerCustomer
      : amount <= each.upTo && sum <= each.upToPerCustomer;
  });
}

describe('authority over any rules and any past', () => {
  test('COMP-2 covers an amount exactly when one of the rules, looked at by itself, allows it', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom(...grades), wishes, fc.nat(2_500), (list, grade, one, sum) => {
        const amount = unitOfKind[one.kind] === 'none' ? 0 : sum + 1;
        expect(covers(reachOf(list, grade, one), amount)).toBe(allowedByHand(list, grade, one, amount));
      }),
      { numRuns: 2_000 },
    );
  });

  test('COMP-2 the room is never negative and never more than what is left', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom(...grades), wishes, (list, grade, one) => {
        const { room, left, given: before } = reachOf(list, grade, one);
        expect(room).toBeGreaterThanOrEqual(0);
        expect(left).toBeGreaterThanOrEqual(room);
        expect(before).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('COMP-2 the centre’s own rules give a supervisor at least what an agent may give, and a manager more', () => {
    const { authority } = builtInComplaints;
    fc.assert(
      fc.property(kinds, fc.option(fc.constantFrom(...tiers)), (kind, tier) => {
        const [agent, supervisor, manager] = grades.map((grade) =>
          reachOf(authority, grade, wish({ kind, tier })),
        );
        expect(supervisor?.room).toBeGreaterThanOrEqual(agent?.room ?? 0);
        expect(manager?.room).toBeGreaterThanOrEqual(supervisor?.room ?? 0);
      }),
    );
  });
});
