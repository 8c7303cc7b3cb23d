import type { TaskId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { SnoozeRefusal, SnoozeResults } from '@ringside/shared/protocol/task-work';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { isSnoozeTime, snoozeTask } from './hand-on-task.ts';
import type { TaskRefusal } from './make-task.ts';

export interface SnoozeMany {
  readonly taskIds: readonly TaskId[];
  readonly until: Instant;
  readonly reason: string;
}

/** TASK-21: each by itself, with the same reason: what was put off stays so, and of each the desk is told whether. */
export async function snoozeMany(
  parts: Parts,
  asker: Asker,
  { taskIds, until, reason }: SnoozeMany,
): Promise<Result<SnoozeResults, 'dueInThePast'>> {
  if (!isSnoozeTime(until, parts.clock.now())) return refuse('dueInThePast');
  const results: SnoozeResults = [];
  for (const taskId of new Set(taskIds)) {
    const snoozed = await snoozeTask(parts, asker, { taskId, until, reason });
    const task = snoozed.ok ? snoozed.value : await parts.store.task(taskId);
    const refusal = snoozed.ok ? null : refusalOf(snoozed.refusal);
    results.push({ taskId, title: task?.title ?? '', refusal });
  }
  return ok(results);
}

/** What else may refuse is about times, and that of all of them has been looked at. */
const told: Partial<Record<TaskRefusal, SnoozeRefusal>> = {
  unknownTask: 'unknownTask',
  notAllowed: 'notAllowed',
  notPossibleNow: 'notPossibleNow',
  changedMeanwhile: 'changedMeanwhile',
};
const refusalOf = (refusal: TaskRefusal): SnoozeRefusal => told[refusal] ?? 'notPossibleNow';
