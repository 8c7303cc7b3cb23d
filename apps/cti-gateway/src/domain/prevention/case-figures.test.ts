import { asId } from '@ringside/shared/model/ids';
import { tiers } from '@ringside/shared/model/tier';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseCell } from './case-figures.ts';
import { heatMap, pareto, totalOf } from './case-figures.ts';

const causes = ['defect', 'carrier', 'handover', 'billing-error'];
const small = fc.nat(5);
const cell: fc.Arbitrary<CaseCell> = fc.record({
  causeId: fc.option(fc.constantFrom(...causes).map((id) => asId<'cause'>(id))),
  tier: fc.option(fc.constantFrom(...tiers)),
  servicePointId: fc.option(fc.constantFrom('taipei', 'tainan').map((id) => asId<'servicePoint'>(id))),
  product: fc.option(fc.constantFrom('R-520', 'AC-28', 'W-12')),
  counts: fc.record({
    cases: fc.integer({ min: 1, max: 9 }),
    costMinor: fc.nat(9_000),
    reopened: small,
    satisfied: small,
    notSatisfied: small,
    notReached: small,
  }),
});
const cells = fc.array(cell, { maxLength: 40 });

describe('figures of causes', () => {
  test('PREV-8 three defects and one late carrier: 75 % and then all', () => {
    const one = (causeId: string): CaseCell => ({
      causeId: asId(causeId),
      tier: null,
      servicePointId: null,
      product: null,
      counts: { cases: 1, costMinor: 0, reopened: 0, satisfied: 0, notSatisfied: 0, notReached: 0 },
    });
    const bars = pareto(
      [one('defect'), one('carrier'), one('defect'), one('defect')],
      ({ causeId }) => causeId,
      'cases',
    );
    expect(bars.map(({ key, share, shareSoFar }) => ({ key, share, shareSoFar }))).toEqual([
      { key: 'defect', share: 0.75, shareSoFar: 0.75 },
      { key: 'carrier', share: 0.25, shareSoFar: 1 },
    ]);
  });

  test('METRIC-9 where nothing was paid there is no share of it', () => {
    const free = pareto(
      [
        {
          ...{ causeId: null, tier: null, servicePointId: null, product: null },
          counts: { cases: 2, costMinor: 0, reopened: 0, satisfied: 0, notSatisfied: 0, notReached: 0 },
        },
      ],
      ({ causeId }) => causeId,
      'costMinor',
    );
    expect(free).toMatchObject([{ key: null, share: null, shareSoFar: null }]);
  });

  test('PREV-8 bars fall, shares add up, and nothing is lost on the way', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom('cases' as const, 'costMinor' as const), (some, by) => {
        const bars = pareto(some, ({ causeId }) => causeId, by);
        expect(bars.reduce((sum, { counts }) => sum + counts[by], 0)).toBe(totalOf(some)[by]);
        const heights = bars.map(({ counts }) => counts[by]);
        expect(heights).toEqual(heights.toSorted((a, b) => b - a));
        const whole = totalOf(some)[by];
        const last = bars.at(-1)?.shareSoFar ?? null;
        expect(last === null ? null : Math.round(last * 1e9) / 1e9).toBe(whole > 0 ? 1 : null);
      }),
    );
  });

  test('PREV-8 a field of the heat map is the count of its product and cause, and of no other', () => {
    fc.assert(
      fc.property(cells, (some) => {
        const map = heatMap(some, 10);
        map.products.forEach((product, row) =>
          map.causes.forEach((causeId, column) => {
            const meant = some.filter((one) => one.product === product && one.causeId === causeId);
            expect(map.cases[row]?.[column]).toBe(totalOf(meant).cases);
          }),
        );
        expect(map.cases.flat().reduce((sum, count) => sum + count, 0)).toBe(totalOf(some).cases);
      }),
    );
  });
});
