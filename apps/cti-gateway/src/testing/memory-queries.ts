import type { AgentId, CallId } from '@ringside/shared/model/ids';
import type { Case } from '../domain/case/case.ts';
import type { Customer, Payment } from '../domain/customer/customer.ts';
import { nextLook } from '../domain/task/task-times.ts';
import type { Task } from '../domain/task/task.ts';
import { callStream } from '../domain/call/call-stream.ts';
import type { AgentFigures, PaymentFigures, Store, TaskPage, ValueFigures } from '../ports/store.ts';
import { compensationQueries } from './memory-compensations.ts';
import { memoryNotices } from './memory-notices.ts';
import { memoryPrevention } from './memory-prevention.ts';
import type { MemoryTables } from './memory-tables.ts';
import { memoryClocks } from './memory-clocks.ts';
import { memoryRota } from './memory-rota.ts';
import { memoryWork } from './memory-work.ts';

const streamPrefix = callStream('' as CallId);
const given = <Value>(value: Value): Promise<Value> => Promise.resolve(value);

/** The reading half of the memory store. */
export function memoryQueries(read: () => MemoryTables): Omit<Store, 'commit' | 'ping'> {
  const all = <Row>(rows: Map<string, Row>): Row[] => [...rows.values()];
  return {
    events: (stream) => given(read().streams.get(stream) ?? []),
    liveCallStreams: () => given(liveStreams(read())),
    pendingConsequences: () => given(all(read().consequences).sort((a, b) => a.at - b.at)),
    deadlines: (until, limit) =>
      given(
        all(read().deadlines)
          .filter(({ at }) => at <= until)
          .sort((a, b) => a.at - b.at)
          .slice(0, limit),
      ),
    nextDeadlineAt: () =>
      given(
        all(read().deadlines).reduce<number | null>((soonest, { at }) => Math.min(soonest ?? at, at), null),
      ),
    legRecords: () => given(all(read().legs)),
    presences: () => given(all(read().presences)),
    presenceLog: (from, until, agentId) =>
      given(
        all(read().presenceLog)
          .filter((stretch) => agentId === null || stretch.agentId === agentId)
          .filter((one) => one.since < until && (one.until === null || one.until > Math.max(from, one.since)))
          .sort((a, b) => a.agentId.localeCompare(b.agentId) || a.since - b.since),
      ),
    agents: () => given(all(read().agents).map(({ agent }) => agent)),
    agentByUserName: (userName) =>
      given(all(read().agents).find(({ agent }) => sameUserName(agent.userName, userName)) ?? null),
    centreRevisions: async (before, limit) =>
      [...read().centreRevisions.values()]
        .filter(({ revision }) => revision < before)
        .toSorted((a, b) => b.revision - a.revision)
        .slice(0, limit),
    centreRevision: async (revision) => read().centreRevisions.get(revision) ?? null,
    auditOf: async (to, before, limit) =>
      read()
        .audit.filter((entry) => entry.to === to && entry.at < before)
        .toReversed()
        .toSorted((a, b) => b.at - a.at)
        .slice(0, limit)
        .map(({ at, who, did, to: what, detail }) => ({ at, who, did, to: what, detail })),
    apiTokens: () => given(all(read().apiTokens).sort((a, b) => a.madeAt - b.madeAt)),
    apiToken: (tokenSha256) =>
      given(all(read().apiTokens).find((token) => token.tokenSha256 === tokenSha256) ?? null),
    apiRequest: (requestId) => given(read().apiRequests.get(requestId) ?? null),
    session: (tokenSha256) => given(read().sessions.get(tokenSha256) ?? null),
    stationGrant: (stationId) => given(read().grants.get(stationId) ?? null),
    customerByCustomerNumber: (wanted) => {
      const { customers, customerNumbers } = read();
      return given(
        all(customers).find(({ customerId }) => customerNumbers.get(customerId) === wanted) ?? null,
      );
    },
    customerNumber: (customerId) => given(read().customerNumbers.get(customerId) ?? null),
    customersByNumber: (number) =>
      given(
        all(read().customers)
          .filter(({ numbers }) => numbers.some((one) => one.number === number))
          .sort((a, b) => lastContact(read(), b) - lastContact(read(), a)),
      ),
    customer: (customerId) => given(read().customers.get(customerId) ?? null),
    customersById: (ids) => given(ids.flatMap((customerId) => read().customers.get(customerId) ?? [])),
    searchCustomers: (text, limit) =>
      given(
        all(read().customers)
          .filter(({ name }) => name.written.includes(text))
          .slice(0, limit),
      ),
    products: (customerId) =>
      given(
        read()
          .products.filter((row) => row.customerId === customerId)
          .map(({ product }) => product)
          .sort((a, b) => b.boughtAt - a.boughtAt),
      ),
    orders: (customerId, before, limit) =>
      given(
        read()
          .orders.filter((row) => row.customerId === customerId && row.order.at < before)
          .map(({ order }) => order)
          .sort((a, b) => b.at - a.at)
          .slice(0, limit),
      ),
    payments: (customerId, before, limit) =>
      given(
        read()
          .payments.filter((row) => row.customerId === customerId && paymentAt(row.payment) < before)
          .map(({ payment }) => payment)
          .sort((a, b) => paymentAt(b) - paymentAt(a))
          .slice(0, limit),
      ),
    paymentFigures: (customerId, now) => given(paymentFigures(read(), customerId, now)),
    marginSince: (customerId, since) =>
      given(
        read()
          .orders.filter((row) => row.customerId === customerId && row.order.at >= since)
          .reduce((sum, { order }) => sum + order.margin.minor, 0),
      ),
    valueFigures: (since) => given(valueFigures(read(), since)),
    callsOfCustomer: (customerId, before, limit) =>
      given(
        all(read().calls)
          .filter((call) => call.customerId === customerId && call.arrivedAt < before)
          .sort((a, b) => b.arrivedAt - a.arrivedAt)
          .slice(0, limit),
      ),
    callsOfAgent: (agentId, before, limit) =>
      given(
        all(read().offers)
          .filter((offer) => offer.agentId === agentId && offer.at < before)
          .sort((a, b) => b.at - a.at)
          .slice(0, limit)
          .flatMap((offer) => {
            const call = read().calls.get(offer.callId);
            return call ? [{ offer, call }] : [];
          }),
      ),
    call: (callId) => given(read().calls.get(callId) ?? null),
    callsSince: (customerId, since) =>
      given(
        all(read().calls).filter((call) => call.customerId === customerId && call.arrivedAt >= since).length,
      ),
    abandonedByNumber: (number, since) =>
      given(
        all(read().calls).filter(
          ({ caller, customerId, outcome, arrivedAt }) =>
            caller.kind === 'number' &&
            caller.number === number &&
            customerId === null &&
            outcome === 'abandoned' &&
            arrivedAt >= since,
        ).length,
      ),
    case: (caseId) => given(read().cases.get(caseId) ?? null),
    caseByReference: (reference) =>
      given(all(read().cases).find((one) => one.reference === reference) ?? null),
    casesOfCustomer: (customerId, which) =>
      given(
        all(read().cases)
          .filter((one) => one.customerId === customerId && (which === 'all' || isOpen(one)))
          .sort((a, b) => b.openedAt - a.openedAt),
      ),
    recentCasesOfCustomer: (customerId, since, limit) =>
      given(
        all(read().cases)
          .filter((one) => one.customerId === customerId && one.openedAt >= since)
          .sort((a, b) => b.openedAt - a.openedAt)
          .slice(0, limit),
      ),
    openCaseCounts: () => {
      const counts = new Map<AgentId, number>();
      for (const one of all(read().cases))
        if (isOpen(one) && one.ownerId !== null) counts.set(one.ownerId, (counts.get(one.ownerId) ?? 0) + 1);
      return given([...counts].map(([ownerId, count]) => ({ ownerId, count })));
    },
    openCases: (owner, limit) =>
      given(
        all(read().cases)
          .filter((one) => isOpen(one) && (owner === null || one.ownerId === owner))
          .sort((a, b) => b.priority.score - a.priority.score || a.openedAt - b.openedAt)
          .slice(0, limit),
      ),
    ...memoryWork(read),
    task: (taskId) => given(read().tasks.get(taskId) ?? null),
    tasksOfAgent: (owner, which, limit) => {
      const theirs = all(read().tasks).filter(
        (task) => task.ownerId === owner && (task.state === 'open') === (which === 'open'),
      );
      const latestFirst = (a: Task, b: Task) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0);
      return given(theirs.sort(which === 'open' ? byDueTime : latestFirst).slice(0, limit));
    },
    tasksOfCustomer: (customerId) =>
      given(
        all(read().tasks)
          .filter((task) => task.customerId === customerId)
          .sort(byDueTime),
      ),
    caseEntries: (caseId) => given(ofCase(read().caseEntries, caseId).sort((a, b) => a.at - b.at)),
    ...memoryClocks(read),
    compensation: (id) => given(read().compensations.get(id) ?? null),
    compensationsOfCase: (caseId) =>
      given(ofCase(read().compensations, caseId).sort((a, b) => a.askedAt - b.askedAt)),
    ...compensationQueries(read),
    satisfactionCheck: (id) => given(read().satisfactionChecks.get(id) ?? null),
    checksOfCase: (caseId) =>
      given(ofCase(read().satisfactionChecks, caseId).sort((a, b) => a.from - b.from)),
    prevention: (id) => given(read().preventions.get(id) ?? null),
    ...memoryPrevention(read),
    ...memoryRota(read),
    letter: (id) => given(read().letters.get(id) ?? null),
    lettersOfCase: (caseId) =>
      given(ofCase(read().letters, caseId).sort((a, b) => a.writtenAt - b.writtenAt)),
    lettersUnderWay: () => {
      const counts: Record<string, number> = {};
      for (const { state } of read().letters.values())
        if (['queued', 'sending', 'unsure', 'failed'].includes(state))
          counts[state] = (counts[state] ?? 0) + 1;
      return given(counts);
    },
    ...memoryNotices(read),
    attachment: (id) => given(read().attachments.get(id) ?? null),
    attachmentsOfCase: (caseId) =>
      given(ofCase(read().attachments, caseId).sort((a, b) => a.addedAt - b.addedAt)),
    tasksOfCase: (caseId) =>
      given(
        all(read().tasks)
          .filter((task) => task.caseId === caseId)
          .sort(byDueTime),
      ),
    tasksAfter: (taskId) =>
      given(
        all(read().tasks)
          .filter(({ after }) => after === taskId)
          .sort(byDueTime),
      ),
    tasksToLookAt: (until, limit) => {
      const due = all(read().tasks).flatMap((task) => {
        const at = nextLook(task);
        return at === null || at > until ? [] : [{ taskId: task.taskId, at }];
      });
      return given(due.sort((a, b) => a.at - b.at).slice(0, limit));
    },
    openTasks: ({ whose, kind = null, until, after, limit }) => {
      const place = ({ dueAt, taskId }: Pick<Task, 'dueAt' | 'taskId'>) =>
        `${String(dueAt).padStart(16, '0')} ${taskId}`;
      return given(
        all(read().tasks)
          .filter((task) => task.state === 'open' && isOf(task, whose))
          .filter((task) => kind === null || task.kind === kind)
          .filter(({ dueAt }) => until === null || dueAt < until)
          .filter((task) => after === null || place(task) > place(after))
          .sort((a, b) => (place(a) < place(b) ? -1 : 1))
          .slice(0, limit),
      );
    },
    calendarFeed: (tokenSha256) =>
      given(all(read().calendarFeeds).find((feed) => feed.tokenSha256 === tokenSha256) ?? null),
    calendarFeedOf: (agentId) => given(read().calendarFeeds.get(agentId) ?? null),
    promise: (promiseId) => given(read().promises.get(promiseId) ?? null),
    openPromisesOfCustomer: (customerId) =>
      given(
        all(read().promises)
          .filter((promise) => promise.customerId === customerId && promise.keptAt === null)
          .sort(byDueTime),
      ),
    openPromisesOfAgent: (owner) =>
      given(
        all(read().promises)
          .filter((promise) => promise.ownerId === owner && promise.keptAt === null)
          .sort(byDueTime),
      ),
    promisesOfCase: (caseId) =>
      given(
        all(read().promises)
          .filter((promise) => promise.caseId === caseId)
          .sort(byDueTime),
      ),
    drafts: (agentId) =>
      given(
        all(read().drafts)
          .filter((row) => row.agentId === agentId)
          .map(({ draft }) => draft),
      ),
    callsById: (ids) => given(ids.flatMap((callId) => read().calls.get(callId) ?? [])),
    queueVisits: (from, until) =>
      given(
        all(read().visits)
          .filter(({ enteredAt }) => enteredAt >= from && enteredAt < until)
          .sort((a, b) => a.enteredAt - b.enteredAt),
      ),
    callsAnswered: (from, until) =>
      given(
        all(read().calls)
          .filter(({ answeredAt }) => answeredAt !== null && answeredAt >= from && answeredAt < until)
          .sort((a, b) => (a.answeredAt ?? 0) - (b.answeredAt ?? 0)),
      ),
    offersTo: (agentId, from, until) =>
      given(
        all(read().offers)
          .filter((offer) => offer.agentId === agentId && offer.at >= from && offer.at < until)
          .sort((a, b) => a.at - b.at),
      ),
    offersMade: (from, until) =>
      given(
        all(read().offers)
          .filter(({ at }) => at >= from && at < until)
          .sort((a, b) => a.at - b.at)
          .flatMap((offer) => {
            const call = read().calls.get(offer.callId);
            return call ? [{ ...offer, direction: call.direction }] : [];
          }),
      ),
    promisesDue: (from, until) =>
      given(
        all(read().promises)
          .filter(({ dueAt }) => dueAt >= from && dueAt < until)
          .sort(byDueTime),
      ),
    deskSetting: (agentId, about) => given(read().deskSettings.get(`${agentId} ${about}`) ?? null),
    agentFigures: (agentId, from, until) => given(agentFigures(read(), agentId, from, until)),
    messagesSince: (since) =>
      given(
        all(read().messages)
          .filter(({ at }) => at >= since)
          .sort((a, b) => a.at - b.at || (a.messageId < b.messageId ? -1 : 1)),
      ),
    recording: (recordingId) => given(read().recordings.get(recordingId) ?? null),
    unfinishedRecordings: () =>
      given(
        all(read().recordings)
          .filter(({ length }) => length === null)
          .sort((a, b) => a.startedAt - b.startedAt),
      ),
    recordingsBefore: (before, limit) =>
      given(
        all(read().recordings)
          .filter(
            ({ startedAt, deletedAt, length }) =>
              startedAt < before && deletedAt === null && (length ?? 0) > 0,
          )
          .sort((a, b) => a.startedAt - b.startedAt)
          .slice(0, limit),
      ),
    recordingsOfTasks: (taskIds) =>
      given(all(read().recordings).filter(({ taskId }) => taskId !== null && taskIds.includes(taskId))),
    callbacksSince: (number, since) =>
      given(
        all(read().callbacks).filter(
          (one) =>
            one.agreedAt >= since && (one.askedFrom === number || (one.number === number && one.by === null)),
        ).length,
      ),
    recentHandling: (since, limit) =>
      given(
        all(read().calls)
          .filter(
            ({ answeredAt, outcome }) => answeredAt !== null && answeredAt >= since && outcome === 'handled',
          )
          .sort((a, b) => (b.answeredAt ?? 0) - (a.answeredAt ?? 0))
          .slice(0, limit)
          .flatMap(({ queueId, talkMs, holdMs, wrapUpMs }) =>
            queueId === null ? [] : [{ queueId, handleMs: talkMs + holdMs + wrapUpMs }],
          ),
      ),
    nextNumber: (counter, first) => {
      const next = (read().counters.get(counter) ?? first - 1) + 1;
      read().counters.set(counter, next);
      return given(next);
    },
    close: () => given(undefined),
  };
}

const ofCase = <Row extends { readonly caseId: string | null }>(
  rows: Map<string, Row>,
  caseId: string,
): Row[] => [...rows.values()].filter((row) => row.caseId === caseId);

const isOpen = ({ closedAt }: Case): boolean => closedAt === null;

function liveStreams({ streams, settled }: MemoryTables) {
  return [...streams]
    .filter(([stream]) => stream.startsWith(streamPrefix) && !settled.has(stream))
    .map(([stream, events]) => ({ callId: stream.slice(streamPrefix.length) as CallId, events }));
}

function paymentFigures({ payments }: MemoryTables, customerId: string, now: number): PaymentFigures {
  const theirs = payments.filter((row) => row.customerId === customerId).map(({ payment }) => payment);
  const due = theirs.filter(({ disputed, paidAt, dueAt }) => !disputed && (dueAt <= now || paidAt !== null));
  const minor = (rows: typeof theirs): number => rows.reduce((sum, { amount }) => sum + amount.minor, 0);
  return {
    due: due.length,
    paidOnTime: due.filter(({ paidAt, dueAt }) => paidAt !== null && paidAt <= dueAt).length,
    overdueMinor: minor(due.filter(({ paidAt, disputed }) => paidAt === null && !disputed)),
    disputedMinor: minor(theirs.filter(({ disputed }) => disputed)),
  };
}

function agentFigures(
  { calls, promises }: MemoryTables,
  agentId: string,
  from: number,
  until: number,
): AgentFigures {
  const within = (at: number | null): boolean => at !== null && at >= from && at < until;
  const mine = [...calls.values()].filter((call) => call.agentId === agentId && within(call.answeredAt));
  const due = [...promises.values()].filter(
    (promise) => promise.ownerId === agentId && within(promise.dueAt),
  );
  return {
    handled: mine.length,
    resolved: mine.filter(({ resolved }) => resolved === true).length,
    resolvedAsked: mine.filter(({ resolved }) => resolved !== null).length,
    promisesKept: due.filter(({ keptAt, dueAt }) => keptAt !== null && keptAt <= dueAt).length,
    promisesDue: due.length,
    pleased: mine.filter(({ feeling }) => feeling === 'pleased').length,
    felt: mine.filter(({ feeling }) => feeling !== null).length,
  };
}

export const sameUserName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const byDueTime = (a: { readonly dueAt: number }, b: { readonly dueAt: number }): number => a.dueAt - b.dueAt;

const paymentAt = ({ paidAt, dueAt }: Payment): number => paidAt ?? dueAt;

function lastContact({ calls }: MemoryTables, { customerId }: Customer): number {
  const theirs = [...calls.values()].filter(
    (call) => call.customerId === customerId && call.endedAt !== null,
  );
  return Math.max(0, ...theirs.map(({ arrivedAt }) => arrivedAt));
}

function valueFigures({ customers, orders, calls, potentials }: MemoryTables, since: number): ValueFigures[] {
  return [...customers.values()].map((customer) => {
    const { customerId } = customer;
    const bought = orders.filter((row) => row.customerId === customerId && row.order.at >= since);
    const called = [...calls.values()].filter(
      (call) => call.customerId === customerId && call.arrivedAt >= since,
    );
    return {
      customerId,
      since: customer.since,
      marginMinor: bought.reduce((sum, { order }) => sum + order.margin.minor, 0),
      serviceMs: called.reduce((sum, { talkMs, holdMs, wrapUpMs }) => sum + talkMs + holdMs + wrapUpMs, 0),
      potentialMinor: potentials.get(customerId) ?? null,
    };
  });
}

function isOf(task: Task, whose: TaskPage['whose']): boolean {
  switch (whose.of) {
    case 'owner':
      return task.ownerId === whose.agentId;
    case 'maker':
      return task.madeBy === whose.agentId;
    case 'team':
      return task.ownerId === null && task.familyId === whose.familyId;
    case 'everybody':
      return true;
  }
}
