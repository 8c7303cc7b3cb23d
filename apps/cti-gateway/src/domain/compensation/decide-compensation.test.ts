import { compensationStates, grades } from '@ringside/shared/model/compensation';
import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCompensation } from '../../testing/records.ts';
import type { Reach } from './authority.ts';
import { covers, reachOf } from './authority.ts';
import type { AuthorityRule, Compensation } from './compensation.ts';
import type { CompensationStep, Person } from './decide-compensation.ts';
import { approversOf, compensationSteps, stepOf, whyNot } from './decide-compensation.ts';

const rule: AuthorityRule = {
  rule: 'any',
  name: { en: '', 'zh-Hant': '', 'zh-Hans': '' },
  grades: ['agent'],
  tiers: [],
  causes: [],
  kinds: ['credit'],
  upTo: 0,
  upToPerCustomer: 0,
  pointsUpTo: 0,
  pointsPerCustomer: 0,
  within: 1,
};
const upTo = (room: number): Reach => ({ rule, given: 0, left: room, room });
const person = (name: string, grade: Person['grade'], room: number): Person => ({
  agentId: asId(name),
  grade,
  reach: upTo(room),
  isTheirs: false,
});
const said = { at: 500, words: 'fair' };
const asked = (given: Partial<Compensation> = {}): Compensation =>
  aCompensation('asked', { amount: 800, state: 'asked', decideBy: 200, decidedAt: null, ...given });

const noor = person('noor', 'supervisor', 3_000);
const max = person('max', 'manager', 20_000);
const grace = person('grace', 'manager', 20_000);

describe('a request for compensation', () => {
  test('COMP-6 Noor, whose authority covers it, approves what Maya asked for', () => {
    expect(stepOf(asked(), 'approve', noor, said)).toMatchObject({
      ok: true,
      value: { state: 'granted', decidedBy: 'noor', decidedAt: 500, decision: 'fair', version: 2 },
    });
  });

  test('COMP-6 nobody approves or refuses what they asked for themselves', () => {
    const own = asked({ askedBy: noor.agentId, grade: 'supervisor' });
    expect(whyNot(own, 'approve', noor)).toBe('ownRequest');
    expect(whyNot(own, 'refuse', noor)).toBe('ownRequest');
    expect(whyNot(own, 'withdraw', noor)).toBeNull();
  });

  test('COMP-6 an agent approves nothing, and a supervisor nothing that a manager asked for', () => {
    const li = person('li', 'agent', 9_999);
    expect(whyNot(asked(), 'approve', li)).toBe('notAllowed');
    expect(whyNot(asked(), 'refuse', li)).toBe('notAllowed');
    const ofMax = asked({ askedBy: max.agentId, grade: 'manager' });
    expect(whyNot(ofMax, 'approve', noor)).toBe('notAllowed');
    expect(whyNot(ofMax, 'refuse', noor)).toBe('notAllowed');
  });

  test('COMP-6 what is above a supervisor’s authority is for a manager', () => {
    expect(whyNot(asked({ amount: 3_001 }), 'approve', noor)).toBe('aboveAuthority');
    expect(whyNot(asked({ amount: 3_001 }), 'approve', max)).toBeNull();
  });

  test('COMP-7 what is above a manager’s authority takes two: Max endorses, Grace approves, Max alone can’t', () => {
    const endorsed = stepOf(asked({ amount: 30_000 }), 'approve', max, said);
    if (!endorsed.ok) throw new Error(endorsed.refusal);
    expect(endorsed.value).toMatchObject({ state: 'asked', endorsedBy: 'max', decidedBy: null });
    expect(whyNot(endorsed.value, 'approve', max)).toBe('aboveAuthority');
    expect(whyNot(endorsed.value, 'approve', noor)).toBe('aboveAuthority');
    expect(stepOf(endorsed.value, 'approve', grace, said)).toMatchObject({
      ok: true,
      value: { state: 'granted', endorsedBy: 'max', decidedBy: 'grace' },
    });
  });

  test('COMP-7 what Max asks for above his own authority is approved by Grace, the second manager', () => {
    const ofMax = asked({ amount: 30_000, askedBy: max.agentId, grade: 'manager' });
    expect(whyNot(ofMax, 'approve', max)).toBe('ownRequest');
    expect(stepOf(ofMax, 'approve', grace, said)).toMatchObject({ ok: true, value: { state: 'granted' } });
  });

  test('COMP-8 it is for supervisors who may decide it, for managers where none may, never for who asked', () => {
    const people = [noor, person('omar', 'supervisor', 100), max, grace];
    expect(approversOf(asked(), people)).toEqual(['noor']);
    expect(approversOf(asked({ amount: 5_000 }), people)).toEqual(['max', 'grace']);
    expect(approversOf(asked({ amount: 30_000, endorsedBy: max.agentId }), people)).toEqual(['grace']);
    expect(approversOf(asked({ askedBy: noor.agentId, grade: 'supervisor' }), people)).toEqual([
      'max',
      'grace',
    ]);
  });

  test('COMP-5 what is done stays done: from each state only its own steps lead on', () => {
    const everybody: Person = { ...grace, isTheirs: true };
    const possible = compensationStates.map((state) => [
      state,
      compensationSteps.filter((step) => whyNot(asked({ state }), step, everybody) !== 'notPossibleNow'),
    ]);
    expect(possible).toEqual([
      ['asked', ['approve', 'refuse', 'withdraw']],
      ['granted', ['carryOut', 'cancel']],
      ['done', []],
      ['refused', []],
      ['cancelled', []],
    ]);
  });

  test('COMP-5 who has nothing to do with the case neither carries out nor cancels what was granted', () => {
    const stranger = person('li', 'agent', 0);
    const granted = aCompensation('granted');
    expect(whyNot(granted, 'carryOut', stranger)).toBe('notAllowed');
    expect(whyNot(granted, 'cancel', stranger)).toBe('notAllowed');
    expect(whyNot(granted, 'carryOut', { ...stranger, isTheirs: true })).toBeNull();
  });
});

/** A centre at work: anybody gives, asks and decides in any order, as their authority allows. */
const names = ['maya', 'li', 'noor', 'omar', 'max', 'grace'] as const;
const gradeOfName = { maya: 0, li: 0, noor: 1, omar: 1, max: 2, grace: 2 } as const;
const rulesOf = fc
  .tuple(fc.nat(500), fc.nat(900), fc.nat(2_000), fc.nat(3_000))
  .map(([agents, ofAgents, supervisors, managers]): AuthorityRule[] =>
    grades.map((grade, i) => ({
      ...rule,
      rule: grade,
      grades: [grade],
      kinds: ['credit', 'goodwill'],
      upTo: [agents, supervisors, managers][i] ?? 0,
      upToPerCustomer: [ofAgents, supervisors * 2, managers * 2][i] ?? 0,
      pointsUpTo: 0,
      pointsPerCustomer: 0,
      within: 1_000,
    })),
  );
interface Act {
  readonly who: (typeof names)[number];
  readonly act: 'give' | 'ask' | CompensationStep;
  readonly amount: number;
  readonly which: number;
  readonly pause: number;
}
const acts = fc.array(
  fc.record<Act>({
    who: fc.constantFrom(...names),
    act: fc.constantFrom('give', 'ask', ...compensationSteps),
    amount: fc.integer({ min: 1, max: 4_000 }),
    which: fc.nat(9),
    pause: fc.nat(400),
  }),
  { maxLength: 40 },
);

/** What went wrong in a course of giving and deciding; [] when nothing did. */
function faultsIn(rules: readonly AuthorityRule[], course: readonly Act[]): string[] {
  const all: Compensation[] = [];
  const faults: string[] = [];
  let at = 10_000;
  for (const { who, act, amount, which, pause } of course) {
    at += pause;
    const grade = grades[gradeOfName[who]] ?? 'agent';
    const agentId: AgentId = asId(who);
    const wish = { kind: 'credit', tier: null, causes: [], given: all, at } as const;
    const reach = reachOf(rules, grade, wish);
    const base = { amount, askedBy: agentId, grade, askedAt: at };
    const of = all[which % Math.max(1, all.length)];
    if (act === 'ask') {
      all.push(aCompensation(`${all.length}`, { ...base, state: 'asked', decidedAt: null }));
    } else if (act === 'give') {
      if (!covers(reach, amount)) continue;
      all.push(aCompensation(`${all.length}`, base));
      if (sumIn(all, at) > (reach.rule?.upToPerCustomer ?? 0)) faults.push(`${who} gave too much`);
    } else if (of !== undefined) {
      const next = stepOf(of, act, { agentId, grade, reach, isTheirs: true }, { at, words: '' });
      if (!next.ok) continue;
      all[all.indexOf(of)] = next.value;
      if (act === 'approve' && next.value.state === 'granted')
        faults.push(...faultsOfApproval(of, agentId, reach));
    }
  }
  const strange = all.filter((one) => !Number.isSafeInteger(one.amount) || one.amount <= 0);
  return [...faults, ...strange.map((one) => `an amount of ${one.amount}`)];
}

function faultsOfApproval(of: Compensation, by: AgentId, reach: Reach): string[] {
  const isAlone = of.askedBy === by || of.endorsedBy === by;
  const isCovered = covers(reach, of.amount) || of.grade === 'manager' || of.endorsedBy !== null;
  return [...(isAlone ? ['approved by one alone'] : []), ...(isCovered ? [] : ['approved above authority'])];
}

const sumIn = (given: readonly Compensation[], at: number): number =>
  given
    .filter(
      ({ state, decidedAt }) => (state === 'granted' || state === 'done') && (decidedAt ?? 0) > at - 1_000,
    )
    .reduce((sum, { amount }) => sum + amount, 0);

describe('any course of giving and deciding', () => {
  test('COMP-3 COMP-6 COMP-7 nothing is granted that neither the giver’s authority nor another person stands for', () => {
    fc.assert(
      fc.property(rulesOf, acts, (rules, course) => {
        expect(faultsIn(rules, course)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
