import { feelings } from '@ringside/shared/model/call-outcome';
import {
  caseChannels,
  caseTypes,
  customerAnswers,
  impacts,
  satisfactions,
  severities,
  urgencies,
} from '@ringside/shared/model/case-stage';
import type { AgentId, CaseId, CustomerId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
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
  'stageSince',
  'channel',
  'title',
  'whatHappened',
  'category',
  'severity',
  'impact',
  'urgency',
  'legal',
  'product',
  'productJson',
  'servicePointId',
  'contractId',
  'remedyWanted',
  'feeling',
  'apologyGiven',
  'explanation',
  'commitment',
  'customerId',
  'ownerId',
  'familyId',
  'openedBy',
  'openedAt',
  'acknowledgedAt',
  'assessedAt',
  'answerJson',
  'causeId',
  'causeJson',
  'preventionNeeded',
  'satisfaction',
  'checkedJson',
  'timesReopened',
  'duplicateOf',
  'closedAt',
  'callIdsJson',
  'priorityScore',
  'priorityTermsJson',
  'rankAgainAt',
  'version',
] as const;

export const readCase = rowReader<Case>(
  'cases',
  ['caseId'],
  z
    .object({
      caseId: idColumn<'case'>(),
      reference: z.string(),
      type: z.enum(caseTypes),
      stage: z.string(),
      stageSince: instantColumn,
      channel: z.enum(caseChannels),
      title: z.string(),
      whatHappened: z.string(),
      category: z.string(),
      severity: z.enum(severities),
      impact: z.enum(impacts),
      urgency: z.enum(urgencies),
      legal: truth,
      productJson: jsonColumn(
        z
          .object({ name: z.string(), productId: z.string().nullable(), orderId: z.string().nullable() })
          .nullable(),
      ),
      servicePointId: nullableId<'servicePoint'>(),
      contractId: nullableId<'contract'>(),
      remedyWanted: z.string(),
      feeling: z.enum(feelings).nullable(),
      apologyGiven: truth,
      explanation: z.string(),
      commitment: z.string(),
      customerId: nullableId<'customer'>(),
      ownerId: nullableId<'agent'>(),
      familyId: nullableId<'jobFamily'>(),
      openedBy: nullableId<'agent'>(),
      openedAt: instantColumn,
      acknowledgedAt: instantColumn.nullable(),
      assessedAt: instantColumn.nullable(),
      answerJson: jsonColumn(
        z.object({
          proposal: z.string(),
          toldAt: instantColumn.nullable(),
          customer: z.enum(customerAnswers).nullable(),
        }),
      ),
      causeJson: jsonColumn(
        z.object({ causeId: idColumn<'cause'>(), whys: z.array(z.string()), note: z.string() }).nullable(),
      ),
      preventionNeeded: truth.nullable(),
      satisfaction: z.enum(satisfactions).nullable(),
      checkedJson: jsonColumn(z.array(z.string())),
      timesReopened: z.number(),
      duplicateOf: nullableId<'case'>(),
      closedAt: instantColumn.nullable(),
      callIdsJson: jsonColumn(z.array(idColumn<'call'>())),
      priorityScore: z.number(),
      priorityTermsJson: jsonColumn(z.array(z.object({ term: z.string(), points: z.number() }))),
      rankAgainAt: instantColumn.nullable(),
      version: z.number(),
    })
    .transform(
      ({
        callIdsJson,
        priorityScore,
        priorityTermsJson,
        productJson,
        answerJson,
        causeJson,
        checkedJson,
        ...row
      }) => ({
        ...row,
        callIds: callIdsJson,
        product: productJson,
        answer: answerJson,
        cause: causeJson,
        checked: checkedJson,
        priority: { score: priorityScore, terms: priorityTermsJson },
      }),
    ),
);

const readCount = rowReader<{ ownerId: AgentId; count: number }>(
  'cases',
  ['ownerId'],
  z.object({ ownerId: idColumn<'agent'>(), count: z.number() }),
);

function caseRow(one: Case): CaseRow {
  const {
    callIds,
    priority,
    apologyGiven,
    legal,
    product,
    answer,
    cause,
    checked,
    preventionNeeded,
    ...rest
  } = one;
  return {
    ...rest,
    apologyGiven: toBit(apologyGiven),
    legal: toBit(legal),
    product: product?.name ?? null,
    productJson: toJson(product),
    answerJson: toJson(answer),
    causeId: cause?.causeId ?? null,
    causeJson: toJson(cause),
    checkedJson: toJson(checked),
    preventionNeeded: preventionNeeded === null ? null : toBit(preventionNeeded),
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
  const recentOfCustomer = prepare((of: { customerId: string; since: number; limit: number }) =>
    query
      .selectFrom('cases')
      .selectAll()
      .where('customerId', '=', of.customerId)
      .where('openedAt', '>=', of.since)
      .orderBy('openedAt', 'desc')
      .limit(of.limit),
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
  const counts = prepare(() =>
    query
      .selectFrom('cases')
      .select(['ownerId', ({ fn }) => fn.countAll<number>().as('count')])
      .where('closedAt', 'is', null)
      .where('ownerId', 'is not', null)
      .groupBy('ownerId'),
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
    recentCasesOfCustomer: (customerId: CustomerId, since: Instant, limit: number) =>
      recentOfCustomer.all({ customerId, since, limit }).map(readCase),
    openCaseCounts: () => counts.all({}).map((row) => readCount(row)),
    openCases: (owner: AgentId | null, limit: number) =>
      (owner === null ? open.all({ limit }) : openOfOwner.all({ ownerId: owner, limit })).map(readCase),
  };
}
