import { compensationKinds, compensationStates } from '@ringside/shared/model/compensation';
import type { CaseId, CompensationId } from '@ringside/shared/model/ids';
import { z } from 'zod';
import type { Compensation } from '../../../domain/compensation/compensation.ts';
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
  'causeId',
  'state',
  'reason',
  'evidence',
  'askedBy',
  'askedAt',
  'decideBy',
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
    causeId: nullableId<'cause'>(),
    state: z.enum(compensationStates),
    reason: z.string(),
    evidence: z.string(),
    askedBy: idColumn<'agent'>(),
    askedAt: instantColumn,
    decideBy: instantColumn.nullable(),
    decidedBy: nullableId<'agent'>(),
    decidedAt: instantColumn.nullable(),
    decision: z.string(),
    doneAt: instantColumn.nullable(),
    version: z.number(),
  }),
);

/** What was given or asked for to make good. */
export function compensationTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const all = query.selectFrom('compensations').selectAll();
  const save = versionedRow<CompensationRow>(database, 'compensations', 'compensationId', columns);
  const one = prepare((of: { id: string }) => all.where('compensationId', '=', of.id));
  const ofCase = prepare((of: { caseId: string }) => all.where('caseId', '=', of.caseId).orderBy('askedAt'));
  return {
    putCompensation: (compensation: Compensation) => save(compensation),
    compensation(id: CompensationId): Compensation | null {
      const row = one.first({ id });
      return row === undefined ? null : readCompensation(row);
    },
    compensationsOfCase: (caseId: CaseId) => ofCase.all({ caseId }).map(readCompensation),
  };
}
