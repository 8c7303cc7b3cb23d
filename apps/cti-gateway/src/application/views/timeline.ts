import type { Instant } from '@ringside/shared/model/instant';
import type { TimelineEntry } from '@ringside/shared/protocol/customer';
import type { CallRecord } from '../../domain/call/call-record.ts';
import type { Case, CustomerPromise } from '../../domain/case/case.ts';
import type { Customer, Order, Payment } from '../../domain/customer/customer.ts';
import type { Parts } from '../parts.ts';
import type { Floor } from '../floor.ts';
import { agentName } from '../floor.ts';
import { caseView } from './case-view.ts';
import { taskViews } from './task-view.ts';

const entriesPerPage = 50;

/** What happened with a customer before an instant, newest first. */
export async function timelineOf(
  parts: Parts,
  customer: Customer,
  before: Instant,
): Promise<{ entries: TimelineEntry[]; more: boolean }> {
  const { store, floor } = parts;
  const { customerId } = customer;
  const some = entriesPerPage + 1;
  const [calls, cases, tasks, orders, payments, promises] = await Promise.all([
    store.callsOfCustomer(customerId, before, some),
    store.casesOfCustomer(customerId, 'all'),
    store.tasksOfCustomer(customerId),
    store.orders(customerId, before, some),
    store.payments(customerId, before, some),
    store.openPromisesOfCustomer(customerId),
  ]);
  const madeAt = new Map(tasks.map(({ taskId, createdAt }) => [taskId, createdAt]));
  const earlier = tasks.filter(({ createdAt }) => createdAt < before);
  const shownTasks = await taskViews(parts, earlier);
  const entries: TimelineEntry[] = [
    ...calls.filter(({ outcome }) => outcome !== null).map((call) => callEntry(floor, call)),
    ...cases
      .filter(({ openedAt }) => openedAt < before)
      .map((one) => caseEntry(floor, one, customer, promises)),
    ...shownTasks.map((task) => ({ kind: 'task' as const, at: madeAt.get(task.taskId) ?? task.dueAt, task })),
    ...orders.map(orderEntry),
    ...payments.map((payment) => paymentEntry(payment, parts.clock.now())),
  ].sort((a, b) => b.at - a.at);
  return { entries: entries.slice(0, entriesPerPage), more: entries.length > entriesPerPage };
}

function callEntry(floor: Floor, call: CallRecord): TimelineEntry {
  const { callId, direction, talkMs, waitMs, queueId, disposition, feeling, endedBy, note, arrivedAt } = call;
  return {
    kind: 'call',
    at: arrivedAt,
    callId,
    direction,
    outcome: call.outcome ?? 'failed',
    talkMs,
    waitMs,
    agentName: call.agentId === null ? null : agentName(floor, call.agentId),
    queueId,
    disposition,
    feeling,
    endedBy,
    note,
  };
}

const caseEntry = (
  floor: Floor,
  one: Case,
  customer: Customer,
  promises: readonly CustomerPromise[],
): TimelineEntry => ({
  kind: 'case',
  at: one.openedAt,
  case: caseView(floor, one, customer.name.written, promises),
});

const orderEntry = ({ orderId, at, description, amount }: Order): TimelineEntry => ({
  kind: 'order',
  at,
  orderId,
  description,
  amount: { ...amount },
});

function paymentEntry(payment: Payment, now: Instant): TimelineEntry {
  const { paymentId, amount, dueAt, paidAt, method } = payment;
  return {
    kind: 'payment',
    at: paidAt ?? dueAt,
    paymentId,
    amount: { ...amount },
    dueAt,
    state: paymentState(payment, now),
    method,
  };
}

function paymentState({ disputed, paidAt, dueAt }: Payment, now: Instant) {
  if (disputed) return 'disputed';
  if (paidAt !== null) return paidAt <= dueAt ? 'onTime' : 'late';
  return dueAt < now ? 'overdue' : 'open';
}
