import type { AgentId, TaskId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { newTask } from '../../domain/task/new-task.ts';
import type { Task } from '../../domain/task/task.ts';
import { notRung } from '../../domain/task/task.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { want } from '../record-events.ts';
import { alterTask, writeTask } from './alter-task.ts';
import type { TaskEntry, TaskFault } from './check-task.ts';
import { faultInTask } from './check-task.ts';
import { mayWorkOn } from './may-work-on.ts';
import { noteTo } from './tell-of-task.ts';
import { stopRinging } from './ring-task.ts';

export type TaskRefusal = TaskFault | 'unknownTask' | 'notAllowed' | 'notPossibleNow' | 'changedMeanwhile';

/** Changes to what waits for what come one after the other: two at once could make a circle. */
const chains = 'task chains';

/** TASK-1: a follow-up belongs to who makes it, where no other person or team is named. */
export function createTask(
  parts: Parts,
  asker: Asker,
  entry: TaskEntry,
): Promise<Result<{ taskId: TaskId }, TaskRefusal>> {
  return parts.inTurn(chains, async () => {
    const faulty = await faultInTask(parts, asker.agentId, entry, null);
    if (faulty !== null) return refuse(faulty);
    const taskId = idMadeBy(parts.secrets, asker, 'task');
    const { agentId } = asker;
    const task = newTask({
      ...entry,
      ...(await waits(parts, entry)),
      taskId,
      ownerId: ownerOf(entry, agentId),
      madeBy: agentId,
      createdAt: parts.clock.now(),
    });
    // a conflict is the same command once more
    if (!(await writeTask(parts, asker, null, { task, what: 'taskMade' }))) return ok({ taskId });
    if (task.ownerId !== agentId) await noteTo(parts, task, { why: 'given', to: 'owner' });
    const live = entry.callId === null ? undefined : parts.floor.calls.get(entry.callId);
    if (live) await want(parts, live, { do: 'linkTask', taskId });
    return ok({ taskId });
  });
}

const ownerOf = ({ ownerId, familyId }: TaskEntry, maker: AgentId): AgentId | null =>
  ownerId === null && familyId === null ? maker : ownerId;

async function waits({ store }: Parts, { after }: TaskEntry): Promise<Pick<Task, 'waiting'>> {
  return { waiting: after !== null && (await store.task(after))?.state === 'open' };
}

export interface TaskEdit {
  readonly taskId: TaskId;
  readonly version: number;
  readonly entry: TaskEntry;
}

/** TASK-2: an open task may be changed by who may work on it, on the version they saw. */
export function changeTask(parts: Parts, asker: Asker, edit: TaskEdit): Promise<Result<Task, TaskRefusal>> {
  const { taskId, version, entry } = edit;
  return parts.inTurn(chains, async () => {
    let owner: AgentId | null = null;
    const changed = await alterTask<TaskRefusal>(parts, asker, taskId, async (task) => {
      if (!mayWorkOn(parts, asker.agentId, task)) return refuse('notAllowed');
      if (task.state !== 'open') return refuse('notPossibleNow');
      if (task.version !== version) return refuse('changedMeanwhile');
      const faulty = await faultInTask(parts, asker.agentId, entry, task);
      if (faulty !== null) return refuse(faulty);
      stopRinging(parts, task);
      owner = task.ownerId;
      const edited = { ...task, ...entry, ...(await waits(parts, entry)), version: version + 1 };
      const ownerId = ownerOf(entry, task.ownerId ?? asker.agentId);
      return ok({ task: { ...edited, ownerId, ...afresh(task, edited) }, what: 'taskChanged' });
    });
    if (changed.ok && changed.value.ownerId !== owner && changed.value.ownerId !== asker.agentId)
      await noteTo(parts, changed.value, { why: 'given', to: 'owner' });
    return changed;
  });
}

/** Another time begins anew: nobody has been reminded, rung or told of it, and it is put off no more. */
export function afresh(before: Task, after: Task): Partial<Task> {
  const isOtherTime = before.dueAt !== after.dueAt || before.from !== after.from;
  const isOtherCall = isOtherTime || before.number !== after.number || before.ownerId !== after.ownerId;
  return {
    remindedAt: before.remindAt === after.remindAt ? after.remindedAt : null,
    ...(isOtherTime ? { snoozed: null, timesEscalated: 0 } : {}),
    ...(isOtherCall || before.ringing.callId !== null ? { ringing: notRung } : {}),
    firstDueAt: after.repeat === null ? null : isOtherTime ? after.dueAt : (before.firstDueAt ?? after.dueAt),
  };
}
