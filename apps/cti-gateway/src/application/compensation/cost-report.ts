import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type {
  CostHeading,
  CostReport,
  CostView,
  GivenRow,
  PrecedentsView,
} from '@ringside/shared/protocol/compensation';
import { localDateAt } from '../../domain/calendar/opening.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Compensation } from '../../domain/compensation/compensation.ts';
import type { Given } from '../../domain/compensation/costs.ts';
import { costsBy, sumOf } from '../../domain/compensation/costs.ts';
import { precedentsOf } from '../../domain/compensation/precedents.ts';
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
  const read = await givenIn(parts, period);
  if (!read.ok) return read;
  const given = read.value;
  const by = (heading: CostHeading): CostView[] => [...costsBy(given, (one) => keyOf(parts, heading, one))];
  return ok({
    total: sumOf(given),
    cause: by('cause'),
    kind: by('kind'),
    tier: by('tier'),
    month: everyMonth(period, by('month')),
    budgetPerMonth: parts.centre.compensationBudget.perMonth,
  });
}

/** What stands behind a figure of the report, newest first. */
export async function givenBehind(
  parts: Parts,
  asked: Period & { readonly heading: CostHeading; readonly key: string | null; readonly skip: number },
): Promise<Result<{ rows: GivenRow[]; more: boolean }, 'badMessage'>> {
  const read = await givenIn(parts, asked);
  if (!read.ok) return read;
  const behind = read.value.filter((one) => keyOf(parts, asked.heading, one) === asked.key).toReversed();
  const shown = behind.slice(asked.skip, asked.skip + rowsShown);
  const rows = shown.map(({ compensation, caseReference }) => rowOf(parts, compensation, caseReference));
  return ok({ rows, more: behind.length > asked.skip + rowsShown });
}

async function givenIn(
  { store, centre }: Parts,
  { from, until }: Period,
): Promise<Result<readonly Given[], 'badMessage'>> {
  const [first, last] = [dayOfDate(from, centre.timeZone), dayOfDate(until, centre.timeZone)];
  if (!first.ok || !last.ok) return refuse('badMessage');
  const length = last.value.until - first.value.from;
  if (length <= 0 || length > longestPeriod) return refuse('badMessage');
  return ok(await store.compensationsGiven(first.value.from, last.value.until));
}

function keyOf({ centre }: Parts, heading: CostHeading, { compensation, causeId }: Given): string | null {
  switch (heading) {
    case 'cause':
      return causeId;
    case 'kind':
      return compensation.kind;
    case 'tier':
      return compensation.tier;
    case 'month':
      return localDateAt(compensation.decidedAt ?? compensation.askedAt, centre.timeZone).slice(0, 7);
  }
}

/** A month in which nothing was given is a month, too. */
function everyMonth({ from, until }: Period, costs: readonly CostView[]): CostView[] {
  const months: CostView[] = [];
  let [year = 0, month = 1] = from.split('-').map(Number);
  for (;;) {
    const key = `${year}-${String(month).padStart(2, '0')}`;
    if (key > until.slice(0, 7)) return months;
    months.push(costs.find((cost) => cost.key === key) ?? { key, count: 0, money: 0, points: 0 });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
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
  const cases = await Promise.all(last.map(({ caseId }) => parts.store.case(caseId)));
  return {
    ...figures,
    last: last.map((each, i) => rowOf(parts, each, cases[i]?.reference ?? '')),
    since,
  };
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
