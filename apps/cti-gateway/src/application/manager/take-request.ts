import type { ManagerRequestId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import { actsOnRequest, taken } from '../../domain/manager/see-to-request.ts';
import { caseEntry } from '../case/case-entry.ts';
import { touchCase } from '../case/touch-case.ts';
import { problem } from '../desk-problem.ts';
import { agentName } from '../floor.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { audit } from '../sign-in.ts';
import { showTask } from '../tasks/show-task.ts';
import { callBackOf, newCallBack, ringTaker, stopCallBack } from './call-back.ts';
import { requestPerson } from './request-view.ts';
import { tellOfRequest } from './tell-of-request.ts';

/** NOTE-5: one person takes it; the call back becomes theirs and rings them. Taking again what is theirs rings them again. */
export function takeRequest(
  parts: Parts,
  asker: Asker,
  { requestId, version }: { readonly requestId: ManagerRequestId; readonly version: number },
): Promise<Result<null, Problem>> {
  return parts.inTurn(`manager request ${requestId}`, async () => {
    const request = await parts.store.managerRequest(requestId);
    if (request === null) return refuse(problem('unknownRequest'));
    const isTheirs = request.state === 'taken' && request.takenBy === asker.agentId;
    if (!isTheirs) {
      const against = standsAgainst(parts, asker, request, version);
      if (against !== null) return refuse(against);
      const done = await takeIt(parts, asker, request);
      if (!done.ok) return done;
    }
    await ringTaker(parts, asker, callBackOf(parts, request));
    return ok(null);
  });
}

function standsAgainst(
  parts: Parts,
  { agentId }: Asker,
  request: ManagerRequest,
  version: number,
): Problem | null {
  if (request.takenBy !== null)
    return { ...problem('someoneWasFirst'), by: agentName(parts.floor, request.takenBy) };
  if (!actsOnRequest(request, requestPerson(parts, agentId)).includes('take'))
    return problem('notPossibleNow');
  return request.version === version ? null : problem('changedMeanwhile');
}

async function takeIt(parts: Parts, asker: Asker, request: ManagerRequest): Promise<Result<null, Problem>> {
  const { agentId } = asker;
  const made = await newCallBack(parts, asker, request);
  const one = request.caseId === null ? null : await parts.store.case(request.caseId);
  const after = {
    ...taken(request, agentId, parts.clock.now()),
    taskId: request.taskId ?? made?.taskId ?? null,
  };
  const written = await parts.journal.write({
    changes: [
      { put: 'managerRequest', request: after },
      ...(made === null ? [] : [{ put: 'task', task: made } as const]),
      ...(one === null ? [] : [caseEntry(parts, asker, { of: one, what: 'managerTook', text: '' })]),
    ],
  });
  if (!written.ok) return refuse(problem('changedMeanwhile'));
  audit(parts, agentId, 'manager.taken', request.requestId, {});
  await stopCallBack(parts, callBackOf(parts, request), agentId);
  if (made !== null) await showTask(parts, made);
  if (one !== null) await touchCase(parts, one);
  await tellOfRequest(parts, after);
  return ok(null);
}
