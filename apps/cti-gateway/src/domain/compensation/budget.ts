import type { BudgetPeriod, BudgetStanding } from '@ringside/shared/model/compensation';
import type { CauseId } from '@ringside/shared/model/ids';
import type { LocalText } from '@ringside/shared/model/language';
import type { Cause } from '../prevention/prevention.ts';
import { withParents } from './authority.ts';
import type { CostCell } from './costs.ts';
import { sumOf } from './costs.ts';

/** What making good may cost in a period (COMP-14). */
export interface Budget {
  readonly budget: string;
  readonly name: LocalText;
  /** of this cause and those below it; null: of everything */
  readonly causeId: CauseId | null;
  readonly every: BudgetPeriod;
  /** minor units of the centre's currency */
  readonly amount: number;
}

const monthsIn: Record<BudgetPeriod, number> = { month: 1, quarter: 3, year: 12 };

/** First and last day of the period that a day ("2026-11-22") is in. */
export function periodOf(
  every: BudgetPeriod,
  day: string,
): { readonly from: string; readonly until: string } {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  const length = monthsIn[every];
  const first = Math.floor((month - 1) / length) * length;
  const date = (months: number, ofMonth: number): string =>
    new Date(Date.UTC(year, months, ofMonth)).toISOString().slice(0, 10);
  return { from: date(first, 1), until: date(first + length, 0) };
}

/** Money alone: what points cost, nobody has said. */
export const spentOf = (
  { causeId }: Pick<Budget, 'causeId'>,
  cells: readonly CostCell[],
  causes: readonly Cause[],
): number =>
  sumOf(cells.filter((cell) => causeId === null || withParents(causes, cell.causeId).includes(causeId)))
    .money;

const nearly = 0.8;

export function standingOf(amount: number, spent: number): BudgetStanding {
  if (spent > 0 && spent >= amount) return 'usedUp';
  return spent > 0 && spent >= amount * nearly ? 'nearlyUsedUp' : 'within';
}
