import type { CauseId, ServicePointId } from '@ringside/shared/model/ids';
import type { Tier } from '@ringside/shared/model/tier';

/** Cases of a period that are alike in what figures are told by, counted together. */
export interface CaseCell {
  readonly causeId: CauseId | null;
  /** the customer's present one; null: nobody knows who it is */
  readonly tier: Tier | null;
  readonly servicePointId: ServicePointId | null;
  readonly product: string | null;
  readonly counts: CaseCounts;
}

export interface CaseCounts {
  readonly cases: number;
  /** compensation granted or carried out, in minor units of the centre's currency */
  readonly costMinor: number;
  readonly reopened: number;
  readonly satisfied: number;
  readonly notSatisfied: number;
  readonly notReached: number;
}

export const noCases: CaseCounts = {
  cases: 0,
  costMinor: 0,
  reopened: 0,
  satisfied: 0,
  notSatisfied: 0,
  notReached: 0,
};

export const addCounts = (a: CaseCounts, b: CaseCounts): CaseCounts => ({
  cases: a.cases + b.cases,
  costMinor: a.costMinor + b.costMinor,
  reopened: a.reopened + b.reopened,
  satisfied: a.satisfied + b.satisfied,
  notSatisfied: a.notSatisfied + b.notSatisfied,
  notReached: a.notReached + b.notReached,
});

/** Takes cells that come in parts to those that came before; those alike are counted together. */
export function countTogether(into: Map<string, CaseCell>, more: readonly CaseCell[]): void {
  for (const cell of more) {
    const key = JSON.stringify([cell.causeId, cell.tier, cell.servicePointId, cell.product]);
    const before = into.get(key);
    into.set(key, before === undefined ? cell : { ...cell, counts: addCounts(before.counts, cell.counts) });
  }
}

export const totalOf = (cells: readonly CaseCell[]): CaseCounts =>
  cells.reduce((sum, { counts }) => addCounts(sum, counts), noCases);

/** One bar: its share of the whole, and that of all bars up to it. Shares are null where the whole is 0 (METRIC-9). */
export interface Bar<Key> {
  readonly key: Key | null;
  readonly counts: CaseCounts;
  readonly share: number | null;
  readonly shareSoFar: number | null;
}

/** PREV-8: by a feature of the cases, the largest by count or cost first; of equals by name, what has no name last. */
export function pareto<Key extends string>(
  cells: readonly CaseCell[],
  keyOf: (cell: CaseCell) => Key | null,
  by: 'cases' | 'costMinor',
): readonly Bar<Key>[] {
  const rows = [...summed(cells, keyOf)].toSorted(
    ([keyA, a], [keyB, b]) => b[by] - a[by] || b.cases - a.cases || byName(keyA, keyB),
  );
  const whole = rows.reduce((sum, [, counts]) => sum + counts[by], 0);
  let soFar = 0;
  return rows.map(([key, counts]) => {
    soFar += counts[by];
    return { key, counts, share: shareOf(counts[by], whole), shareSoFar: shareOf(soFar, whole) };
  });
}

export function summed<Key extends string>(
  cells: readonly CaseCell[],
  keyOf: (cell: CaseCell) => Key | null,
): ReadonlyMap<Key | null, CaseCounts> {
  const sums = new Map<Key | null, CaseCounts>();
  for (const cell of cells) {
    const key = keyOf(cell);
    sums.set(key, addCounts(sums.get(key) ?? noCases, cell.counts));
  }
  return sums;
}

export interface HeatMap {
  /** the most frequent first, as many as there is room for */
  readonly products: readonly (string | null)[];
  readonly causes: readonly (CauseId | null)[];
  /** cases of each product (row) by each cause (column) */
  readonly cases: readonly (readonly number[])[];
}

/** PREV-8: product × cause, of each the most frequent `room`. */
export function heatMap(cells: readonly CaseCell[], room: number): HeatMap {
  const products = pareto(cells, ({ product }) => product, 'cases').slice(0, room);
  const causes = pareto(cells, ({ causeId }) => causeId, 'cases').slice(0, room);
  const counted = new Map<string, number>();
  const place = (product: string | null, cause: CauseId | null): string => JSON.stringify([product, cause]);
  for (const { product, causeId, counts } of cells) {
    const key = place(product, causeId);
    counted.set(key, (counted.get(key) ?? 0) + counts.cases);
  }
  return {
    products: products.map(({ key }) => key),
    causes: causes.map(({ key }) => key),
    cases: products.map((row) => causes.map((column) => counted.get(place(row.key, column.key)) ?? 0)),
  };
}

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function byName(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
