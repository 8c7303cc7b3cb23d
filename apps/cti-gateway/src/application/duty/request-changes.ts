import type { CallId, CaseId, TaskId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { LocalText } from '@ringside/shared/model/language';
import type { Call } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/call-event.ts';
import type { CustomerPromise } from '../../domain/case/case.ts';
import { isPhoneStation } from '../../domain/duty/phone-station.ts';
import { requestAfter } from '../../domain/duty/request-of-call.ts';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Change } from '../../ports/store.ts';
import { touchCase } from '../case/touch-case.ts';
import { popLinkFor } from '../manager/pop-link.ts';
import { tellOfRequest } from '../manager/tell-of-request.ts';
import type { Parts } from '../parts.ts';
import { followUpTask } from '../task-in-turn.ts';
import { showTask } from '../tasks/show-task.ts';
import { promiseView } from '../views/case-view.ts';
import { rotaOfQueue } from './duty-queue.ts';
import { whoCallsBack } from './who-calls-back.ts';

type Known = Exclude<Call, { state: 'none' }>;

interface Step {
  readonly before: Call;
  readonly event: CallEvent;
  readonly after: Known;
}

/** What an event of a call means for its request for a manager: the request as it is then, and what is written with the event. */
interface RequestStep {
  readonly request: ManagerRequest | null;
  readonly changes: readonly Change[];
}

export function requestStep(parts: Parts, request: ManagerRequest | null, step: Step): RequestStep {
  const { ids } = parts;
  const { after, event } = step;
  const missed =
    request === null || event.type !== 'CallEnded' ? null : missedTask(parts, request, after, event.at);
  const next = requestAfter(request, step, {
    rotaOf: (queueId) => rotaOfQueue(parts, queueId),
    nextId: () => ids.next<'managerRequest'>(),
    missedTask: missed?.taskId ?? null,
  });
  if (next === request || next === null) return { request: next, changes: [] };
  const changes: Change[] = [{ put: 'managerRequest', request: next }, ...toldInCase(parts, next, event)];
  if (event.type === 'ManagerPromised') changes.push(...promised(parts, next, after, event));
  else if (missed !== null && next.taskId === missed.taskId) changes.push({ put: 'task', task: missed });
  return { request: next, changes };
}

/** CASE-7: the complaint's history tells that a manager was asked for in it, and that a call back was promised. */
function toldInCase({ ids, floor }: Parts, { caseId }: ManagerRequest, event: CallEvent): readonly Change[] {
  if (caseId === null) return [];
  const { at } = event;
  const line = { entryId: ids.next<'caseEntry'>(), caseId, at, note: null, changes: [] };
  if (event.type === 'CallPassedOn')
    return [
      { put: 'caseEntry', entry: { ...line, who: event.from, what: 'managerAsked', text: event.note } },
    ];
  if (event.type !== 'ManagerPromised') return [];
  const text = promisedText[floor.agents.get(event.ownerId)?.agent.language ?? 'en'];
  return [{ put: 'caseEntry', entry: { ...line, who: null, what: 'promised', text } }];
}

function promised(
  parts: Parts,
  request: ManagerRequest,
  call: Known,
  { taskId, promiseId, ownerId, dueAt, number, at }: Extract<CallEvent, { type: 'ManagerPromised' }>,
): readonly Change[] {
  const owner = parts.floor.agents.get(ownerId)?.agent;
  if (owner === undefined) return [];
  const { caseId } = request;
  const { callId, customerId } = call;
  const { note } = request;
  const about = { note, dueAt, customerId, callId, number, createdAt: at };
  const task: Task = { ...followUpTask('manager', owner, { taskId, ...about }), caseId };
  const what = promisedText[owner.language];
  const promise: CustomerPromise = {
    ...{ promiseId, caseId, customerId, what, ownerId, madeAt: at, dueAt },
    keptAt: null,
  };
  return [
    { put: 'task', task },
    { put: 'promise', promise },
  ];
}

const promisedText: LocalText = {
  en: 'A manager calls back',
  'zh-Hant': '主管回電',
  'zh-Hans': '经理回电',
};

/** DUTY-11: who left before anybody could take the call is called back all the same, if there is a way to. */
function missedTask(parts: Parts, request: ManagerRequest, call: Known, at: Instant): Task | null {
  const { callId, customerId, caller } = call;
  const number = caller.kind === 'number' ? caller.number : null;
  const calling = whoCallsBack(parts, request.rotaId, at);
  const owner = calling === null ? undefined : parts.floor.agents.get(calling.ownerId)?.agent;
  if (calling === null || owner === undefined || (number === null && customerId === null)) return null;
  const taskId: TaskId = asId(`manager-${callId}`.slice(0, 64));
  const { note, caseId } = request;
  const about = { note, dueAt: calling.dueAt, customerId, callId, number, createdAt: at };
  return { ...followUpTask('managerMissed', owner, { taskId, ...about }), caseId };
}

/** Once it is written: whom the request concerns sees how it stands, and the call back is on its owner's desk. */
export function showRequest(parts: Parts, changes: readonly Change[]): void {
  const { desks, floor, log } = parts;
  for (const change of changes) {
    if (change.put === 'managerRequest') tell(parts, change.request);
    if (change.put === 'promise')
      desks.show(change.promise.ownerId, { what: 'promise', promise: promiseView(floor, change.promise) });
    if (change.put === 'caseEntry') touch(parts, change.entry.caseId);
    if (change.put !== 'task') continue;
    const { task } = change;
    showTask(parts, task).catch((cause: unknown) =>
      log.error('a follow-up could not be shown', { taskId: task.taskId, cause: String(cause) }),
    );
  }
}

/** Pages that have the complaint open ask for it again. */
function touch(parts: Parts, caseId: CaseId): void {
  const again = async (): Promise<void> => {
    const one = await parts.store.case(caseId);
    if (one !== null) await touchCase(parts, one);
  };
  again().catch((cause: unknown) =>
    parts.log.error('a case could not be shown', { caseId, cause: String(cause) }),
  );
}

function tell(parts: Parts, request: ManagerRequest): void {
  tellOfRequest(parts, request).catch((cause: unknown) =>
    parts.log.error('a request for a manager could not be shown', {
      requestId: request.requestId,
      cause: String(cause),
    }),
  );
}

/** LINK-2: whoever is rung at their own telephone is sent the page with the caller. */
export function linkForPhone(parts: Parts, callId: CallId, event: CallEvent): void {
  if (event.type !== 'CallOffered' || !isPhoneStation(event.stationId)) return;
  const request = parts.dutyRequests.ofCall(callId);
  if (request !== null) void popLinkFor(parts, request, event.agentId);
}
