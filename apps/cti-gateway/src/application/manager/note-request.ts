import type { ManagerRequestId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Case, CustomerPromise } from '../../domain/case/case.ts';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import type { RequestNote } from '../../domain/manager/see-to-request.ts';
import { actsOnRequest, isNotedSo, noted } from '../../domain/manager/see-to-request.ts';
import { newTask } from '../../domain/task/new-task.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Change } from '../../ports/store.ts';
import { caseEntry } from '../case/case-entry.ts';
import { touchCase } from '../case/touch-case.ts';
import { problem } from '../desk-problem.ts';
import { agentName } from '../floor.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { audit } from '../sign-in.ts';
import { showTask } from '../tasks/show-task.ts';
import { promiseView } from '../views/case-view.ts';
import { finishCallBack } from './call-back.ts';
import { followUpOf, requestPerson, requestViews } from './request-view.ts';
import { tellOfRequest } from './tell-of-request.ts';

export interface NoteEntry extends RequestNote {
  readonly requestId: ManagerRequestId;
  readonly version: number;
}

/** NOTE-3: what came of it, what was promised and the history of its case are written together or not at all. */
export function noteRequest(
  parts: Parts,
  asker: Asker,
  entry: NoteEntry,
  via: 'desk' | 'phone',
): Promise<Result<null, Problem>> {
  return parts.inTurn(`manager request ${entry.requestId}`, async () => {
    const request = await parts.store.managerRequest(entry.requestId);
    if (request === null) return refuse(problem('unknownRequest'));
    if (isNotedSo(request, entry)) {
      // a gateway that was killed after the commit has not come to this
      if (entry.outcome !== 'notReached') await finishCallBack(parts, asker, request);
      return ok(null);
    }
    const against = standsAgainst(parts, asker, request, entry);
    if (against !== null) return refuse(against);
    const scene = await sceneOf(parts, asker, request, entry, via);
    const written = await parts.journal.write({ changes: changesOf(parts, asker, scene) });
    if (!written.ok) return refuse(problem('changedMeanwhile'));
    audit(parts, asker.agentId, 'manager.noted', request.requestId, { via, outcome: entry.outcome });
    await show(parts, scene);
    if (entry.outcome !== 'notReached') await finishCallBack(parts, asker, scene.after);
    return ok(null);
  });
}

function standsAgainst(
  parts: Parts,
  { agentId }: Asker,
  request: ManagerRequest,
  { version, category, promise }: NoteEntry,
): Problem | null {
  const by = request.takenBy === null ? {} : { by: agentName(parts.floor, request.takenBy) };
  if (request.state === 'closed') return { ...problem('changedMeanwhile'), ...by };
  if (!actsOnRequest(request, requestPerson(parts, agentId)).includes('note'))
    return problem(request.state === 'taken' ? 'notAllowed' : 'notPossibleNow');
  if (request.version !== version) return { ...problem('changedMeanwhile'), ...by };
  if (category !== null && !parts.centre.categories.some((item) => item.category === category))
    return problem('unknownCategory');
  if (promise !== null && promise.dueAt <= parts.clock.now()) return problem('badMessage', 'promise.dueAt');
  return null;
}

interface Scene {
  readonly after: ManagerRequest;
  readonly one: Case | null;
  /** the call back that was promised, where they have had it now */
  readonly kept: CustomerPromise | null;
  readonly promised: { readonly promise: CustomerPromise; readonly task: Task } | null;
}

async function sceneOf(
  parts: Parts,
  asker: Asker,
  request: ManagerRequest,
  entry: NoteEntry,
  via: 'desk' | 'phone',
): Promise<Scene> {
  const one = request.caseId === null ? null : await parts.store.case(request.caseId);
  const promised = await promisedIn(parts, asker, request, entry);
  const by = { agentId: asker.agentId, promiseId: promised?.promise.promiseId ?? null, via };
  const now = parts.clock.now();
  const calledBack = entry.outcome === 'notReached' ? null : await promiseOf(parts, request);
  const kept = calledBack === null ? null : { ...calledBack, keptAt: calledBack.keptAt ?? now };
  return { after: noted(request, entry, by, now), one, kept, promised };
}

const promiseOf = ({ store }: Parts, { promiseId }: ManagerRequest): Promise<CustomerPromise | null> =>
  promiseId === null ? Promise.resolve(null) : store.promise(promiseId);

/** NOTE-4: a promise is whoever took the call keeps, and a task that reminds of it. */
async function promisedIn(
  parts: Parts,
  asker: Asker,
  request: ManagerRequest,
  { promise: said }: NoteEntry,
): Promise<Scene['promised']> {
  if (said === null) return null;
  const [[view], now] = [await requestViews(parts, [request], asker.agentId), parts.clock.now()];
  const { caseId, customerId, callId } = request;
  const ownerId = request.takenBy ?? asker.agentId;
  const about = { caseId, customerId, ownerId, dueAt: said.dueAt };
  const promiseId = idMadeBy(parts.secrets, asker, 'promise');
  const promise: CustomerPromise = { promiseId, ...about, what: said.what, madeAt: now, keptAt: null };
  const taskId = followUpOf(parts, request);
  const made = { madeBy: asker.agentId, createdAt: now };
  const task = newTask({
    ...{ taskId, ...about, ...made, callId },
    kind: 'other',
    title: said.what,
    note: '',
    number: view?.number ?? null,
  });
  return { promise, task };
}

function changesOf(parts: Parts, asker: Asker, { after, one, kept, promised }: Scene): readonly Change[] {
  const entries =
    one === null
      ? []
      : [
          caseEntry(parts, asker, { of: one, what: 'managerNoted', text: after.outcomeNote }),
          ...(promised === null
            ? []
            : [caseEntry(parts, asker, { of: one, what: 'promised', text: promised.promise.what })]),
        ];
  const { promise, task } = promised ?? {};
  return [
    { put: 'managerRequest', request: after },
    ...(kept === null ? [] : [{ put: 'promise', promise: kept } as const]),
    ...(promise === undefined ? [] : [{ put: 'promise', promise } as const]),
    ...(task === undefined ? [] : [{ put: 'task', task } as const]),
    ...entries,
  ];
}

async function show(parts: Parts, { after, one, kept, promised }: Scene): Promise<void> {
  const { desks, floor } = parts;
  if (kept !== null) desks.show(kept.ownerId, { what: 'promise', promise: promiseView(floor, kept) });
  if (promised !== null) {
    const { promise, task } = promised;
    desks.show(promise.ownerId, { what: 'promise', promise: promiseView(floor, promise) });
    await showTask(parts, task);
  }
  if (one !== null) await touchCase(parts, one);
  else if (after.customerId !== null)
    desks.showAll({ what: 'customerChanged', customerId: after.customerId });
  await tellOfRequest(parts, after);
}
