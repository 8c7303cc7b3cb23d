import type { AgentId, RotaId } from '@ringside/shared/model/ids';
import type { CustomerPromise } from '../../domain/case/case.ts';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import type { Task } from '../../domain/task/task.ts';
import { followUpOf } from '../manager/request-view.ts';
import type { Parts } from '../parts.ts';

/** A request for a manager with what of it is still to be done. */
export interface OpenRequest {
  readonly request: ManagerRequest;
  readonly promise: CustomerPromise | null;
  readonly tasks: readonly Task[];
}

/** so many of a person's closed requests are looked through for promises */
const mostClosed = 200;

/** RNOTE-5: what a rota has open: requests that wait or were taken, and closed ones whose promise these people have not kept. */
export async function openOfRota(
  parts: Parts,
  rotaId: RotaId,
  people: readonly AgentId[],
): Promise<readonly OpenRequest[]> {
  const [open, ...closed] = await Promise.all([
    parts.store.openManagerRequests(),
    ...people.map((agentId) => parts.store.managerRequestsTakenBy(agentId, mostClosed)),
  ]);
  const requests = [...open, ...closed.flat()].filter(
    (request) => request.rotaId === rotaId && request.state !== 'asked',
  );
  const all = await Promise.all(requests.map((request) => withRest(parts, request)));
  return all.filter(
    ({ request, promise, tasks }) =>
      request.closedAt === null || tasks.length > 0 || (promise !== null && people.includes(promise.ownerId)),
  );
}

async function withRest(parts: Parts, request: ManagerRequest): Promise<OpenRequest> {
  const { store } = parts;
  const { promiseId, taskId } = request;
  const promise = promiseId === null ? null : await store.promise(promiseId);
  const ids = [...(taskId === null ? [] : [taskId]), followUpOf(parts, request)];
  const tasks = await Promise.all(ids.map((id) => store.task(id)));
  return {
    request,
    promise: promise?.keptAt === null ? promise : null,
    tasks: tasks.filter((task) => task?.state === 'open').filter((task) => task !== null),
  };
}
