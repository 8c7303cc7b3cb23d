import { feelings } from '@ringside/shared/model/call-outcome';
import { impacts, severities, urgencies } from '@ringside/shared/model/case-stage';
import type { CaseId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import { tiers } from '@ringside/shared/model/tier';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CaseRank, CaseToRank } from '../../../ports/work-list.ts';
import { idColumn, instantColumn, jsonColumn, rowReader, toJson, truth } from '../read-row.ts';
import type { SqlDatabase } from '../sql-database.ts';

const readRank = rowReader<CaseToRank>(
  'cases',
  ['caseId'],
  z
    .object({
      caseId: idColumn<'case'>(),
      version: z.number(),
      severity: z.enum(severities),
      impact: z.enum(impacts),
      urgency: z.enum(urgencies),
      legal: truth,
      feeling: z.enum(feelings).nullable(),
      timesReopened: z.number(),
      openedAt: instantColumn,
      tierNow: z.enum(tiers).nullable(),
      repeats: z.number(),
      promiseOfCase: instantColumn.nullable(),
      promiseOfCustomer: instantColumn.nullable(),
      clockDueAt: instantColumn.nullable(),
      priorityScore: z.number(),
      priorityTermsJson: jsonColumn(z.array(z.object({ term: z.string(), points: z.number() }))),
      rankAgainAt: instantColumn.nullable(),
      tier: z.enum(tiers).nullable(),
      dueAt: instantColumn.nullable(),
    })
    .transform((row): CaseToRank => ({
      caseId: row.caseId,
      version: row.version,
      facts: {
        severity: row.severity,
        impact: row.impact,
        urgency: row.urgency,
        legal: row.legal,
        feeling: row.feeling,
        timesReopened: row.timesReopened,
        openedAt: row.openedAt,
        tier: row.tierNow,
        repeats: row.repeats,
        promiseDueAt: sooner(row.promiseOfCase, row.promiseOfCustomer),
        clockDueAt: row.clockDueAt,
      },
      ranked: {
        priority: { score: row.priorityScore, terms: row.priorityTermsJson },
        rankAgainAt: row.rankAgainAt,
        tier: row.tier,
        dueAt: row.dueAt,
      },
    })),
);

const sooner = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

/** All that the priority of open cases depends on, in one query, and what is written when they are ranked. */
export function rankTable({ query, prepare }: SqlDatabase) {
  const ranks = query
    .selectFrom('cases as c')
    .select([
      'caseId',
      'version',
      'severity',
      'impact',
      'urgency',
      'legal',
      'feeling',
      'timesReopened',
      'openedAt',
      'priorityScore',
      'priorityTermsJson',
      'rankAgainAt',
      'tier',
      'dueAt',
    ])
    .select((of) => [
      of
        .selectFrom('customers as u')
        .select('u.tier')
        .whereRef('u.customerId', '=', 'c.customerId')
        .as('tierNow'),
      of
        .selectFrom('cases as e')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('e.customerId', '=', 'c.customerId')
        .whereRef('e.openedAt', '<', 'c.openedAt')
        .where('e.openedAt', '>', sql<number>`c.openedAt - ${sql.lit(days(90))}`)
        .where('e.type', '=', sql.lit('complaint'))
        .as('repeats'),
      of
        .selectFrom('promises as p')
        .select(({ fn }) => fn.min('p.dueAt').as('at'))
        .whereRef('p.caseId', '=', 'c.caseId')
        .where('p.keptAt', 'is', null)
        .as('promiseOfCase'),
      of
        .selectFrom('promises as p')
        .select(({ fn }) => fn.min('p.dueAt').as('at'))
        .whereRef('p.customerId', '=', 'c.customerId')
        .where('p.keptAt', 'is', null)
        .as('promiseOfCustomer'),
      of
        .selectFrom('caseClocks as k')
        .select(({ fn }) => fn.min(sql<number | null>`coalesce(k.dueAt, k.breachedAt)`).as('at'))
        .whereRef('k.caseId', '=', 'c.caseId')
        .where('k.metAt', 'is', null)
        .where('k.stoppedAt', 'is', null)
        .as('clockDueAt'),
    ])
    .where('closedAt', 'is', null);
  const due = prepare((of: { until: number; limit: number }) =>
    ranks.where('rankAgainAt', '<=', of.until).orderBy('rankAgainAt').limit(of.limit),
  );
  const one = prepare((of: { caseId: string }) => ranks.where('c.caseId', '=', of.caseId));
  const next = prepare(() =>
    query
      .selectFrom('cases')
      .select('rankAgainAt')
      .where('closedAt', 'is', null)
      .where('rankAgainAt', 'is not', null)
      .orderBy('rankAgainAt')
      .limit(sql.lit(1)),
  );
  const save = prepare((of: Ranked) =>
    query
      .updateTable('cases')
      .set({
        priorityScore: of.score,
        priorityTermsJson: of.termsJson,
        rankAgainAt: of.rankAgainAt,
        tier: of.tier,
        dueAt: of.dueAt,
      })
      .where('caseId', '=', of.caseId)
      .where('closedAt', 'is', null),
  );
  return {
    casesToRank: (until: Instant, limit: number) => due.all({ until, limit }).map(readRank),
    caseRanksOf: (caseIds: readonly CaseId[]) =>
      caseIds.flatMap((caseId) => one.all({ caseId })).map(readRank),
    nextRankAt: (): Instant | null => next.first({})?.rankAgainAt ?? null,
    putCaseRank(caseId: CaseId, { priority, rankAgainAt, tier, dueAt }: CaseRank): void {
      const { score, terms } = priority;
      save.run({ caseId, score, termsJson: toJson(terms), rankAgainAt, tier, dueAt });
    },
  };
}

interface Ranked {
  readonly caseId: string;
  readonly score: number;
  readonly termsJson: string;
  readonly rankAgainAt: number | null;
  readonly tier: string | null;
  readonly dueAt: number | null;
}
