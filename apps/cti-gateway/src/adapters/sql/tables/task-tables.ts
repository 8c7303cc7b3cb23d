import { taskKinds, taskRepeats, taskStates } from '@ringside/shared/model/case-stage';
import type { AgentId, CaseId, CustomerId, PromiseId, TaskId } from '@ringside/shared/model/ids';
import { isE164 } from '@ringside/shared/model/phone-number';
import type { CustomerPromise } from '../../../domain/case/case.ts';
import type { Task } from '../../../domain/task/task.ts';
import { z } from 'zod';
import { idColumn, instantColumn, jsonColumn, nullableId, rowReader, toJson } from '../read-row.ts';
import type { PromiseRow, TaskRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { upsertRow, versionedRow } from '../write-row.ts';

const taskColumns = [
  'taskId',
  'kind',
  'title',
  'note',
  'state',
  'from',
  'dueAt',
  'ownerId',
  'familyId',
  'customerId',
  'caseId',
  'callId',
  'number',
  'madeBy',
  'createdAt',
  'remindAt',
  'checklistJson',
  'after',
  'repeat',
  'snoozedJson',
  'timesEscalated',
  'finishedAt',
  'version',
] as const;
const promiseColumns = [
  'promiseId',
  'caseId',
  'customerId',
  'what',
  'ownerId',
  'madeAt',
  'dueAt',
  'keptAt',
] as const;

const readTask = rowReader<Task>(
  'tasks',
  ['taskId'],
  z
    .object({
      taskId: idColumn<'task'>(),
      kind: z.enum(taskKinds),
      title: z.string(),
      note: z.string(),
      state: z.enum(taskStates),
      from: instantColumn.nullable(),
      dueAt: instantColumn,
      ownerId: nullableId<'agent'>(),
      familyId: nullableId<'jobFamily'>(),
      customerId: nullableId<'customer'>(),
      caseId: nullableId<'case'>(),
      callId: nullableId<'call'>(),
      number: z.string().refine(isE164).nullable(),
      madeBy: nullableId<'agent'>(),
      createdAt: instantColumn,
      remindAt: instantColumn.nullable(),
      checklistJson: jsonColumn(z.array(z.object({ text: z.string(), done: z.boolean() }))),
      after: nullableId<'task'>(),
      repeat: z.enum(taskRepeats).nullable(),
      snoozedJson: jsonColumn(z.object({ until: instantColumn, reason: z.string() }).nullable()),
      timesEscalated: z.number(),
      finishedAt: instantColumn.nullable(),
      version: z.number(),
    })
    .transform(({ checklistJson, snoozedJson, ...row }) => ({
      ...row,
      checklist: checklistJson,
      snoozed: snoozedJson,
    })),
);
const taskRow = ({ checklist, snoozed, ...rest }: Task): TaskRow => ({
  ...rest,
  checklistJson: toJson(checklist),
  snoozedJson: toJson(snoozed),
});

export const readPromise = rowReader<CustomerPromise>(
  'promises',
  ['promiseId'],
  z.object({
    promiseId: idColumn<'promise'>(),
    caseId: nullableId<'case'>(),
    customerId: nullableId<'customer'>(),
    what: z.string(),
    ownerId: idColumn<'agent'>(),
    madeAt: instantColumn,
    dueAt: instantColumn,
    keptAt: instantColumn.nullable(),
  }),
);

/** Tasks, and what was promised to customers. */
export function taskTables(database: SqlDatabase) {
  return { ...taskTable(database), ...promiseTable(database) };
}

function taskTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const tasks = query.selectFrom('tasks').selectAll();
  const save = versionedRow<TaskRow>(database, 'tasks', 'taskId', taskColumns);
  const one = prepare((of: { taskId: string }) => tasks.where('taskId', '=', of.taskId));
  const open = prepare((of: { ownerId: string; limit: number }) =>
    tasks.where('ownerId', '=', of.ownerId).where('finishedAt', 'is', null).orderBy('dueAt').limit(of.limit),
  );
  const finished = prepare((of: { ownerId: string; limit: number }) =>
    tasks
      .where('ownerId', '=', of.ownerId)
      .where('finishedAt', 'is not', null)
      .orderBy('finishedAt', 'desc')
      .limit(of.limit),
  );
  const ofCustomer = prepare((of: { customerId: string }) =>
    tasks.where('customerId', '=', of.customerId).orderBy('dueAt'),
  );
  const ofCase = prepare((of: { caseId: string }) => tasks.where('caseId', '=', of.caseId).orderBy('dueAt'));
  return {
    putTask: (task: Task) => save(taskRow(task)),
    task(taskId: TaskId): Task | null {
      const row = one.first({ taskId });
      return row === undefined ? null : readTask(row);
    },
    tasksOfAgent: (ownerId: AgentId, which: 'open' | 'finished', limit: number) =>
      (which === 'open' ? open : finished).all({ ownerId, limit }).map(readTask),
    tasksOfCustomer: (customerId: CustomerId) => ofCustomer.all({ customerId }).map(readTask),
    tasksOfCase: (caseId: CaseId) => ofCase.all({ caseId }).map(readTask),
  };
}

function promiseTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const promises = query.selectFrom('promises').selectAll();
  const upsert = upsertRow<PromiseRow>(database, 'promises', ['promiseId'], promiseColumns);
  const one = prepare((of: { promiseId: string }) => promises.where('promiseId', '=', of.promiseId));
  const openOfCustomer = prepare((of: { customerId: string }) =>
    promises.where('customerId', '=', of.customerId).where('keptAt', 'is', null).orderBy('dueAt'),
  );
  const openOfAgent = prepare((of: { ownerId: string }) =>
    promises.where('ownerId', '=', of.ownerId).where('keptAt', 'is', null).orderBy('dueAt'),
  );
  const ofCase = prepare((of: { caseId: string }) =>
    promises.where('caseId', '=', of.caseId).orderBy('dueAt'),
  );
  return {
    putPromise: (promise: CustomerPromise) => void upsert.run(promise),
    promise(promiseId: PromiseId): CustomerPromise | null {
      const row = one.first({ promiseId });
      return row === undefined ? null : readPromise(row);
    },
    openPromisesOfCustomer: (customerId: CustomerId) => openOfCustomer.all({ customerId }).map(readPromise),
    openPromisesOfAgent: (ownerId: AgentId) => openOfAgent.all({ ownerId }).map(readPromise),
    promisesOfCase: (caseId: CaseId) => ofCase.all({ caseId }).map(readPromise),
  };
}
