import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { CustomerFile } from '@ringside/shared/protocol/customer';
import type { Customer } from '../../domain/customer/customer.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { caseView, promiseView } from './case-view.ts';
import { cardOf, situationOf } from './customer-card.ts';
import { taskViews } from './task-view.ts';
import { timelineOf } from './timeline.ts';

/** Thirteen months: a whole year and the month it is compared with. */
const figuresOver = days(396);

/** Everything the customer page shows. */
export async function customerFile(parts: Parts, customer: Customer, now: Instant): Promise<CustomerFile> {
  const { store, floor, centre } = parts;
  const { customerId } = customer;
  const [situation, marginMinor, products, tasks, calls90Days, timeline, customerNumber] = await Promise.all([
    situationOf(store, customer, now),
    store.marginSince(customerId, now - figuresOver),
    store.products(customerId),
    store.tasksOfCustomer(customerId),
    store.callsSince(customerId, now - days(90)),
    timelineOf(parts, customer, now + 1),
    store.customerNumber(customerId),
  ]);
  const { openPromises, payments } = situation;
  const promises = openPromises.map((promise) => promiseView(floor, promise));
  const money = (minor: number) => ({ minor, currency: centre.currency });
  const open = tasks.filter(({ state }) => state === 'open').sort((a, b) => a.dueAt - b.dueAt);
  return {
    card: cardOf(situation, now),
    email: customer.email,
    address: customer.address,
    numbers: customer.numbers.map((number) => ({ ...number })),
    note: customer.note,
    customerSince: customer.since,
    points: customer.points,
    owner:
      customer.ownerId === null
        ? null
        : { agentId: customer.ownerId, name: agentName(floor, customer.ownerId) },
    customerNumber,
    figures: {
      margin: money(marginMinor),
      openCases: situation.openCases.length,
      nextPromise: promises[0] ?? null,
      disputed: payments.disputedMinor > 0 ? money(payments.disputedMinor) : null,
      overdue: payments.overdueMinor > 0 ? money(payments.overdueMinor) : null,
      paidOnTime: payments.paidOnTime,
      paymentsDue: payments.due,
      calls90Days,
    },
    products: products.map((product) => ({ ...product })),
    openCases: situation.openCases.map((one) => caseView(floor, one, customer.name.written, openPromises)),
    promises,
    tasks: await taskViews(parts, open),
    timeline: timeline.entries,
    more: timeline.more,
    version: customer.version,
  };
}
