import { unitOfKind } from '@ringside/shared/model/compensation';
import type { CaseId, CauseId } from '@ringside/shared/model/ids';
import type { Compensation } from './compensation.ts';

/** Something that was granted, with the cause its case has now: it is mostly found after the customer was compensated. */
export interface Given {
  readonly compensation: Compensation;
  readonly causeId: CauseId | null;
  readonly caseId: CaseId;
  readonly caseReference: string;
  readonly caseTitle: string;
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
export function costsBy(given: readonly Given[], keyOf: (one: Given) => string | null): readonly Cost[] {
  const groups = Map.groupBy(given, keyOf);
  return [...groups]
    .map(([key, of]) => ({ key, ...sumOf(of) }))
    .toSorted((a, b) => b.money - a.money || b.count - a.count || b.points - a.points);
}

export function sumOf(given: readonly Given[]): Omit<Cost, 'key'> {
  const sum = { count: given.length, money: 0, points: 0 };
  for (const { compensation } of given) {
    const unit = unitOfKind[compensation.kind];
    if (unit !== 'none') sum[unit] += compensation.amount;
  }
  return sum;
}
