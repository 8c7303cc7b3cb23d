import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type {
  CostHeading,
  CostReport,
  GivenRow,
  GivenRows,
  PrecedentsView,
} from '@ringside/shared/protocol/compensation';
import type { Case } from '../../domain/case/case.ts';
import type { Compensation } from '../../domain/compensation/compensation.ts';
import type { CostCell } from '../../domain/compensation/costs.ts';
import { costsBy, sumOf } from '../../domain/compensation/costs.ts';
import { precedentsOf } from '../../domain/compensation/precedents.ts';
import { monthsOf } from '../../domain/prevention/months.ts';
import type { CostsPage } from '../../ports/store.ts';
import { budgetsAt } from './budgets.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { dayOfDate } from '../report/period.ts';
import type { About } from './scene.ts';

export interface Period {
  /** days of the centre, both inclusive */
  readonly from: string;
  readonly until: string;
}

/** Three years and a month. */
const longestPeriod = days(1_127);
const rowsShown = 50;

/** COMP-12: what was given in a period, by cause, kind, tier and month. */
export async function costReport(parts: Parts, period: Period): Promise<Result<CostReport, 'badMessage'>> {
  const limits = limitsOf(parts, period);
  if (!limits.ok) return limits;
  await parts.journal.written();
  const months = await costsByMonth(parts, limits.value);
  const cells = months.flatMap((month) => month.cells);
  return ok({
    total: sumOf(cells),
    cause: [...costsBy(cells, ({ causeId }) => causeId)],
    kind: [...costsBy(cells, ({ kind }) => kind)],
    tier: [...costsBy(cells, ({ tier }) => tier)],
    month: months.map((month) => ({ key: month.month, ...sumOf(month.cells) })),
    budgets: await budgetsAt(parts, period.until),
  });
}

/** A month in which nothing was given is a month, too. */
async function costsByMonth({ store, centre }: Parts, { from, until }: Limits) {
  const months: { month: string; cells: readonly CostCell[] }[] = [];
  for (const { month, ...limits } of monthsOf(from, until, centre.timeZone)) {
    months.push({ month, cells: await store.compensationCosts(limits.from, limits.until) });
  }
  return months;
}

type Behind = Period & {
  readonly heading: CostHeading;
  readonly key: string | null;
  readonly before: CostsPage['before'];
};

/** What stands behind a figure of the report, newest first. */
export async function givenBehind(parts: Parts, asked: Behind): Promise<Result<GivenRows, 'badMessage'>> {
  const limits = limitsOf(parts, asked);
  if (!limits.ok) return limits;
  const { heading, key, before } = asked;
  const which = heading === 'month' ? ({ by: 'all' } as const) : { by: heading, key };
  const within = heading === 'month' ? monthOf(parts, limits.value, key) : limits.value;
  if (within === undefined) return ok({ rows: [], next: null });
  await parts.journal.written();
  const found = await parts.store.compensationsBehind(which, { ...within, before, limit: rowsShown + 1 });
  const shown = found.slice(0, rowsShown);
  return ok({
    rows: await rowsOf(parts, shown),
    next: found.length > rowsShown ? placeOf(shown.at(-1)) : null,
  });
}

const monthOf = ({ centre }: Parts, { from, until }: Limits, key: string | null): Limits | undefined =>
  monthsOf(from, until, centre.timeZone).find(({ month }) => month === key);

const placeOf = (last: Compensation | undefined): CostsPage['before'] =>
  last === undefined
    ? null
    : { decidedAt: last.decidedAt ?? last.askedAt, compensationId: last.compensationId };

interface Limits {
  readonly from: Instant;
  readonly until: Instant;
}

function limitsOf({ centre }: Parts, { from, until }: Period): Result<Limits, 'badMessage'> {
  const [first, last] = [dayOfDate(from, centre.timeZone), dayOfDate(until, centre.timeZone)];
  if (!first.ok || !last.ok) return refuse('badMessage');
  const length = last.value.until - first.value.from;
  if (length <= 0 || length > longestPeriod) return refuse('badMessage');
  return ok({ from: first.value.from, until: last.value.until });
}

const lookedBack = days(730);
const mostRead = 500;

/** COMP-11: what was given for the same category or cause, in the same kind, in the last two years. */
export async function precedentsFor(
  parts: Parts,
  one: Case,
  { kind, tier, causeId }: About,
  sameTier: boolean,
): Promise<PrecedentsView> {
  const since: Instant = parts.clock.now() - lookedBack;
  const like = await parts.store.compensationsLike(
    { kind, category: one.category, causeId, since },
    mostRead,
  );
  const comparable = like.filter((each) => each.caseId !== one.caseId && (!sameTier || each.tier === tier));
  const { last, ...figures } = precedentsOf(comparable);
  return {
    ...figures,
    last: await rowsOf(parts, last),
    since,
  };
}

async function rowsOf(parts: Parts, of: readonly Compensation[]): Promise<GivenRow[]> {
  const cases = await Promise.all(of.map(({ caseId }) => parts.store.case(caseId)));
  return of.map((each, nth) => rowOf(parts, each, cases[nth]?.reference ?? ''));
}

function rowOf({ floor }: Parts, of: Compensation, caseReference: string): GivenRow {
  const by: AgentId = of.decidedBy ?? of.askedBy;
  return {
    compensationId: of.compensationId,
    caseId: of.caseId,
    caseReference,
    kind: of.kind,
    amount: of.amount,
    at: of.decidedAt ?? of.askedAt,
    byName: agentName(floor, by),
    tier: of.tier,
    reason: of.reason,
  };
}
