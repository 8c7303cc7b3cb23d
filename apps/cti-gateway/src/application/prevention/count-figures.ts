import type { CauseId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { PreventionFigures } from '@ringside/shared/protocol/prevention';
import type { CaseCell } from '../../domain/prevention/case-figures.ts';
import { heatMap, pareto, totalOf } from '../../domain/prevention/case-figures.ts';
import { monthsOf } from '../../domain/prevention/months.ts';
import type { CaseFilter } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';

export interface FiguresAsked {
  readonly from: Instant;
  readonly until: Instant;
  readonly filter: CaseFilter;
}

const longest = 800 * 24 * 3_600_000;
/** As many products and causes as a screen has room for. */
const heatRoom = 12;

/** PREV-8 to PREV-11: the figures of cases opened in a period. */
export async function countFigures(
  parts: Parts,
  { from, until, filter }: FiguresAsked,
): Promise<Result<PreventionFigures, 'badMessage'>> {
  if (until <= from || until - from > longest) return refuse('badMessage');
  await parts.journal.written();
  const { store, centre } = parts;
  const months: PreventionFigures['months'] = [];
  const cells: CaseCell[] = [];
  for (const month of monthsOf(from, until, centre.timeZone)) {
    const found = await store.caseCells(filter, month.from, month.until);
    const contacts = await store.contactsBetween(month.from, month.until);
    months.push({ ...month, cases: totalOf(found).cases, contacts });
    for (const cell of found) cells.push(cell);
  }
  return ok({
    from,
    until,
    total: totalOf(cells),
    causesByCount: [...pareto(cells, ({ causeId }) => causeId, 'cases')],
    causesByCost: [...pareto(cells, ({ causeId }) => causeId, 'costMinor')],
    tiers: [...pareto(cells, ({ tier }) => tier, 'cases')],
    servicePoints: [...pareto(cells, ({ servicePointId }) => servicePointId, 'cases')],
    heat: mutable(heatMap(cells, heatRoom)),
    months,
    contacts: months.reduce((sum, month) => sum + month.contacts, 0),
    recurrence: await recurrence(parts, { from, until, filter }),
  });
}

const mutable = ({ products, causes, cases }: ReturnType<typeof heatMap>): PreventionFigures['heat'] => ({
  products: [...products],
  causes: [...causes],
  cases: cases.map((row) => [...row]),
});

/** PREV-9: by the same filter, from the day of the fix, or the period's begin where that is later. */
async function recurrence(
  { store, centre }: Parts,
  { from, until, filter }: FiguresAsked,
): Promise<PreventionFigures['recurrence']> {
  const meant = (causeId: CauseId): boolean => filter.causes === null || filter.causes.includes(causeId);
  const rows: PreventionFigures['recurrence'] = [];
  for (const { causeId } of centre.causes.filter((cause) => meant(cause.causeId))) {
    const fixedAt = await store.causeFixedAt(causeId, until);
    if (fixedAt === null) continue;
    const since = Math.max(fixedAt, from);
    const found = await store.caseCells({ ...filter, causes: [causeId] }, since, until);
    rows.push({ causeId, fixedAt, since, cases: totalOf(found).cases });
  }
  return rows.toSorted((a, b) => b.cases - a.cases || b.fixedAt - a.fixedAt);
}
