import type { TaskKind } from '@ringside/shared/model/case-stage';
import { taskKinds, taskRepeats, taskStates } from '@ringside/shared/model/case-stage';
import type { AgentId, CaseId, CustomerId, PromiseId, TaskId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { isE164 } from '@ringside/shared/model/phone-number';
import type { CustomerPromise } from '../../../domain/case/case.ts';
import type { Task } from '../../../domain/task/task.ts';
import { nextLook } from '../../../domain/task/task-times.ts';
import type { CalendarFeed, TaskPage } from '../../../ports/store.ts';
import { sql } from 'kysely';
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
import type { CalendarFeedRow, PromiseRow, TaskRow } from '../schema.ts';
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
  'remindedAt',
  'checklistJson',
  'after',
  'waiting',
  'repeat',
  'firstDueAt',
  'nextId',
  'snoozedJson',
  'timesSnoozed',
  'ringingJson',
  'timesEscalated',
  'lookAt',
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
      remindedAt: instantColumn.nullable(),
      checklistJson: jsonColumn(z.array(z.object({ text: z.string(), done: z.boolean() }))),
      after: nullableId<'task'>(),
      waiting: truth,
      repeat: z.enum(taskRepeats).nullable(),
      firstDueAt: instantColumn.nullable(),
      nextId: nullableId<'task'>(),
      snoozedJson: jsonColumn(z.object({ until: instantColumn, reason: z.string() }).nullable()),
      timesSnoozed: z.number(),
      ringingJson: jsonColumn(
        z.object({
          times: z.number(),
          passed: z.number(),
          again: instantColumn.nullable(),
          callId: nullableId<'call'>(),
        }),
      ),
      timesEscalated: z.number(),
      finishedAt: instantColumn.nullable(),
      version: z.number(),
    })
    .transform(({ checklistJson, snoozedJson, ringingJson, ...row }) => ({
      ...row,
      checklist: checklistJson,
      snoozed: snoozedJson,
      ringing: ringingJson,
    })),
);
/** `lookAt` follows from the task, so that whoever writes one has it looked at in time. */
const taskRow = (task: Task): TaskRow => {
  const { checklist, snoozed, ringing, waiting, ...rest } = task;
  return {
    ...rest,
    waiting: toBit(waiting),
    checklistJson: toJson(checklist),
    snoozedJson: toJson(snoozed),
    ringingJson: toJson(ringing),
    lookAt: nextLook(task),
  };
};

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

/** Tasks, what was promised to customers, and calendars that follow both. */
export function taskTables(database: SqlDatabase) {
  return { ...taskTable(database), ...promiseTable(database), ...feedTable(database) };
}

const feedColumns = ['agentId', 'tokenSha256', 'withNames', 'madeAt'] as const;
const readFeed = rowReader<CalendarFeed>(
  'calendarFeeds',
  ['agentId'],
  z.object({
    agentId: idColumn<'agent'>(),
    tokenSha256: z.string(),
    withNames: truth,
    madeAt: instantColumn,
  }),
);

function feedTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const feeds = query.selectFrom('calendarFeeds').selectAll();
  const save = upsertRow<CalendarFeedRow>(database, 'calendarFeeds', ['agentId'], feedColumns);
  const gone = prepare((of: { agentId: string }) =>
    query.deleteFrom('calendarFeeds').where('agentId', '=', of.agentId),
  );
  const byToken = prepare((of: { tokenSha256: string }) => feeds.where('tokenSha256', '=', of.tokenSha256));
  const ofAgent = prepare((of: { agentId: string }) => feeds.where('agentId', '=', of.agentId));
  const read = (row: unknown): CalendarFeed | null => (row === undefined ? null : readFeed(row));
  return {
    putCalendarFeed: (feed: CalendarFeed) => void save.run({ ...feed, withNames: toBit(feed.withNames) }),
    calendarFeedGone: (agentId: AgentId) => void gone.run({ agentId }),
    calendarFeed: (tokenSha256: string) => read(byToken.first({ tokenSha256 })),
    calendarFeedOf: (agentId: AgentId) => read(ofAgent.first({ agentId })),
  };
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
  const afterThat = prepare((of: { after: string }) => tasks.where('after', '=', of.after).orderBy('dueAt'));
  const toLookAt = prepare((of: { until: number; limit: number }) =>
    query
      .selectFrom('tasks')
      .select(['taskId', 'lookAt'])
      .where('lookAt', '<=', of.until)
      .orderBy('lookAt')
      .limit(of.limit),
  );
  const pages = taskPages(database);
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
    tasksAfter: (after: TaskId) => afterThat.all({ after }).map(readTask),
    tasksToLookAt: (until: Instant, limit: number) =>
      toLookAt
        .all({ until, limit })
        .map(({ taskId, lookAt }) => ({ taskId: asId<'task'>(taskId), at: lookAt ?? until })),
    openTasks: (page: TaskPage) => pages(page).map(readTask),
  };
}

/** Lists of open tasks by their time, a page at a time: each is one walk along its own index. */
function taskPages({ query, prepare }: SqlDatabase) {
  const open = query.selectFrom('tasks').selectAll().where('finishedAt', 'is', null);
  interface Span {
    readonly dueAt: number;
    readonly taskId: string;
    readonly until: number;
    readonly kind: string | null;
    readonly limit: number;
  }
  /** one person's and a team's are some thousands: what is of another kind is left out on the way */
  const ofKind = ({ kind }: Span) => sql<boolean>`(${kind} is null or kind = ${kind})`;
  const along = (list: typeof open, { dueAt, taskId, until, limit }: Span) =>
    list
      .where('dueAt', '>=', dueAt)
      .where((row) => row.or([row('dueAt', '>', dueAt), row('taskId', '>', taskId)]))
      .where('dueAt', '<', until)
      .orderBy('dueAt')
      .orderBy('taskId')
      .limit(limit);
  const owned = prepare((of: Span & { ownerId: string }) =>
    along(open.where('ownerId', '=', of.ownerId).where(ofKind(of)), of),
  );
  const made = prepare((of: Span & { madeBy: string }) =>
    along(open.where('madeBy', '=', of.madeBy).where(ofKind(of)), of),
  );
  const team = prepare((of: Span & { familyId: string }) =>
    along(open.where('familyId', '=', of.familyId).where('ownerId', 'is', null).where(ofKind(of)), of),
  );
  const all = prepare((of: Span) => along(open, of));
  const allOfKind = prepare((of: Span) => along(open.where('kind', '=', of.kind as TaskKind), of));
  return ({ whose, kind = null, after, until, limit }: TaskPage) => {
    const place = after ?? { dueAt: 0, taskId: '' };
    const span = { ...place, until: until ?? Number.MAX_SAFE_INTEGER, kind, limit };
    switch (whose.of) {
      case 'owner':
        return owned.all({ ...span, ownerId: whose.agentId });
      case 'maker':
        return made.all({ ...span, madeBy: whose.agentId });
      case 'team':
        return team.all({ ...span, familyId: whose.familyId });
      case 'everybody':
        return kind === null ? all.all(span) : allOfKind.all(span);
    }
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
