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
  const fixes = await fixesOf(parts, { from, until, filter });
  const months: PreventionFigures['months'] = [];
  const read: Piece[] = [];
  for (const month of monthsOf(from, until, centre.timeZone)) {
    const pieces = await piecesOf(parts, filter, cutAt(month, fixes));
    const contacts = await store.contactsBetween(month.from, month.until);
    months.push({ ...month, cases: totalOf(cellsOf(pieces)).cases, contacts });
    for (const piece of pieces) read.push(piece);
  }
  const cells = cellsOf(read);
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
    recurrence: recurrence(fixes, read),
  });
}

const mutable = ({ products, causes, cases }: ReturnType<typeof heatMap>): PreventionFigures['heat'] => ({
  products: [...products],
  causes: [...causes],
  cases: cases.map((row) => [...row]),
});

/** A cause that something was done about: its cases count from then on, or from the period's begin where that is later. */
interface Fix {
  readonly causeId: CauseId;
  readonly fixedAt: Instant;
  readonly since: Instant;
}

async function fixesOf(
  { store, centre }: Parts,
  { from, until, filter }: FiguresAsked,
): Promise<readonly Fix[]> {
  const meant = (causeId: CauseId): boolean => filter.causes === null || filter.causes.includes(causeId);
  const fixes: Fix[] = [];
  for (const { causeId } of centre.causes.filter((cause) => meant(cause.causeId))) {
    const fixedAt = await store.causeFixedAt(causeId, until);
    if (fixedAt !== null) fixes.push({ causeId, fixedAt, since: Math.max(fixedAt, from) });
  }
  return fixes;
}

interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** What was counted in one of them. */
interface Piece {
  readonly from: Instant;
  readonly cells: readonly CaseCell[];
}

/** A month in pieces that each fix stands between, so that every case is read once, however many causes were seen to. */
function cutAt({ from, until }: Span, fixes: readonly Fix[]): readonly Span[] {
  const within = fixes.map(({ since }) => since).filter((since) => since > from && since < until);
  const begins = [...new Set([from, ...within])].toSorted((a, b) => a - b);
  return begins.map((begin, nth) => ({ from: begin, until: begins[nth + 1] ?? until }));
}

async function piecesOf(
  { store }: Parts,
  filter: CaseFilter,
  spans: readonly Span[],
): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  for (const { from, until } of spans)
    pieces.push({ from, cells: await store.caseCells(filter, from, until) });
  return pieces;
}

const cellsOf = (pieces: readonly Piece[]): readonly CaseCell[] => pieces.flatMap(({ cells }) => cells);

/** PREV-9: by the same filter. */
const recurrence = (fixes: readonly Fix[], read: readonly Piece[]): PreventionFigures['recurrence'] =>
  fixes
    .map((fix) => {
      const after = cellsOf(read.filter(({ from }) => from >= fix.since));
      return { ...fix, cases: totalOf(after.filter(({ causeId }) => causeId === fix.causeId)).cases };
    })
    .toSorted((a, b) => b.cases - a.cases || b.fixedAt - a.fixedAt);
