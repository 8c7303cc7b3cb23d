import type { CustomerCard } from '@ringside/shared/protocol/customer';
import { days } from '@ringside/shared/model/instant';
import type { Instant } from '@ringside/shared/model/instant';
import type { CallRecord } from '../../domain/call/call-record.ts';
import type { Case, CustomerPromise } from '../../domain/case/case.ts';
import type { Customer, Order } from '../../domain/customer/customer.ts';
import { risksOf } from '../../domain/customer/risks.ts';
import type { PaymentFigures, Store } from '../../ports/store.ts';

/** What is open and recent about a customer: what cards, pops and the file are made of. */
export interface CustomerSituation {
  readonly customer: Customer;
  readonly openCases: readonly Case[];
  readonly openPromises: readonly CustomerPromise[];
  readonly payments: PaymentFigures;
  readonly lastOrder: Order | null;
  /** the latest five, the newest first, the one that runs now among them */
  readonly latestCalls: readonly CallRecord[];
  readonly lastCall: CallRecord | null;
  readonly recentCalls: number;
}

export async function situationOf(
  store: Store,
  customer: Customer,
  now: Instant,
): Promise<CustomerSituation> {
  const { customerId } = customer;
  const [openCases, openPromises, payments, [lastOrder], latestCalls] = await Promise.all([
    store.casesOfCustomer(customerId, 'open'),
    store.openPromisesOfCustomer(customerId),
    store.paymentFigures(customerId, now),
    store.orders(customerId, now + 1, 1),
    store.callsOfCustomer(customerId, now, 5),
  ]);
  // the call that runs now is no earlier call
  const calls = latestCalls.filter(({ outcome }) => outcome !== null);
  const recentCalls = calls.filter(({ arrivedAt }) => now - arrivedAt < days(7)).length;
  return {
    customer,
    openCases,
    openPromises,
    payments,
    lastOrder: lastOrder ?? null,
    latestCalls,
    lastCall: calls[0] ?? null,
    recentCalls,
  };
}

export function cardOf(situation: CustomerSituation, now: Instant): CustomerCard {
  const { customer, openCases, openPromises, payments, lastOrder, recentCalls } = situation;
  const risks = risksOf(
    {
      customer,
      openCases,
      openPromises,
      disputedMinor: payments.disputedMinor,
      overdueMinor: payments.overdueMinor,
      recentCalls,
      lastOrderAt: lastOrder?.at ?? null,
    },
    now,
  );
  const { customerId, name, language, tier } = customer;
  return { customerId, name, language, tier: { ...tier, facts: { ...tier.facts } }, risks: [...risks] };
}

export const customerCard = async (store: Store, customer: Customer, now: Instant): Promise<CustomerCard> =>
  cardOf(await situationOf(store, customer, now), now);
