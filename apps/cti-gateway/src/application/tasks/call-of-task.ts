import type { TaskId } from '@ringside/shared/model/ids';
import { ok } from '@ringside/shared/model/result';
import type { Call } from '../../domain/call/call.ts';
import { isOffLine } from '../../domain/call/call.ts';
import type { Task } from '../../domain/task/task.ts';
import { mostRings, ringsAgainAfter, ringsUntil } from '../../domain/task/task-times.ts';
import type { LiveCall } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { follow } from '../record-events.ts';
import { alterTask } from './alter-task.ts';
import { finishTask } from './finish-task.ts';
import { noteTo } from './tell-of-task.ts';

type Known = Exclude<Call, { state: 'none' }>;

/** TASK-14: its owner let it pass: this call is over, and the task rings again later. */
export function taskCallWaits(parts: Parts, live: LiveCall): void {
  const { call } = live;
  if (call.state !== 'queued' || call.taskId === null || !isOffLine(call)) return;
  const owner = call.callback?.onlyFor ?? null;
  if (owner !== null && call.passedOver.includes(owner)) follow(parts, live, { do: 'giveUpCallback' });
}

/** TASK-14, TASK-15: what became of the call shows what becomes of the task. */
export function taskCallOver(parts: Parts, { call }: LiveCall): void {
  if (call.state !== 'ended' || call.taskId === null) return;
  const { taskId } = call;
  settle(parts, taskId, call).catch((cause: unknown) =>
    parts.log.error('a task could not follow its call', { taskId, cause: String(cause) }),
  );
}

async function settle(
  parts: Parts,
  taskId: TaskId,
  call: Known & { readonly state: 'ended' },
): Promise<void> {
  const isSettled = call.outcome === 'handled' && call.closing?.resolved !== false;
  const task = await parts.store.task(taskId);
  if (task === null || task.state !== 'open') return;
  if (isSettled && task.checklist.every(({ done }) => done)) {
    await finishTask(parts, null, { taskId, how: 'done', note: '' });
    return;
  }
  if (call.callback !== null) await noteWhatCame(parts, taskId, call);
}

/** Nobody was dialled: its owner let it pass, or was not free in time. Otherwise the customer was tried. */
async function noteWhatCame(parts: Parts, taskId: TaskId, call: Known): Promise<void> {
  const wasDialled = (call.callback?.tried ?? 0) > 0 || call.answeredAt !== null;
  const noted = await alterTask(parts, null, taskId, (task) =>
    ok({
      task: task.ringing.callId === call.callId ? afterRing(task, wasDialled, parts.clock.now()) : task,
      what: null,
    }),
  );
  if (noted.ok && !wasDialled && noted.value.ringing.passed === mostRings)
    await noteTo(parts, noted.value, { why: 'notTaken', to: 'inCharge' });
}

function afterRing(task: Task, wasDialled: boolean, now: number): Task {
  const { times } = task.ringing;
  const passed = task.ringing.passed + (wasDialled ? 0 : 1);
  const again = now + ringsAgainAfter;
  const ringsOn = !wasDialled && passed < mostRings && again < ringsUntil(task);
  return {
    ...task,
    ringing: { times, passed, again: ringsOn ? again : null, callId: null },
    version: task.version + 1,
  };
}
