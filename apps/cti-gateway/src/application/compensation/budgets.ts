import type { BudgetView } from '@ringside/shared/protocol/compensation';
import { budgetPeriods } from '@ringside/shared/model/compensation';
import { periodOf, spentOf, standingOf } from '../../domain/compensation/budget.ts';
import type { CostCell } from '../../domain/compensation/costs.ts';
import type { Parts } from '../parts.ts';
import { dayOfDate } from '../report/period.ts';

/** COMP-14: the budgets of the centre, each in its period that a day is in. */
export async function budgetsAt(parts: Parts, day: string): Promise<BudgetView[]> {
  const { budgets, causes } = parts.centre;
  const views: BudgetView[] = [];
  for (const every of budgetPeriods) {
    const meant = budgets.filter((budget) => budget.every === every);
    if (meant.length === 0) continue;
    const period = periodOf(every, day);
    const cells = await costsBetween(parts, period);
    for (const budget of meant) {
      const spent = spentOf(budget, cells, causes);
      views.push({ ...budget, ...period, spent, standing: standingOf(budget.amount, spent) });
    }
  }
  return views;
}

async function costsBetween(
  { store, centre }: Parts,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly CostCell[]> {
  const [first, last] = [dayOfDate(from, centre.timeZone), dayOfDate(until, centre.timeZone)];
  if (!first.ok || !last.ok) throw new Error(`a period of a budget has no such days: ${from} to ${until}`);
  return store.compensationCosts(first.value.from, last.value.until);
}
