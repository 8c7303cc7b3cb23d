import * as fc from 'fast-check';
import { asId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import type { Candidate } from './suggest-owner.ts';
import { suggestOwners, weightOf } from './suggest-owner.ts';

const someone = (name: string, given: Partial<Candidate> = {}): Candidate => ({
  agentId: asId(name),
  load: 10,
  knowsCustomer: false,
  atWork: true,
  ...given,
});
const first = (...candidates: readonly Candidate[]) => suggestOwners(candidates)[0]?.agentId;
const candidate = fc.record({
  agentId: fc.uuid().map((text) => asId<'agent'>(text)),
  load: fc.nat(500),
  knowsCustomer: fc.boolean(),
  atWork: fc.boolean(),
});

describe('whom a case suits', () => {
  test('WORK-6 Li, who has less on her desk, comes before Maya', () => {
    expect(first(someone('maya'), someone('li', { load: 9 }))).toBe('li');
  });

  test('WORK-6 Maya, who knows Mr Okafor from an earlier case, comes before Li with a little less to do', () => {
    expect(first(someone('maya', { knowsCustomer: true }), someone('li', { load: 0 }))).toBe('maya');
    expect(first(someone('maya', { knowsCustomer: true, load: 40 }), someone('li', { load: 0 }))).toBe('li');
  });

  test('WORK-6 who is at work comes before who is not, of equals always the same', () => {
    expect(first(someone('li', { atWork: false }), someone('maya'))).toBe('maya');
    expect(first(someone('maya'), someone('li'))).toBe(first(someone('li'), someone('maya')));
  });

  test('WORK-6 everybody whom it fits is suggested, best first, with terms that add up', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 12 }), (candidates) => {
        const suggested = suggestOwners(candidates);
        expect(suggested.map(({ agentId }) => agentId).toSorted()).toEqual(
          candidates.map(({ agentId }) => agentId).toSorted(),
        );
        for (const [i, { points, terms }] of suggested.entries()) {
          expect(terms.reduce((sum, term) => sum + term.points, 0)).toBe(points);
          expect(points).toBeLessThanOrEqual(suggested[i - 1]?.points ?? Infinity);
        }
      }),
    );
  });

  test('WORK-6 one safety matter weighs as much as eight small ones', () => {
    expect(weightOf({ minor: 0, moderate: 0, serious: 0, safety: 1 })).toBe(
      weightOf({ minor: 8, moderate: 0, serious: 0, safety: 0 }),
    );
  });
});
