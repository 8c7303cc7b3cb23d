import type { CaseFile } from '@ringside/shared/protocol/case';
import type { Case, CustomerPromise } from '../../domain/case/case.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Parts } from '../parts.ts';
import { agentName } from '../floor.ts';
import { caseView } from './case-view.ts';

/** A case with its calls, its tasks and what happened to it, first to last. */
export async function caseFile(parts: Parts, one: Case): Promise<CaseFile> {
  const { store, floor } = parts;
  const [customer, promises, tasks, calls] = await Promise.all([
    one.customerId === null ? null : store.customer(one.customerId),
    store.promisesOfCase(one.caseId),
    store.tasksOfCase(one.caseId),
    Promise.all(one.callIds.map((callId) => store.call(callId))),
  ]);
  return {
    case: caseView(floor, one, customer?.name.written ?? '', promises),
    whatHappened: one.whatHappened,
    remedyWanted: one.remedyWanted,
    feeling: one.feeling,
    apologyGiven: one.apologyGiven,
    commitment: one.commitment,
    calls: calls.flatMap((call) =>
      call === null
        ? []
        : [
            {
              callId: call.callId,
              at: call.arrivedAt,
              agentName: call.agentId === null ? null : agentName(floor, call.agentId),
            },
          ],
    ),
    history: historyOf(parts, one, promises, tasks),
    tasks: tasks.map(({ taskId, title, dueAt, state }) => ({ taskId, title, dueAt, state })),
    version: one.version,
  };
}

type Happening = CaseFile['history'][number];

function historyOf(
  { floor }: Parts,
  one: Case,
  promises: readonly CustomerPromise[],
  tasks: readonly Task[],
): Happening[] {
  const by = (agentId: Case['ownerId']): string => (agentId === null ? '' : agentName(floor, agentId));
  const opened: Happening = {
    at: one.openedAt,
    who: by(one.openedBy),
    what: 'opened',
    detail: one.reference,
  };
  const closed: Happening[] =
    one.closedAt === null ? [] : [{ at: one.closedAt, who: by(one.ownerId), what: 'closed', detail: '' }];
  return [
    opened,
    ...promises.flatMap(({ madeAt, keptAt, ownerId, what: detail }) => [
      { at: madeAt, who: by(ownerId), what: 'promised', detail },
      ...(keptAt === null ? [] : [{ at: keptAt, who: by(ownerId), what: 'promiseKept', detail }]),
    ]),
    ...tasks.flatMap(({ createdAt, finishedAt, ownerId, title: detail, state }) => [
      { at: createdAt, who: by(ownerId), what: 'taskMade', detail },
      ...(finishedAt === null
        ? []
        : [
            {
              at: finishedAt,
              who: by(ownerId),
              what: state === 'done' ? 'taskDone' : 'taskCancelled',
              detail,
            },
          ]),
    ]),
    ...closed,
  ].sort((a, b) => a.at - b.at);
}
