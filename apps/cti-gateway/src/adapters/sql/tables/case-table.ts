import { feelings } from '@ringside/shared/model/call-outcome';
import { caseStages, caseTypes, severities } from '@ringside/shared/model/case-stage';
import type { AgentId, CaseId, CustomerId } from '@ringside/shared/model/ids';
import type { Case } from '../../../domain/case/case.ts';
import { z } from 'zod';
import {
  idColumn,
  instantColumn,
  jsonColumn,
  nullableId,
  rowReader,
  toBit,
  toJson,
  truth,
} from '../read-row.ts';
import type { CaseRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { versionedRow } from '../write-row.ts';

const columns = [
  'caseId',
  'reference',
  'type',
  'stage',
  'title',
  'whatHappened',
  'category',
  'severity',
  'remedyWanted',
  'feeling',
  'apologyGiven',
  'commitment',
  'customerId',
  'ownerId',
  'openedBy',
  'openedAt',
  'closedAt',
  'callIdsJson',
  'priorityScore',
  'priorityTermsJson',
  'version',
] as const;

const readCase = rowReader<Case>(
  'cases',
  ['caseId'],
  z
    .object({
      caseId: idColumn<'case'>(),
      reference: z.string(),
      type: z.enum(caseTypes),
      stage: z.enum(caseStages),
      title: z.string(),
      whatHappened: z.string(),
      category: z.string(),
      severity: z.enum(severities),
      remedyWanted: z.string(),
      feeling: z.enum(feelings).nullable(),
      apologyGiven: truth,
      commitment: z.string(),
      customerId: nullableId<'customer'>(),
      ownerId: idColumn<'agent'>(),
      openedBy: idColumn<'agent'>(),
      openedAt: instantColumn,
      closedAt: instantColumn.nullable(),
      callIdsJson: jsonColumn(z.array(idColumn<'call'>())),
      priorityScore: z.number(),
      priorityTermsJson: jsonColumn(z.array(z.object({ term: z.string(), points: z.number() }))),
      version: z.number(),
    })
    .transform(({ callIdsJson, priorityScore, priorityTermsJson, ...row }) => ({
      ...row,
      callIds: callIdsJson,
      priority: { score: priorityScore, terms: priorityTermsJson },
    })),
);

function caseRow({ callIds, priority, apologyGiven, ...rest }: Case): CaseRow {
  return {
    ...rest,
    apologyGiven: toBit(apologyGiven),
    callIdsJson: toJson(callIds),
    priorityScore: priority.score,
    priorityTermsJson: toJson(priority.terms),
  };
}

export function caseTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const save = versionedRow<CaseRow>(database, 'cases', 'caseId', columns);
  const referenceOfOther = prepare((of: { reference: string; caseId: string }) =>
    query
      .selectFrom('cases')
      .select('caseId')
      .where('reference', '=', of.reference)
      .where('caseId', '!=', of.caseId),
  );
  const one = prepare((of: { caseId: string }) =>
    query.selectFrom('cases').selectAll().where('caseId', '=', of.caseId),
  );
  const referenced = prepare((of: { reference: string }) =>
    query.selectFrom('cases').selectAll().where('reference', '=', of.reference),
  );
  const ofCustomer = prepare((of: { customerId: string }) =>
    query.selectFrom('cases').selectAll().where('customerId', '=', of.customerId).orderBy('openedAt', 'desc'),
  );
  const open = prepare((of: { limit: number }) =>
    query
      .selectFrom('cases')
      .selectAll()
      .where('closedAt', 'is', null)
      .orderBy('priorityScore', 'desc')
      .orderBy('openedAt')
      .limit(of.limit),
  );
  const openOfOwner = prepare((of: { ownerId: string; limit: number }) =>
    query
      .selectFrom('cases')
      .selectAll()
      .where('closedAt', 'is', null)
      .where('ownerId', '=', of.ownerId)
      .orderBy('priorityScore', 'desc')
      .orderBy('openedAt')
      .limit(of.limit),
  );
  return {
    putCase(changed: Case): 'conflict' | 'numberTaken' | null {
      if (referenceOfOther.first(changed) !== undefined) return 'numberTaken';
      return save(caseRow(changed));
    },
    case(caseId: CaseId): Case | null {
      const row = one.first({ caseId });
      return row === undefined ? null : readCase(row);
    },
    caseByReference(reference: string): Case | null {
      const row = referenced.first({ reference });
      return row === undefined ? null : readCase(row);
    },
    casesOfCustomer: (customerId: CustomerId, which: 'open' | 'all') =>
      ofCustomer
        .all({ customerId })
        .map(readCase)
        .filter((found) => which === 'all' || found.closedAt === null),
    openCases: (owner: AgentId | null, limit: number) =>
      (owner === null ? open.all({ limit }) : openOfOwner.all({ ownerId: owner, limit })).map(readCase),
  };
}
