import type { TaskId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { newTask } from './new-task.ts';
import type { Series } from './repeat.ts';
import { dueNext, instantOf, wallAt } from './repeat.ts';
import type { Task } from './task.ts';

type Days = Pick<Series, 'timeZone' | 'isWorkday'>;

/**
 * TASK-9: the next task of a series, due after this one and after now: what was missed while nobody looked is one task,
 * not many. Window, reminder and checklist come along; null: it does not repeat.
 */
export function nextOfSeries(task: Task, taskId: TaskId, now: Instant, days: Days): Task | null {
  const { repeat, firstDueAt } = task;
  if (repeat === null) return null;
  const first = firstDueAt ?? task.dueAt;
  const dueAt = dueNext({ repeat, firstDueAt: first, ...days }, Math.max(now, task.dueAt));
  const along = (at: Instant | null): Instant | null =>
    at && movedAlong(at, task.dueAt, dueAt, days.timeZone);
  const { kind, title, note, ownerId, familyId, customerId, caseId, callId, number, madeBy } = task;
  return newTask({
    ...{ taskId, kind, title, note, ownerId, familyId, customerId, caseId, callId, number, madeBy, repeat },
    createdAt: now,
    dueAt,
    firstDueAt: first,
    from: along(task.from),
    remindAt: along(task.remindAt),
    checklist: task.checklist.map(({ text }) => ({ text, done: false })),
  });
}

/** As many days before the due day as it was, at the same time on the wall. */
function movedAlong(at: Instant, dueBefore: Instant, dueAfter: Instant, timeZone: string): Instant {
  const [wall, before, after] = [at, dueBefore, dueAfter].map((one) => wallAt(one, timeZone));
  if (wall === undefined || before === undefined || after === undefined) return at;
  return Math.min(
    dueAfter,
    instantOf({ day: after.day - (before.day - wall.day), time: wall.time }, timeZone),
  );
}
