import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Compensation } from '../../domain/compensation/compensation.ts';
import type { CostCell } from '../../domain/compensation/costs.ts';
import type { CostsPage, Store, WhichCosts } from '../../ports/store.ts';
import type { Tables } from './tables/tables.ts';

/** Of a centre that gives 600 a day some 5 ms of work. */
const atOnce = days(14);
const turn = (): Promise<void> => new Promise(setImmediate);

/** COMP-12: three years are many rows; calls are heard between the parts. */
export const costsInParts = (tables: Tables): Pick<Store, 'compensationCosts' | 'compensationsBehind'> => ({
  compensationCosts: (from, until) => compensationCosts(tables, from, until),
  compensationsBehind: (which, page) => compensationsBehind(tables, which, page),
});

async function compensationCosts(
  tables: Tables,
  from: Instant,
  until: Instant,
): Promise<readonly CostCell[]> {
  const cells: CostCell[] = [];
  for (let at = from; at < until; at += atOnce) {
    cells.push(...tables.costsPart(at, Math.min(at + atOnce, until)));
    await turn();
  }
  return cells;
}

async function compensationsBehind(
  tables: Tables,
  which: WhichCosts,
  { from, until, before, limit }: CostsPage,
): Promise<readonly Compensation[]> {
  const found: Compensation[] = [];
  let place = { at: before?.decidedAt ?? until, id: before?.compensationId ?? ('' as const) };
  while (place.at > from && found.length < limit) {
    const start = Math.max(from, place.at - atOnce);
    found.push(...tables.givenPart(which, { ...place, from: start, limit: limit - found.length }));
    place = { at: start, id: '' };
    await turn();
  }
  return found;
}
