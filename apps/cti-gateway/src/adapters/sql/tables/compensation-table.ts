import { compensationKinds, compensationStates, grades } from '@ringside/shared/model/compensation';
import type { CaseId, CompensationId, CustomerId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { tiers } from '@ringside/shared/model/tier';
import type { SqlBool } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Compensation } from '../../../domain/compensation/compensation.ts';
import type { Given } from '../../../domain/compensation/costs.ts';
import type { LikeCases } from '../../../ports/store.ts';
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
  const save = versionedRow<CompensationRow>(database, 'compensations', 'compensationId', columns);
  const one = prepare((of: { id: string }) => all.where('compensationId', '=', of.id));
  const ofCase = prepare((of: { caseId: string }) => all.where('caseId', '=', of.caseId).orderBy('askedAt'));
  const ofCustomer = prepare((of: { customerId: string }) =>
    all.where('customerId', '=', of.customerId).orderBy('askedAt'),
  );
  const asked = prepare(() => all.where(isAsked).orderBy('decideBy'));
  return {
    ...givenCompensation(database),
    putCompensation: (compensation: Compensation) => save(compensation),
    compensation(id: CompensationId): Compensation | null {
      const row = one.first({ id });
      return row === undefined ? null : readCompensation(row);
    },
    compensationsOfCase: (caseId: CaseId) => ofCase.all({ caseId }).map(readCompensation),
    compensationsOfCustomer: (customerId: CustomerId) => ofCustomer.all({ customerId }).map(readCompensation),
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
  const part = prepare((of: { from: number; until: number; skip: number; limit: number }) =>
    given
      .innerJoin('cases', 'cases.caseId', 'compensations.caseId')
      .select(['cases.reference as caseReference', 'cases.title as caseTitle', 'cases.causeId as causeNow'])
      .where('decidedAt', '>=', of.from)
      .where('decidedAt', '<', of.until)
      .orderBy('decidedAt')
      .limit(of.limit)
      .offset(of.skip),
  );
  return {
    compensationsLike({ causeId, ...like }: LikeCases, limit: number): Compensation[] {
      const of = { ...like, causeId: causeId ?? '', limit };
      const rows = [...ofCategory.all(of), ...(causeId === null ? [] : ofCause.all(of))];
      return rows.map(readCompensation);
    },
    compensationsPart: (from: Instant, until: Instant, skip: number, limit: number): Given[] =>
      part.all({ from, until, skip, limit }).map(({ caseReference, caseTitle, causeNow, ...row }) => ({
        compensation: readCompensation(row),
        caseId: asId(row.caseId),
        caseReference,
        caseTitle,
        causeId: causeNow === null ? null : asId(causeNow),
      })),
  };
}
