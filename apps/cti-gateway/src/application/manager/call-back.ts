import type { AgentId, TaskId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { ok } from '@ringside/shared/model/result';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import { newTask } from '../../domain/task/new-task.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { alterTask } from '../tasks/alter-task.ts';
import { finishTask } from '../tasks/finish-task.ts';
import { callOfTask, ringTask, stopRinging } from '../tasks/ring-task.ts';
import { requestViews } from './request-view.ts';
import { followUpTitles } from '../task-in-turn.ts';

/** The task by which a request is called back; for one that never had any, the one that whoever takes it gets. */
export const callBackOf = ({ secrets }: Parts, { requestId, taskId }: ManagerRequest): TaskId =>
  taskId ?? asId<'task'>(secrets.sha256Hex(`call back of ${requestId}`).slice(0, 32));

/** NOTE-5: of a request that nobody promised to call back, where there is a number to call. */
export async function newCallBack(
  parts: Parts,
  { agentId }: Asker,
  request: ManagerRequest,
): Promise<Task | null> {
  const [view] = await requestViews(parts, [request], agentId);
  if (request.taskId !== null || view === undefined || view.number === null) return null;
  const { customerId, caseId, callId, note } = request;
  const now = parts.clock.now();
  const rota = parts.rota.rota(request.rotaId);
  return newTask({
    ...{ taskId: callBackOf(parts, request), customerId, caseId, callId, note },
    kind: 'callBack',
    // titles go into e-mails and calendars, where customers have no names
    title: titleFor(parts, agentId),
    dueAt: now + (rota?.promiseWithin ?? 0),
    number: view.number,
    ownerId: agentId,
    madeBy: agentId,
    createdAt: now,
  });
}

const titleFor = ({ floor }: Parts, agentId: Asker['agentId']): string =>
  followUpTitles.wantsManager[floor.agents.get(agentId)?.agent.language ?? 'en'];

/** NOTE-5: it is theirs from now on, and rings them as soon as they are free. */
export async function ringTaker(parts: Parts, asker: Asker, taskId: TaskId): Promise<void> {
  await alterTask(parts, asker, taskId, async (task) => {
    if (task.state !== 'open' || callOfTask(parts, taskId) !== null) return ok({ task, what: null });
    const mine: Task = { ...task, ownerId: asker.agentId, waiting: false, version: task.version + 1 };
    const callId = await ringTask(parts, mine);
    const { ringing } = task;
    const rung = callId === null ? ringing : { ...ringing, times: ringing.times + 1, again: null, callId };
    return ok({ task: { ...mine, ringing: rung }, what: 'taskChanged' });
  });
}

/** It rings who had it no more. */
export async function stopCallBack(parts: Parts, taskId: TaskId, agentId: AgentId): Promise<void> {
  const task = await parts.store.task(taskId);
  if (task !== null && task.ownerId !== agentId) stopRinging(parts, task);
}

/** What was promised is done once somebody said what came of it. */
export async function finishCallBack(parts: Parts, asker: Asker, request: ManagerRequest): Promise<void> {
  const taskId = callBackOf(parts, request);
  const task = await parts.store.task(taskId);
  if (task === null || task.state !== 'open') return;
  await finishTask(parts, asker, { taskId, how: 'done', note: '' });
}
