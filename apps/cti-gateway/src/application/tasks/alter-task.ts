import type { CaseHappening } from '@ringside/shared/model/case-happening';
import type { TaskId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Task } from '../../domain/task/task.ts';
import type { Change } from '../../ports/store.ts';
import { caseEntry } from '../case/case-entry.ts';
import { touchCase } from '../case/touch-case.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { showTask } from './show-task.ts';

/** What becomes of a task, and how its case's history calls that; null: nothing to tell. */
export interface Altered {
  readonly task: Task;
  readonly what: CaseHappening | null;
  readonly text?: string;
  /** written in the same commit */
  readonly with?: readonly Change[];
}

/**
 * Changes a task as it is now; two who want that at once come one after the other, so that the second sees what the first
 * did. `by` null: the gateway itself. A decision that gives the task as it was writes nothing.
 */
export function alterTask<Refused extends string>(
  parts: Parts,
  by: Asker | null,
  taskId: TaskId,
  decide: (task: Task) => Promise<Result<Altered, Refused>> | Result<Altered, Refused>,
): Promise<Result<Task, Refused | 'unknownTask' | 'changedMeanwhile'>> {
  return parts.inTurn(`task ${taskId}`, async () => {
    const before = await parts.store.task(taskId);
    if (before === null) return refuse('unknownTask');
    const decided = await decide(before);
    if (!decided.ok) return decided;
    const { task } = decided.value;
    if (task === before) return ok(task);
    const written = await writeTask(parts, by, before, decided.value);
    return written ? ok(task) : refuse('changedMeanwhile');
  });
}

/** TASK-16: a task and the line of its case's history go into one commit. False: somebody else's change came first. */
export async function writeTask(
  parts: Parts,
  by: Asker | null,
  before: Task | null,
  { task, what, text = task.title, with: others = [] }: Altered,
): Promise<boolean> {
  const one = task.caseId === null ? null : await parts.store.case(task.caseId);
  const told = one === null || what === null ? [] : [caseEntry(parts, by, { of: one, what, text })];
  const written = await parts.journal.write({ changes: [{ put: 'task', task }, ...told, ...others] });
  if (!written.ok) return false;
  await showTask(parts, task, before);
  if (one !== null) await touchCase(parts, one);
  return true;
}
