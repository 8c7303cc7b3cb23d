import type { TaskRecording, TaskView } from '@ringside/shared/protocol/task';
import type { CaseId, CustomerId, TaskId } from '@ringside/shared/model/ids';
import type { Task } from '../../domain/task/task.ts';
import type { Recording } from '../../domain/waiting/recording.ts';
import { nextRing } from '../../domain/task/task-times.ts';
import { isDiallable } from '../diallable.ts';
import type { Parts } from '../parts.ts';
import { agentName } from '../floor.ts';

/** What a task shows of the things it belongs to. */
export interface TaskNames {
  readonly customers: ReadonlyMap<CustomerId, string>;
  readonly cases: ReadonlyMap<CaseId, string>;
  readonly recordings: ReadonlyMap<TaskId, TaskRecording>;
  /** titles of those that others wait for */
  readonly earlier: ReadonlyMap<TaskId, string>;
}

export async function taskViews(parts: Parts, tasks: readonly Task[]): Promise<TaskView[]> {
  const names = await namesFor(parts, tasks);
  return tasks.map((task) => taskView(parts, task, names));
}

function taskView(parts: Parts, task: Task, { customers, cases, recordings, earlier }: TaskNames): TaskView {
  const { taskId, kind, title, note, state, from, dueAt, ownerId, familyId, customerId, caseId, callId } =
    task;
  const { number, madeBy, remindAt, waiting, repeat, timesSnoozed, timesEscalated, version } = task;
  const { floor } = parts;
  return {
    ...{
      taskId,
      kind,
      title,
      note,
      state,
      from,
      dueAt,
      ownerId,
      familyId,
      customerId,
      caseId,
      callId,
      number,
    },
    ...{ madeBy, remindAt, waiting, repeat, timesSnoozed, timesEscalated, version },
    madeByName: madeBy === null ? '' : agentName(floor, madeBy),
    checklist: task.checklist.map((item) => ({ ...item })),
    after: task.after === null ? null : { taskId: task.after, title: earlier.get(task.after) ?? '' },
    snoozed: task.snoozed === null ? null : { ...task.snoozed },
    ringsAt: task.number !== null && isDiallable(parts, task.number) ? nextRing(task) : null,
    timesPassed: task.ringing.passed,
    ownerName: ownerId === null ? '' : agentName(floor, ownerId),
    customerName: task.customerId === null ? '' : (customers.get(task.customerId) ?? ''),
    recording: recordings.get(task.taskId) ?? null,
    caseReference: task.caseId === null ? null : (cases.get(task.caseId) ?? null),
  };
}

function recordingView({
  recordingId,
  taskId,
  length,
  deletedAt,
}: Recording): readonly [TaskId, TaskRecording][] {
  if (taskId === null || length === null) return [];
  return [[taskId, { recordingId, lengthMs: length, kept: deletedAt === null }]];
}

async function namesFor({ store }: Parts, tasks: readonly Task[]): Promise<TaskNames> {
  const customerIds = [...new Set(tasks.flatMap(({ customerId }) => customerId ?? []))];
  const caseIds = [...new Set(tasks.flatMap(({ caseId }) => caseId ?? []))];
  const earlierIds = [...new Set(tasks.flatMap(({ after }) => after ?? []))];
  const [customers, cases, recordings, earlier] = await Promise.all([
    customerIds.length === 0 ? [] : store.customersById(customerIds),
    Promise.all(caseIds.map((caseId) => store.case(caseId))),
    store.recordingsOfTasks(tasks.map(({ taskId }) => taskId)),
    Promise.all(earlierIds.map((taskId) => store.task(taskId))),
  ]);
  return {
    customers: new Map(customers.map(({ customerId, name }) => [customerId, name.written])),
    earlier: new Map(earlier.flatMap((one) => (one === null ? [] : [[one.taskId, one.title]]))),
    recordings: new Map(recordings.flatMap(recordingView)),
    cases: new Map(cases.flatMap((one) => (one === null ? [] : [[one.caseId, one.reference]]))),
  };
}
