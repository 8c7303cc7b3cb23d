import type { AgentId, CaseId, CustomerId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Tier } from '@ringside/shared/model/tier';
import type { DayMatterView, DayView } from '@ringside/shared/protocol/task-work';
import type { Case, CustomerPromise } from '../../domain/case/case.ts';
import { localDay } from '../../domain/centre/local-day.ts';
import { isOpen } from '../../domain/clock/clock-life.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Parts } from '../parts.ts';
import { caseView, promiseView } from '../views/case-view.ts';
import { taskViews } from '../views/task-view.ts';

const mostTasks = 300;
const mostCases = 60;
const mostFinished = 500;

/** TASK-20: what is theirs to do until tonight, with what it weighs; the desk puts it in order, as time goes on. */
export async function dayOf(parts: Parts, agentId: AgentId): Promise<DayView> {
  const { store, clock, centre } = parts;
  const day = localDay(clock.now(), centre.timeZone);
  const whose = { of: 'owner', agentId } as const;
  const [due, promised, cases, closed] = await Promise.all([
    store.openTasks({ whose, until: day.until, after: null, limit: mostTasks }),
    store.openPromisesOfAgent(agentId),
    store.openCases(agentId, mostCases),
    store.tasksOfAgent(agentId, 'finished', mostFinished),
  ]);
  const tasks = due.filter(({ waiting, snoozed }) => !waiting && (snoozed?.until ?? 0) < day.until);
  // a manager's promise is kept by the call back of the same id (DUTY-10): that is what is to do
  const todo = new Set<string>(tasks.map(({ taskId }) => taskId));
  const promises = promised.filter(({ promiseId, dueAt }) => dueAt < day.until && !todo.has(promiseId));
  const weigh = await weights(parts, [...tasks, ...promises, ...cases], cases);
  const views = await taskViews(parts, tasks);
  return {
    matters: [
      ...views.map((task): DayMatterView => ({ is: 'task', task, ...weigh.of(task) })),
      ...promises.map((promise) => promiseMatter(parts, promise, weigh)),
      ...(await Promise.all(cases.map((one) => caseMatter(parts, one, weigh)))),
    ],
    finished: closed.filter(({ state, finishedAt }) => state === 'done' && (finishedAt ?? 0) >= day.from)
      .length,
  };
}

interface Weights {
  of(about: { readonly caseId: CaseId | null; readonly customerId: CustomerId | null }): {
    readonly priority: number;
    readonly tier: Tier | null;
  };
  nameOf(customerId: CustomerId | null): string;
}

async function weights(
  { store }: Parts,
  about: readonly (Pick<Task, 'caseId' | 'customerId'> | CustomerPromise | Case)[],
  known: readonly Case[],
): Promise<Weights> {
  const cases = new Map(known.map((one) => [one.caseId, one]));
  for (const { caseId } of about) {
    const one = caseId === null || cases.has(caseId) ? null : await store.case(caseId);
    if (one !== null) cases.set(one.caseId, one);
  }
  const ids = new Set(about.flatMap(({ customerId }) => customerId ?? []));
  const customers = new Map((await store.customersById([...ids])).map((one) => [one.customerId, one]));
  return {
    of: ({ caseId, customerId }) => ({
      priority: caseId === null ? 0 : (cases.get(caseId)?.priority.score ?? 0),
      tier: customerId === null ? null : (customers.get(customerId)?.tier.tier ?? null),
    }),
    nameOf: (customerId) => (customerId === null ? '' : (customers.get(customerId)?.name.written ?? '')),
  };
}

const promiseMatter = ({ floor }: Parts, promise: CustomerPromise, weigh: Weights): DayMatterView => ({
  is: 'promise',
  promise: promiseView(floor, promise),
  customerName: weigh.nameOf(promise.customerId),
  ...weigh.of(promise),
});

/** A case is due with the clock that runs out first. */
async function caseMatter({ store, floor }: Parts, one: Case, weigh: Weights): Promise<DayMatterView> {
  const [promises, clocks] = await Promise.all([
    store.promisesOfCase(one.caseId),
    store.clocksOfCase(one.caseId),
  ]);
  const running = clocks.filter(isOpen).flatMap(({ dueAt }): Instant[] => (dueAt === null ? [] : [dueAt]));
  return {
    is: 'case',
    case: caseView(floor, one, weigh.nameOf(one.customerId), promises),
    dueAt: running.length === 0 ? null : Math.min(...running),
    ...weigh.of(one),
  };
}
