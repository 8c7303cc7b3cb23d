import { sql } from 'kysely';
import { satisfactions } from '@ringside/shared/model/case-stage';
import type { AgentId, CaseId, CauseId, CheckId, PreventionId, TaskId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { z } from 'zod';
import type { SatisfactionCheck } from '../../../domain/check/satisfaction-check.ts';
import { effectWords } from '../../../domain/prevention/effect.ts';
import type { Prevention } from '../../../domain/prevention/prevention.ts';
import { verdicts } from '../../../domain/prevention/prevention.ts';
import { idColumn, instantColumn, jsonColumn, nullableId, rowReader, toJson } from '../read-row.ts';
import type { PreventionRow, SatisfactionCheckRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { versionedRow } from '../write-row.ts';
import { preventionFigures } from './prevention-figures.ts';

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
  'taskId',
  'doneAt',
  'verifyAt',
  'verdict',
  'effectJson',
  'note',
  'version',
] as const;

const windowCount = z.object({ cases: z.number(), contacts: z.number(), unnamed: z.number() });
const effect = z.object({
  doneAt: instantColumn,
  length: z.number(),
  before: windowCount,
  after: windowCount,
  ratio: mark,
  low: mark,
  high: mark,
  says: z.enum(effectWords),
});

const readPrevention = rowReader<Prevention>(
  'preventions',
  ['preventionId'],
  z
    .object({
      preventionId: idColumn<'prevention'>(),
      causeId: idColumn<'cause'>(),
      caseId: nullableId<'case'>(),
      what: z.string(),
      ownerId: idColumn<'agent'>(),
      dueAt: instantColumn,
      madeBy: idColumn<'agent'>(),
      madeAt: instantColumn,
      taskId: nullableId<'task'>(),
      doneAt: instantColumn.nullable(),
      verifyAt: instantColumn.nullable(),
      verdict: z.enum(verdicts).nullable(),
      effectJson: jsonColumn(effect.nullable()),
      note: z.string(),
      version: z.number(),
    })
    .transform(({ effectJson, ...row }) => ({ ...row, effect: effectJson })),
);

/** Whether customers are satisfied, and what is done so that it does not happen again. */
export const preventionTables = (database: SqlDatabase) => ({
  ...checkTable(database),
  ...measureTable(database),
  ...causesInUse(database),
  ...preventionFigures(database),
});

function checkTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const checks = query.selectFrom('satisfactionChecks').selectAll();
  const save = versionedRow<SatisfactionCheckRow>(database, 'satisfactionChecks', 'checkId', checkColumns);
  const one = prepare((of: { id: string }) => checks.where('checkId', '=', of.id));
  const ofCase = prepare((of: { caseId: string }) =>
    checks
      .where('caseId', '=', of.caseId)
      .orderBy('from')
      .orderBy(sql`rowid`),
  );
  const ofTask = prepare((of: { taskId: string }) => checks.where('taskId', '=', of.taskId));
  const openTasks = prepare((of: { ownerId: string; limit: number }) =>
    query
      .selectFrom('tasks')
      .select('taskId')
      .where('ownerId', '=', of.ownerId)
      .where('finishedAt', 'is', null)
      .limit(of.limit),
  );
  return {
    putSatisfactionCheck: ({ attempts, answers, ...rest }: SatisfactionCheck) =>
      save({ ...rest, attemptsJson: toJson(attempts), answersJson: toJson(answers) }),
    satisfactionCheck(id: CheckId): SatisfactionCheck | null {
      const row = one.first({ id });
      return row === undefined ? null : readCheck(row);
    },
    checksOfCase: (caseId: CaseId) => ofCase.all({ caseId }).map(readCheck),
    checkOfTask(taskId: TaskId): SatisfactionCheck | null {
      const row = ofTask.first({ taskId });
      return row === undefined ? null : readCheck(row);
    },
    openTaskCount: (ownerId: AgentId, most: number) => openTasks.all({ ownerId, limit: most }).length,
  };
}

function measureTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const measures = query.selectFrom('preventions').selectAll();
  const save = versionedRow<PreventionRow>(database, 'preventions', 'preventionId', preventionColumns);
  const one = prepare((of: { id: string }) => measures.where('preventionId', '=', of.id));
  const ofCase = prepare((of: { caseId: string }) =>
    measures.where('caseId', '=', of.caseId).orderBy('madeAt'),
  );
  const open = prepare((of: { limit: number }) =>
    measures.where('verdict', 'is', null).orderBy('dueAt').limit(of.limit),
  );
  const latest = prepare((of: { limit: number }) => measures.orderBy('madeAt', 'desc').limit(of.limit));
  const ofOwner = prepare((of: { ownerId: string; limit: number }) =>
    measures.where('ownerId', '=', of.ownerId).orderBy('dueAt', 'desc').limit(of.limit),
  );
  const lastDone = prepare((of: { causeId: string; before: number }) =>
    query
      .selectFrom('preventions')
      .select('doneAt')
      .where('causeId', '=', of.causeId)
      .where('doneAt', '<', of.before)
      .orderBy('doneAt', 'desc')
      .limit(1),
  );
  return {
    putPrevention: ({ effect: seen, ...rest }: Prevention) => save({ ...rest, effectJson: toJson(seen) }),
    prevention(id: PreventionId): Prevention | null {
      const row = one.first({ id });
      return row === undefined ? null : readPrevention(row);
    },
    preventionsOfCase: (caseId: CaseId) => ofCase.all({ caseId }).map(readPrevention),
    preventions: (which: 'open' | 'all', limit: number) =>
      (which === 'open' ? open : latest).all({ limit }).map(readPrevention),
    preventionsOfOwner: (ownerId: AgentId, limit: number) =>
      ofOwner.all({ ownerId, limit }).map(readPrevention),
    causeFixedAt: (causeId: CauseId, before: Instant) => lastDone.first({ causeId, before })?.doneAt ?? null,
  };
}

/** PREV-13: whether a case or a measure names it. */
function causesInUse({ query, prepare }: SqlDatabase) {
  const byCase = prepare((of: { causeId: string }) =>
    query.selectFrom('cases').select('caseId').where('causeId', '=', of.causeId).limit(1),
  );
  const byMeasure = prepare((of: { causeId: string }) =>
    query.selectFrom('preventions').select('preventionId').where('causeId', '=', of.causeId).limit(1),
  );
  return {
    causeIsNamed: (causeId: CauseId) =>
      byCase.first({ causeId }) !== undefined || byMeasure.first({ causeId }) !== undefined,
  };
}
