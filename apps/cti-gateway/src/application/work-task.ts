import type { TaskKind } from '@ringside/shared/model/case-stage';
import type { AgentId, CallId, CaseId, CustomerId, TaskId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { newTask } from '../domain/task/new-task.ts';
import type { Task } from '../domain/task/task.ts';
import { contactBelongsTo } from './contact-of-agent.ts';
import { isInCharge } from './in-charge.ts';
import type { Asker } from './made-once.ts';
import { idMadeBy } from './made-once.ts';
import type { Parts } from './parts.ts';
import { want } from './record-events.ts';
import { showTask } from './show-task.ts';

export interface TaskEntry {
  readonly kind: TaskKind;
  readonly title: string;
  readonly note: string;
  readonly dueAt: Instant;
  readonly customerId: CustomerId | null;
  readonly caseId: CaseId | null;
  readonly callId: CallId | null;
  readonly number: PhoneNumber | null;
}

export type TaskRefusal =
  | 'unknownTask'
  | 'unknownCustomer'
  | 'unknownCase'
  | 'notYourCall'
  | 'notAllowed'
  | 'notPossibleNow'
  | 'wrongNumber'
  | 'changedMeanwhile';

/** TASK-1: a follow-up belongs to whoever makes it, and to the call, the case and the customer it is about. */
export async function createTask(
  parts: Parts,
  asker: Asker,
  entry: TaskEntry,
): Promise<Result<{ taskId: TaskId }, TaskRefusal>> {
  const faulty = await faultIn(parts, asker.agentId, entry);
  if (faulty !== null) return refuse(faulty);
  const taskId = idMadeBy(parts.secrets, asker, 'task');
  const task = newTask({
    ...entry,
    taskId,
    ownerId: asker.agentId,
    madeBy: asker.agentId,
    createdAt: parts.clock.now(),
  });
  const written = await parts.journal.write({ changes: [{ put: 'task', task }] });
  // a conflict is the same command once more
  if (!written.ok) return ok({ taskId });
  await showTask(parts, task);
  const live = entry.callId === null ? undefined : parts.floor.calls.get(entry.callId);
  if (live) await want(parts, live, { do: 'linkTask', taskId });
  return ok({ taskId });
}

export interface TaskEdit {
  readonly taskId: TaskId;
  readonly version: number;
  readonly entry: TaskEntry;
}

/** TASK-2: an open task may be changed by its owner or somebody in charge, on the version they saw. */
export async function changeTask(
  parts: Parts,
  agentId: AgentId,
  edit: TaskEdit,
): Promise<Result<void, TaskRefusal>> {
  const found = await openTask(parts, agentId, edit.taskId);
  if (!found.ok) return found;
  if (found.value.version !== edit.version) return refuse('changedMeanwhile');
  const faulty = await faultIn(parts, found.value.ownerId ?? agentId, edit.entry);
  if (faulty !== null) return refuse(faulty);
  return keep(parts, { ...found.value, ...edit.entry, version: edit.version + 1 });
}

export interface Finish {
  readonly taskId: TaskId;
  readonly how: 'done' | 'cancelled';
  readonly note: string;
}

/** TASK-3: finished once; finishing it again the same way changes nothing. */
export async function finishTask(
  parts: Parts,
  agentId: AgentId,
  finish: Finish,
): Promise<Result<void, TaskRefusal>> {
  const before = await parts.store.task(finish.taskId);
  if (before?.state === finish.how && before.ownerId === agentId) return ok(undefined);
  const found = await openTask(parts, agentId, finish.taskId);
  if (!found.ok) return found;
  const { note } = found.value;
  return keep(parts, {
    ...found.value,
    state: finish.how,
    note: [note, finish.note].filter((text) => text !== '').join('\n'),
    finishedAt: parts.clock.now(),
    version: found.value.version + 1,
  });
}

async function openTask(parts: Parts, agentId: AgentId, taskId: TaskId): Promise<Result<Task, TaskRefusal>> {
  const task = await parts.store.task(taskId);
  if (task === null) return refuse('unknownTask');
  if (task.ownerId !== agentId && !isInCharge(parts, agentId)) return refuse('notAllowed');
  return task.state === 'open' ? ok(task) : refuse('notPossibleNow');
}

async function keep(parts: Parts, task: Task): Promise<Result<void, TaskRefusal>> {
  const written = await parts.journal.write({ changes: [{ put: 'task', task }] });
  if (!written.ok) return refuse('changedMeanwhile');
  await showTask(parts, task);
  return ok(undefined);
}

/** What a task is about must exist, and its call be the owner's own. */
async function faultIn(parts: Parts, agentId: AgentId, entry: TaskEntry): Promise<TaskRefusal | null> {
  const { store, numbering, centre } = parts;
  if (entry.number !== null && numbering.parse(entry.number, centre.region) === null) return 'wrongNumber';
  if (entry.customerId !== null && (await store.customer(entry.customerId)) === null)
    return 'unknownCustomer';
  if (entry.caseId !== null && (await store.case(entry.caseId)) === null) return 'unknownCase';
  if (entry.callId !== null && !(await contactBelongsTo(parts, agentId, entry.callId))) return 'notYourCall';
  return null;
}
