import type { TaskId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { begun } from '../../domain/task/chain.ts';
import { nextOfSeries } from '../../domain/task/next-of-series.ts';
import type { Task } from '../../domain/task/task.ts';
import { notRung } from '../../domain/task/task.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { alterTask } from './alter-task.ts';
import type { TaskRefusal } from './make-task.ts';
import { mayWorkOn } from './may-work-on.ts';
import { stopRinging } from './ring-task.ts';
import { showTask } from './show-task.ts';
import { noteTo } from './tell-of-task.ts';
import { centreDays } from './workdays.ts';

export interface Finish {
  readonly taskId: TaskId;
  readonly how: 'done' | 'cancelled';
  readonly note: string;
}

/** TASK-3: finished once; finishing it again the same way changes nothing. What waits for it begins, and its series goes on. */
export async function finishTask(
  parts: Parts,
  asker: Asker | null,
  finish: Finish,
): Promise<Result<Task, TaskRefusal>> {
  let next: Task | null = null;
  const check = await parts.store.checkOfTask(finish.taskId);
  const asksCustomer = check !== null && check.endedAt === null;
  const finished = await alterTask<TaskRefusal>(parts, asker, finish.taskId, (task) => {
    if (asker !== null && !mayWorkOn(parts, asker.agentId, task)) return refuse('notAllowed');
    if (task.state === finish.how) return ok({ task, what: null });
    if (task.state !== 'open') return refuse('notPossibleNow');
    // whether the customer is satisfied is said, not ticked off (CHECK-5)
    if (asksCustomer) return refuse('notPossibleNow');
    stopRinging(parts, task);
    // who gives a series up wants no more of it
    next = finish.how === 'cancelled' ? null : followingOf(parts, task);
    return ok({
      task: {
        ...task,
        state: finish.how,
        note: [task.note, finish.note].filter((text) => text !== '').join('\n'),
        ringing: notRung,
        nextId: task.nextId ?? next?.taskId ?? null,
        finishedAt: parts.clock.now(),
        version: task.version + 1,
      },
      what: finish.how === 'done' ? 'taskDone' : 'taskCancelled',
      with: next === null ? [] : [{ put: 'task', task: next }],
    });
  });
  if (finished.ok) await goOn(parts, finished.value, next);
  return finished;
}

async function goOn(parts: Parts, finished: Task, next: Task | null): Promise<void> {
  if (next !== null) await showTask(parts, next);
  await beginWhatWaited(parts, finished);
}

/** The next of a series, where there is none yet; its id follows from this one's, so that it is made once. */
export function followingOf(parts: Parts, task: Task): Task | null {
  if (task.nextId !== null) return null;
  const nextId = asId<'task'>(parts.secrets.sha256Hex(`after ${task.taskId}`).slice(0, 32));
  return nextOfSeries(task, nextId, parts.clock.now(), centreDays(parts.centre));
}

/** TASK-8 */
async function beginWhatWaited(parts: Parts, earlier: Task): Promise<void> {
  for (const { taskId } of await parts.store.tasksAfter(earlier.taskId)) {
    const began = await alterTask(parts, null, taskId, (task) =>
      ok({
        task: task.waiting && task.state === 'open' ? begun(task, earlier, parts.clock.now()) : task,
        what: null,
      }),
    );
    if (began.ok && began.value.state === 'open')
      await noteTo(parts, began.value, { why: 'begins', to: 'owner' });
  }
}
