import type { TaskId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { minutes, seconds } from '@ringside/shared/model/instant';
import type { Task } from '../../domain/task/task.ts';
import { nextLook } from '../../domain/task/task-times.ts';
import type { Parts } from '../parts.ts';

/** When one task is looked at, and when those are read whose time comes soon. The task's own row is what survives a restart. */
export type TaskDeadline =
  | { readonly look: 'task'; readonly taskId: TaskId }
  | { readonly look: 'soonTasks' };

/** A million tasks stay in the store; only those of the next minutes are kept in mind. */
const ahead = minutes(10);
const readEvery = minutes(5);
const readOnAfter = seconds(5);
const readAtOnce = 2_000;

const keyOf = (taskId: TaskId): string => `task ${taskId}`;

/** Keeps in mind when a task is looked at, where that is soon. */
export function watchTask(parts: Parts, task: Task): void {
  const at = nextLook(task);
  if (at === null || at > parts.clock.now() + ahead) parts.deadlines.unwatch(keyOf(task.taskId));
  else watchAt(parts, task.taskId, at);
}

function watchAt({ deadlines }: Parts, taskId: TaskId, at: Instant): void {
  const body: TaskDeadline = { look: 'task', taskId };
  deadlines.watch({ key: keyOf(taskId), at, body });
}

/** TASK-12: reads whose time comes soon or has gone by, and goes on doing so. */
export function watchTasks(parts: Parts): void {
  readSoon(parts).catch((cause: unknown) => {
    parts.log.warn('tasks could not be read; what is due waits', { cause: String(cause) });
    readAgain(parts, readEvery);
  });
}

async function readSoon(parts: Parts): Promise<void> {
  const until = parts.clock.now() + ahead;
  const soon = await parts.store.tasksToLookAt(until, readAtOnce);
  for (const { taskId, at } of soon) watchAt(parts, taskId, at);
  // more than fit: those that were read are looked at first, then the rest is read
  readAgain(parts, soon.length < readAtOnce ? readEvery : readOnAfter);
}

function readAgain({ deadlines, clock }: Parts, after: number): void {
  const body: TaskDeadline = { look: 'soonTasks' };
  deadlines.watch({ key: 'soonTasks', at: clock.now() + after, body });
}
