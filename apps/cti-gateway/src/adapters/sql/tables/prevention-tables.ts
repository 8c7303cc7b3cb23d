import { satisfactions } from '@ringside/shared/model/case-stage';
import type { CaseId, CheckId, PreventionId } from '@ringside/shared/model/ids';
import { z } from 'zod';
import type { SatisfactionCheck } from '../../../domain/check/satisfaction-check.ts';
import type { Prevention } from '../../../domain/prevention/prevention.ts';
import { idColumn, instantColumn, jsonColumn, nullableId, rowReader, toJson } from '../read-row.ts';
import type { PreventionRow, SatisfactionCheckRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { versionedRow } from '../write-row.ts';

const checkColumns = [
  'checkId',
  'caseId',
  'taskId',
  'from',
  'until',
  'attemptsAllowed',
  'attemptsJson',
  'answersJson',
  'comment',
  'outcome',
  'endedAt',
  'version',
] as const;
const mark = z.number().nullable();

const readCheck = rowReader<SatisfactionCheck>(
  'satisfactionChecks',
  ['checkId'],
  z
    .object({
      checkId: idColumn<'check'>(),
      caseId: idColumn<'case'>(),
      taskId: nullableId<'task'>(),
      from: instantColumn,
      until: instantColumn,
      attemptsAllowed: z.number(),
      attemptsJson: jsonColumn(
        z.array(
          z.object({
            at: instantColumn,
            by: idColumn<'agent'>(),
            callId: nullableId<'call'>(),
            note: z.string(),
          }),
        ),
      ),
      answersJson: jsonColumn(z.object({ solved: mark, handled: mark, stay: mark })),
      comment: z.string(),
      outcome: z.enum(satisfactions).nullable(),
      endedAt: instantColumn.nullable(),
      version: z.number(),
    })
    .transform(({ attemptsJson, answersJson, ...row }) => ({
      ...row,
      attempts: attemptsJson,
      answers: answersJson,
    })),
);

const preventionColumns = [
  'preventionId',
  'causeId',
  'caseId',
  'what',
  'ownerId',
  'dueAt',
  'madeBy',
  'madeAt',
  'doneAt',
  'verifyAt',
  'verdict',
  'note',
  'version',
] as const;

const readPrevention = rowReader<Prevention>(
  'preventions',
  ['preventionId'],
  z.object({
    preventionId: idColumn<'prevention'>(),
    causeId: idColumn<'cause'>(),
    caseId: nullableId<'case'>(),
    what: z.string(),
    ownerId: idColumn<'agent'>(),
    dueAt: instantColumn,
    madeBy: idColumn<'agent'>(),
    madeAt: instantColumn,
    doneAt: instantColumn.nullable(),
    verifyAt: instantColumn.nullable(),
    verdict: z.enum(['effective', 'notEffective', 'cancelled']).nullable(),
    note: z.string(),
    version: z.number(),
  }),
);

/** Whether customers are satisfied, and what is done so that it does not happen again. */
export function preventionTables(database: SqlDatabase) {
  const { query, prepare } = database;
  const checks = query.selectFrom('satisfactionChecks').selectAll();
  const saveCheck = versionedRow<SatisfactionCheckRow>(
    database,
    'satisfactionChecks',
    'checkId',
    checkColumns,
  );
  const check = prepare((of: { id: string }) => checks.where('checkId', '=', of.id));
  const checksOfCase = prepare((of: { caseId: string }) =>
    checks.where('caseId', '=', of.caseId).orderBy('from'),
  );
  const savePrevention = versionedRow<PreventionRow>(
    database,
    'preventions',
    'preventionId',
    preventionColumns,
  );
  const prevention = prepare((of: { id: string }) =>
    query.selectFrom('preventions').selectAll().where('preventionId', '=', of.id),
  );
  return {
    putSatisfactionCheck: ({ attempts, answers, ...rest }: SatisfactionCheck) =>
      saveCheck({ ...rest, attemptsJson: toJson(attempts), answersJson: toJson(answers) }),
    satisfactionCheck(id: CheckId): SatisfactionCheck | null {
      const row = check.first({ id });
      return row === undefined ? null : readCheck(row);
    },
    checksOfCase: (caseId: CaseId) => checksOfCase.all({ caseId }).map(readCheck),
    putPrevention: (one: Prevention) => savePrevention(one),
    prevention(id: PreventionId): Prevention | null {
      const row = prevention.first({ id });
      return row === undefined ? null : readPrevention(row);
    },
  };
}
