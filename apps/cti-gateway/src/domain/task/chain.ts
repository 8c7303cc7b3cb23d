import type { TaskId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { hours } from '@ringside/shared/model/instant';
import type { Task } from './task.ts';

/** What a task waits for; null: nothing, or nobody knows it any more. */
export type EarlierOf = (taskId: TaskId) => Promise<TaskId | null>;

/** TASK-8: whether a task would wait for itself, by way of others, if it came after that one. */
export async function wouldCircle(taskId: TaskId, after: TaskId, earlierOf: EarlierOf): Promise<boolean> {
  const seen = new Set<TaskId>();
  for (let one: TaskId | null = after; one !== null && !seen.has(one); one = await earlierOf(one)) {
    if (one === taskId) return true;
    seen.add(one);
  }
  return false;
}

/** What may be left at least for a task whose time went by while it waited. */
const atLeast = hours(1);

/**
 * TASK-8: the earlier one is finished, this one begins. Where its time has gone by meanwhile it is moved on and keeps the
 * time between both.
 */
export function begun(task: Task, earlier: Pick<Task, 'dueAt'>, now: Instant): Task {
  const fresh = { ...task, waiting: false, version: task.version + 1 };
  if (task.dueAt > now) return fresh;
  const by = now + Math.max(atLeast, task.dueAt - earlier.dueAt) - task.dueAt;
  const moved = (at: Instant | null): Instant | null => (at === null ? null : at + by);
  return { ...fresh, dueAt: task.dueAt + by, from: moved(task.from), remindAt: moved(task.remindAt) };
}
