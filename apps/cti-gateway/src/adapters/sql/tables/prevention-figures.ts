import { tiers } from '@ringside/shared/model/tier';
import type { CaseId, CauseId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Case } from '../../../domain/case/case.ts';
import type { CaseCell } from '../../../domain/prevention/case-figures.ts';
import type { CaseFilter } from '../../../ports/store.ts';
import { nullableId, rowReader, toJson } from '../read-row.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { readCase } from './case-table.ts';

const readCell = rowReader<CaseCell>(
  'cases',
  ['causeId', 'tier', 'servicePointId', 'product'],
  z
    .object({
      causeId: nullableId<'cause'>(),
      tier: z.enum(tiers).nullable(),
      servicePointId: nullableId<'servicePoint'>(),
      product: z.string().nullable(),
      cases: z.number(),
      costMinor: z.number(),
      reopened: z.number(),
      satisfied: z.number(),
      notSatisfied: z.number(),
      notReached: z.number(),
    })
    .transform(({ causeId, tier, servicePointId, product, ...counts }) => ({
      ...{ causeId, tier, servicePointId, product },
      counts,
    })),
);

/** A filter as the statements take it: lists as JSON, '' in them stands for "none". */
interface FilterRow {
  readonly from: number;
  readonly until: number;
  readonly types: string | null;
  readonly categories: string | null;
  readonly causes: string | null;
  readonly tiers: string | null;
  readonly servicePoints: string | null;
  readonly products: string | null;
  readonly outcomes: string | null;
  readonly reopened: number | null;
}

const filterRow = (filter: CaseFilter, from: Instant, until: Instant): FilterRow => {
  const list = (values: readonly (string | null)[] | null): string | null =>
    values === null ? null : toJson(values.map((value) => value ?? ''));
  return {
    from,
    until,
    types: list(filter.types),
    categories: list(filter.categories),
    causes: list(filter.causes),
    tiers: list(filter.tiers),
    servicePoints: list(filter.servicePoints),
    products: list(filter.products),
    outcomes: list(filter.outcomes),
    reopened: filter.reopened ? 1 : null,
  };
};

const isAmong = (column: string | RawBuilder<string | null>, list: string | null) =>
  sql<boolean>`(${list} is null or coalesce(${typeof column === 'string' ? sql.ref(column) : column}, '') in (select value from json_each(${list})))`;

/** How the customer was last found; null: never asked, or not yet. */
const lastOutcome = sql<string | null>`(
  select outcome from satisfactionChecks
  where satisfactionChecks.caseId = cases.caseId and outcome is not null
  order by satisfactionChecks."from" desc limit 1
)`;
const countOf = (outcome: string) => sql<number>`sum(coalesce(${lastOutcome} = ${sql.lit(outcome)}, 0))`;

/** Points are no money, and what was refused or only asked for cost nothing (PREV-8). */
const cost = sql<number>`sum(coalesce((
  select sum(amount) from compensations
  where compensations.caseId = cases.caseId and compensations.state in ('granted', 'done') and compensations.kind <> 'points'
), 0))`;

/** What cases of a period have in common, and which they are (PREV-8 to PREV-11): a slice of time at once. */
export function preventionFigures(database: SqlDatabase) {
  const { query, prepare } = database;
  const among = (of: FilterRow) =>
    query
      .selectFrom('cases')
      .leftJoin('customers', 'customers.customerId', 'cases.customerId')
      .where('cases.openedAt', '>=', of.from)
      .where('cases.openedAt', '<', of.until)
      .where(isAmong('cases.type', of.types))
      .where(isAmong('cases.category', of.categories))
      .where(isAmong('cases.causeId', of.causes))
      .where(isAmong('customers.tier', of.tiers))
      .where(isAmong('cases.servicePointId', of.servicePoints))
      .where(isAmong('cases.product', of.products))
      .where(isAmong(lastOutcome, of.outcomes))
      .where(sql<boolean>`(${of.reopened} is null or cases.timesReopened > 0)`);
  const cells = prepare((of: FilterRow) =>
    among(of)
      .select(['cases.causeId', 'customers.tier', 'cases.servicePointId', 'cases.product'])
      .select([
        sql<number>`count(*)`.as('cases'),
        cost.as('costMinor'),
        sql<number>`sum(cases.timesReopened > 0)`.as('reopened'),
        countOf('satisfied').as('satisfied'),
        countOf('notSatisfied').as('notSatisfied'),
        countOf('notReached').as('notReached'),
      ])
      .groupBy(['cases.causeId', 'customers.tier', 'cases.servicePointId', 'cases.product']),
  );
  const found = prepare((of: FilterRow & { at: number; caseId: string; limit: number }) =>
    among(of)
      .selectAll('cases')
      .where(
        sql<boolean>`(cases.openedAt < ${of.at} or (cases.openedAt = ${of.at} and cases.caseId < ${of.caseId}))`,
      )
      .orderBy('cases.openedAt', 'desc')
      .orderBy('cases.caseId', 'desc')
      .limit(of.limit),
  );
  return {
    caseCellsPart: (filter: CaseFilter, from: Instant, until: Instant) =>
      cells.all(filterRow(filter, from, until)).map(readCell),
    /** newest first, before a place in that order */
    casesPart: (filter: CaseFilter, { from, until, before, limit }: CasesPart): readonly Case[] =>
      found.all({ ...filterRow(filter, from, until), ...before, limit }).map(readCase),
    ...counting(database),
    ...edges(database),
  };
}

interface CasesPart {
  readonly from: Instant;
  readonly until: Instant;
  readonly before: { readonly at: Instant; readonly caseId: CaseId | '' };
  readonly limit: number;
}

/** Counts that need no look at a row. */
function counting({ query, prepare }: SqlDatabase) {
  interface Period {
    readonly from: number;
    readonly until: number;
  }
  const ofCause = prepare((of: Period & { causeId: string }) =>
    query
      .selectFrom('cases')
      .select(sql<number>`count(*)`.as('count'))
      .where('causeId', '=', of.causeId)
      .where('openedAt', '>=', of.from)
      .where('openedAt', '<', of.until),
  );
  const unnamed = prepare((of: Period) =>
    query
      .selectFrom('cases')
      .select(sql<number>`count(*)`.as('count'))
      .where('causeId', 'is', null)
      .where('type', '=', sql.lit('complaint'))
      .where('openedAt', '>=', of.from)
      .where('openedAt', '<', of.until),
  );
  const contacts = prepare((of: Period) =>
    query
      .selectFrom('calls')
      .select(sql<number>`count(*)`.as('count'))
      .where('direction', '=', sql.lit('inbound'))
      .where('answeredAt', '>=', of.from)
      .where('answeredAt', '<', of.until),
  );
  return {
    casesOfCause: (causeId: CauseId, from: Instant, until: Instant) =>
      ofCause.first({ causeId, from, until })?.count ?? 0,
    unnamedComplaints: (from: Instant, until: Instant) => unnamed.first({ from, until })?.count ?? 0,
    contactsPart: (from: Instant, until: Instant) => contacts.first({ from, until })?.count ?? 0,
  };
}

/** Where a slice of so many cases ends, from either side. */
function edges({ query, prepare }: SqlDatabase) {
  interface Slice {
    readonly from: number;
    readonly until: number;
    readonly size: number;
  }
  const within = (of: Slice) =>
    query
      .selectFrom('cases')
      .select('openedAt')
      .where('openedAt', '>=', of.from)
      .where('openedAt', '<', of.until)
      .limit(1)
      .offset(of.size);
  const ahead = prepare((of: Slice) => within(of).orderBy('openedAt'));
  const back = prepare((of: Slice) => within(of).orderBy('openedAt', 'desc'));
  return {
    sliceAhead: (from: Instant, until: Instant, size: number): Instant =>
      Math.max(ahead.first({ from, until, size })?.openedAt ?? until, from + 1),
    sliceBack: (from: Instant, until: Instant, size: number): Instant =>
      back.first({ from, until, size })?.openedAt ?? from,
  };
}
