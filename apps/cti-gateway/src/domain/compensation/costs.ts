import type { CompensationKind } from '@ringside/shared/model/compensation';
import { unitOfKind } from '@ringside/shared/model/compensation';
import type { CauseId } from '@ringside/shared/model/ids';
import type { Tier } from '@ringside/shared/model/tier';

/** What was granted in one kind for cases of one cause and customers of one tier, counted together. */
export interface CostCell {
  /** the one its case has now: it is mostly found after the customer was compensated */
  readonly causeId: CauseId | null;
  readonly kind: CompensationKind;
  /** the one the customer had then */
  readonly tier: Tier | null;
  readonly count: number;
  readonly amount: number;
}

/** COMP-12: what was given under one heading; a letter costs nothing and counts. */
export interface Cost {
  /** null: no cause is named, or nobody knows the customer's tier */
  readonly key: string | null;
  readonly count: number;
  readonly money: number;
  readonly points: number;
}

/** Dearest first, of equals the most frequent. */
export function costsBy<Cell extends CostCell>(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => string | null,
): readonly Cost[] {
  const groups = Map.groupBy(cells, keyOf);
  return [...groups]
    .map(([key, of]) => ({ key, ...sumOf(of) }))
    .toSorted((a, b) => b.money - a.money || b.count - a.count || b.points - a.points);
}

export function sumOf(cells: readonly CostCell[]): Omit<Cost, 'key'> {
  const sum = { count: 0, money: 0, points: 0 };
  for (const { kind, count, amount } of cells) {
    const unit = unitOfKind[kind];
    sum.count += count;
    if (unit !== 'none') sum[unit] += amount;
  }
  return sum;
}
