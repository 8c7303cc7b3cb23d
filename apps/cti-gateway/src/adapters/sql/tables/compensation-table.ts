import { compensationKinds, compensationStates, grades } from '@ringside/shared/model/compensation';
import type { CaseId, CompensationId, CustomerId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { tiers } from '@ringside/shared/model/tier';
import type { SqlBool } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Compensation } from '../../../domain/compensation/compensation.ts';
import type { CostCell } from '../../../domain/compensation/costs.ts';
import type { LikeCases, WhichCosts } from '../../../ports/store.ts';
import { idColumn, instantColumn, nullableId, rowReader } from '../read-row.ts';
import type { CompensationRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { versionedRow } from '../write-row.ts';

const columns = [
  'compensationId',
  'caseId',
  'customerId',
  'kind',
  'amount',
  'category',
  'tier',
  'causeId',
  'state',
  'reason',
  'evidence',
  'askedBy',
  'grade',
  'askedAt',
  'decideBy',
  'endorsedBy',
  'decidedBy',
  'decidedAt',
  'decision',
  'doneAt',
  'version',
] as const;

const readCompensation = rowReader<Compensation>(
  'compensations',
  ['compensationId'],
  z.object({
    compensationId: idColumn<'compensation'>(),
    caseId: idColumn<'case'>(),
    customerId: nullableId<'customer'>(),
    kind: z.enum(compensationKinds),
    amount: z.number(),
    category: z.string(),
    tier: z.enum(tiers).nullable(),
    causeId: nullableId<'cause'>(),
    state: z.enum(compensationStates),
    reason: z.string(),
    evidence: z.string(),
    askedBy: idColumn<'agent'>(),
    grade: z.enum(grades),
    askedAt: instantColumn,
    decideBy: instantColumn.nullable(),
    endorsedBy: nullableId<'agent'>(),
    decidedBy: nullableId<'agent'>(),
    decidedAt: instantColumn.nullable(),
    decision: z.string(),
    doneAt: instantColumn.nullable(),
    version: z.number(),
  }),
);

/** Written out, so that a partial index serves it: one asks for it by what it says. */
const isAsked = sql<SqlBool>`state = 'asked'`;

/** What was given or asked for to make good. */
export function compensationTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const all = query.selectFrom('compensations').selectAll();
  const save = versionedRow<Omit<CompensationRow, 'causeOfCase'>>(
    database,
    'compensations',
    'compensationId',
    columns,
  );
  const one = prepare((of: { id: string }) => all.where('compensationId', '=', of.id));
  const ofCase = prepare((of: { caseId: string }) => all.where('caseId', '=', of.caseId).orderBy('askedAt'));
  const ofCustomer = prepare((of: { customerId: string }) => all.where('customerId', '=', of.customerId));
  const beforeRecognised = prepare((of: { customerId: string }) =>
    query
      .selectFrom('cases')
      .innerJoin('compensations', 'compensations.caseId', 'cases.caseId')
      .selectAll('compensations')
      .where('cases.customerId', '=', of.customerId)
      .where('compensations.customerId', 'is', null),
  );
  const asked = prepare(() => all.where(isAsked).orderBy('decideBy'));
  return {
    ...givenCompensation(database),
    ...costs(database),
    putCompensation: (compensation: Compensation) => save(compensation),
    compensation(id: CompensationId): Compensation | null {
      const row = one.first({ id });
      return row === undefined ? null : readCompensation(row);
    },
    compensationsOfCase: (caseId: CaseId) => ofCase.all({ caseId }).map(readCompensation),
    compensationsOfCustomer: (customerId: CustomerId) =>
      [...ofCustomer.all({ customerId }), ...beforeRecognised.all({ customerId })]
        .map(readCompensation)
        .toSorted((a, b) => a.askedAt - b.askedAt),
    compensationsAsked: () => asked.all({}).map(readCompensation),
  };
}

interface Like {
  readonly kind: string;
  readonly category: string;
  readonly causeId: string;
  readonly since: number;
  readonly limit: number;
}

/** What was granted and not cancelled since. */
function givenCompensation({ query, prepare }: SqlDatabase) {
  const given = query
    .selectFrom('compensations')
    .selectAll('compensations')
    .where('compensations.state', 'in', ['granted', 'done']);
  const ofCategory = prepare((of: Like) =>
    given
      .where('kind', '=', of.kind)
      .where('category', '=', of.category)
      .where('decidedAt', '>=', of.since)
      .orderBy('decidedAt', 'desc')
      .limit(of.limit),
  );
  const ofCause = prepare((of: Like) =>
    given
      .innerJoin('cases', 'cases.caseId', 'compensations.caseId')
      .where('cases.causeId', '=', of.causeId)
      // by the few cases of the cause: the plus keeps SQLite from going through all of the kind instead
      .where(sql<string>`+kind`, '=', of.kind)
      .where(sql<number>`+decidedAt`, '>=', of.since)
      .orderBy('decidedAt', 'desc')
      .limit(of.limit),
  );
  return {
    compensationsLike({ causeId, ...like }: LikeCases, limit: number): Compensation[] {
      const of = { ...like, causeId: causeId ?? '', limit };
      const rows = [...ofCategory.all(of), ...(causeId === null ? [] : ofCause.all(of))];
      return rows.map(readCompensation);
    },
  };
}

const readCell = rowReader<CostCell>(
  'compensations',
  ['causeId', 'kind', 'tier'],
  z.object({
    causeId: nullableId<'cause'>(),
    kind: z.enum(compensationKinds),
    tier: z.enum(tiers).nullable(),
    count: z.number(),
    amount: z.number(),
  }),
);

/** Written out, as the index of what was given is. */
const isGiven = sql<SqlBool>`state in ('granted', 'done')`;

/** COMP-12: sums, and what stands behind them, of a slice of time. */
function costs({ query, prepare }: SqlDatabase) {
  const cells = prepare((of: { from: number; until: number }) =>
    query
      .selectFrom('compensations')
      .where(isGiven)
      .where('decidedAt', '>=', of.from)
      .where('decidedAt', '<', of.until)
      .groupBy(['causeOfCase', 'kind', 'tier'])
      .select(['causeOfCase as causeId', 'kind', 'tier'])
      .select([sql<number>`count(*)`.as('count'), sql<number>`sum(amount)`.as('amount')]),
  );
  const behind = prepare((of: CostsPart & { by: string; key: string | null }) =>
    query
      .selectFrom('compensations')
      .selectAll()
      .where(isGiven)
      .where('decidedAt', '>=', of.from)
      .where('decidedAt', '<=', of.at)
      .where(sql<SqlBool>`(decidedAt < ${of.at} or compensationId < ${of.id})`)
      .where(
        sql<SqlBool>`case ${of.by} when 'cause' then causeOfCase is ${of.key} when 'kind' then kind is ${of.key}
          when 'tier' then tier is ${of.key} else true end`,
      )
      .orderBy('decidedAt', 'desc')
      .orderBy('compensationId', 'desc')
      .limit(of.limit),
  );
  return {
    costsPart: (from: Instant, until: Instant): CostCell[] => cells.all({ from, until }).map(readCell),
    givenPart: (which: WhichCosts, part: CostsPart): Compensation[] =>
      behind.all({ ...part, by: which.by, key: which.by === 'all' ? null : which.key }).map(readCompensation),
  };
}

/** From `from` on, before a place in the order of time. */
export interface CostsPart {
  readonly from: Instant;
  readonly at: Instant;
  readonly id: CompensationId | '';
  readonly limit: number;
}
