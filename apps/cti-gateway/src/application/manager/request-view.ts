import type { AgentId, CallId, CaseId, CustomerId, PromiseId, TaskId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { ManagerRequestView } from '@ringside/shared/protocol/manager';
import type { CallRecord } from '../../domain/call/call-record.ts';
import type { CustomerPromise } from '../../domain/case/case.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import type { RequestPerson } from '../../domain/manager/see-to-request.ts';
import { actsOnRequest } from '../../domain/manager/see-to-request.ts';
import type { Task } from '../../domain/task/task.ts';
import { agentName } from '../floor.ts';
import { isInCharge } from '../in-charge.ts';
import type { Parts } from '../parts.ts';

/** NOTE-4: the task that reminds of what a manager promised; there is one for a request. */
export const followUpOf = ({ secrets }: Parts, { requestId }: Pick<ManagerRequest, 'requestId'>): TaskId =>
  asId<'task'>(secrets.sha256Hex(`follow-up of ${requestId}`).slice(0, 32));

export function requestPerson(parts: Parts, agentId: AgentId): RequestPerson {
  const roles = parts.floor.agents.get(agentId)?.agent.roles ?? [];
  const onRotas = roles.includes('supervisor') || roles.includes('manager');
  return { agentId, onRotas, inCharge: isInCharge(parts, agentId) };
}

/** Requests as this person sees them, in the order given. */
export async function requestViews(
  parts: Parts,
  requests: readonly ManagerRequest[],
  viewer: AgentId,
): Promise<ManagerRequestView[]> {
  const around = await aroundOf(parts, requests);
  const person = requestPerson(parts, viewer);
  return requests.map((request) => requestView(parts, request, around, person));
}

interface Around {
  readonly customers: ReadonlyMap<CustomerId, Customer>;
  readonly references: ReadonlyMap<CaseId, string>;
  readonly calls: ReadonlyMap<CallId, CallRecord>;
  readonly promises: ReadonlyMap<PromiseId, CustomerPromise>;
  readonly tasks: ReadonlyMap<TaskId, Task>;
}

async function aroundOf({ store }: Parts, requests: readonly ManagerRequest[]): Promise<Around> {
  const of = <Key extends keyof ManagerRequest>(key: Key) => [
    ...new Set(requests.flatMap((request) => request[key] ?? [])),
  ];
  const [customers, cases, calls, promises, tasks] = await Promise.all([
    store.customersById(of('customerId')),
    Promise.all(of('caseId').map((caseId) => store.case(caseId))),
    store.callsById(of('callId')),
    Promise.all(of('promiseId').map((promiseId) => store.promise(promiseId))),
    Promise.all(of('taskId').map((taskId) => store.task(taskId))),
  ]);
  return {
    customers: new Map(customers.map((one) => [one.customerId, one])),
    references: new Map(cases.flatMap((one) => (one === null ? [] : [[one.caseId, one.reference]]))),
    calls: new Map(calls.map((one) => [one.callId, one])),
    promises: new Map(promises.flatMap((one) => (one === null ? [] : [[one.promiseId, one]]))),
    tasks: new Map(tasks.flatMap((one) => (one === null ? [] : [[one.taskId, one]]))),
  };
}

function requestView(
  parts: Parts,
  request: ManagerRequest,
  around: Around,
  person: RequestPerson,
): ManagerRequestView {
  const { customerId, caseId, askedBy, takenBy, promiseId, taskId } = request;
  const customer = customerId === null ? undefined : around.customers.get(customerId);
  const promise = promiseId === null ? undefined : around.promises.get(promiseId);
  const task = taskId === null ? undefined : around.tasks.get(taskId);
  return {
    requestId: request.requestId,
    rotaId: request.rotaId,
    way: request.way,
    callId: request.callId,
    ...{ caseId, customerId, taskId },
    caseReference: caseId === null ? '' : (around.references.get(caseId) ?? ''),
    customerName: customer?.name.written ?? '',
    tier: customer?.tier.tier ?? null,
    number: numberOf(request, around, customer, task),
    askedByName: askedBy === null ? '' : agentName(parts.floor, askedBy),
    askedAt: request.askedAt,
    reason: request.reason,
    note: request.note,
    state: request.state,
    takenByName: takenBy === null ? '' : agentName(parts.floor, takenBy),
    takenAt: request.takenAt,
    outcome: request.outcome,
    category: request.category,
    outcomeNote: request.outcomeNote,
    promise: promise === undefined ? null : promiseOf(parts, request, promise),
    callBackBy: task === undefined || task.state !== 'open' ? null : task.dueAt,
    acts: [...actsOnRequest(request, person)],
    version: request.version,
  };
}

const promiseOf = (
  parts: Parts,
  request: ManagerRequest,
  { promiseId, what, dueAt, keptAt, madeAt }: CustomerPromise,
): ManagerRequestView['promise'] => {
  // otherwise it is the one to call back, which was made before
  const isNoted = request.closedAt !== null && madeAt >= request.closedAt;
  return {
    ...{ promiseId, what, dueAt, keptAt },
    taskId: isNoted ? followUpOf(parts, request) : request.taskId,
  };
};

/** The number they are to be called back at, the one they called from, or the first that is known of them. */
function numberOf(
  { callId }: ManagerRequest,
  { calls }: Around,
  customer: Customer | undefined,
  task: Task | undefined,
): PhoneNumber | null {
  const caller = callId === null ? undefined : calls.get(callId)?.caller;
  const called = caller?.kind === 'number' ? caller.number : null;
  return task?.number ?? called ?? customer?.numbers[0]?.number ?? null;
}
