import * as fc from 'fast-check';
import { severities } from '@ringside/shared/model/case-stage';
import { feelings } from '@ringside/shared/model/call-outcome';
import { tiers } from '@ringside/shared/model/tier';
import { describe, expect, test } from 'vitest';
import type { CaseFacts } from './case-priority.ts';
import { priorityOf } from './case-priority.ts';

const ordinary: CaseFacts = {
  severity: 'moderate',
  repeats: 0,
  tier: 'standard',
  promiseAtRisk: false,
  feeling: null,
};
const facts: fc.Arbitrary<CaseFacts> = fc.record({
  severity: fc.constantFrom(...severities),
  repeats: fc.nat(20),
  tier: fc.option(fc.constantFrom(...tiers)),
  promiseAtRisk: fc.boolean(),
  feeling: fc.option(fc.constantFrom(...feelings)),
});

describe('the priority of a case', () => {
  test('CASE-2 rises with severity, repetition, tier, a promise at risk and anger', () => {
    const worse: readonly Partial<CaseFacts>[] = [
      { severity: 'serious' },
      { repeats: 1 },
      { tier: 'mvc' },
      { promiseAtRisk: true },
      { feeling: 'angry' },
    ];
    for (const change of worse) {
      expect(priorityOf({ ...ordinary, ...change }).score).toBeGreaterThan(priorityOf(ordinary).score);
    }
  });

  test('CASE-2 a customer below zero has the same floor as everybody', () => {
    expect(priorityOf({ ...ordinary, tier: 'bz' }).score).toBe(priorityOf(ordinary).score);
  });

  test('CASE-2 the terms add up to the score, which is 0 to 100', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const { score, terms } = priorityOf(some);
        expect(terms.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('CASE-3 safety stands above every other matter, whoever it is about', () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        fc.pre(other.severity !== 'safety');
        expect(priorityOf({ ...one, severity: 'safety' }).score).toBeGreaterThan(priorityOf(other).score);
      }),
    );
  });

  test('CASE-3 tier and feeling make no difference to a safety matter', () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const { tier, feeling } = other;
        expect(priorityOf({ ...one, severity: 'safety', tier, feeling })).toEqual(
          priorityOf({ ...one, severity: 'safety' }),
        );
      }),
    );
  });
});
