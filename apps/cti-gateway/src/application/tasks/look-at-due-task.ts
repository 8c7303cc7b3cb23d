import type { TaskId } from '@ringside/shared/model/ids';
import { ok } from '@ringside/shared/model/result';
import type { TaskLook } from '../../domain/task/look-at-task.ts';
import { lookAtTask } from '../../domain/task/look-at-task.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Parts } from '../parts.ts';
import { alterTask } from './alter-task.ts';
import { followingOf } from './finish-task.ts';
import { callOfTask, ringTask } from './ring-task.ts';
import { showTask } from './show-task.ts';
import { noteTo } from './tell-of-task.ts';

/** TASK-12: its time has come. */
export function lookAtDueTask(parts: Parts, taskId: TaskId): void {
  look(parts, taskId).catch((cause: unknown) =>
    parts.log.error('a task could not be looked at', { taskId, cause: String(cause) }),
  );
}

async function look(parts: Parts, taskId: TaskId): Promise<void> {
  const followed: Followed[] = [];
  const looked = await alterTask(parts, null, taskId, async (task) => {
    const seen = lookAtTask(withoutLostCall(parts, task), parts.clock.now());
    if (seen.task === task) return ok({ task, what: null });
    const next = seen.repeats ? followingOf(parts, task) : null;
    const ringing = seen.rings ? await rung(parts, seen.task) : seen.task.ringing;
    followed.push({ next, notices: seen.notices });
    return ok({
      task: { ...seen.task, ringing, nextId: next?.taskId ?? seen.task.nextId },
      what: seen.notices.some(({ why }) => why === 'late') ? 'taskLate' : null,
      with: next === null ? [] : [{ put: 'task', task: next }],
    });
  });
  if (!looked.ok) return;
  for (const { next, notices } of followed) {
    if (next !== null) await showTask(parts, next);
    for (const notice of notices) await noteTo(parts, looked.value, notice);
  }
}

interface Followed {
  readonly next: Task | null;
  readonly notices: TaskLook['notices'];
}

/** A call that went with the gateway is rung no more. */
function withoutLostCall(parts: Parts, task: Task): Task {
  const { ringing } = task;
  if (ringing.callId === null || callOfTask(parts, task.taskId) !== null) return task;
  return { ...task, ringing: { ...ringing, callId: null } };
}

async function rung(parts: Parts, task: Task): Promise<Task['ringing']> {
  const { times, passed } = task.ringing;
  const callId = await ringTask(parts, task);
  return { times: times + 1, passed, again: null, callId };
}
