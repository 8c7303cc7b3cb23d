import type { AgentId, CustomerId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { sql } from 'kysely';
import type { AgentFigures, PaymentFigures, ValueFigures } from '../../../ports/store.ts';
import type { SqlDatabase } from '../sql-database.ts';

const noPayments: PaymentFigures = { paidOnTime: 0, due: 0, overdueMinor: 0, disputedMinor: 0 };
const noCalls = { handled: 0, resolved: 0, resolvedAsked: 0, pleased: 0, felt: 0 };
const noPromises = { promisesKept: 0, promisesDue: 0 };

/** Sums and counts; their definitions are SPEC STORE-6 to STORE-8. */
export function figures(database: SqlDatabase) {
  return { ...customerFigures(database), ...agentFigures(database) };
}

function customerFigures({ query, prepare }: SqlDatabase) {
  const payments = prepare((of: { customerId: string; now: number }) =>
    query
      .selectFrom('payments')
      .where('customerId', '=', of.customerId)
      .select([
        sql<number>`count(*) filter (where paidAt <= dueAt)`.as('paidOnTime'),
        sql<number>`count(*) filter (where paidAt is not null or (dueAt < ${of.now} and disputed = 0))`.as(
          'due',
        ),
        sql<number>`total(iif(paidAt is null and disputed = 0 and dueAt < ${of.now}, amountMinor, 0))`.as(
          'overdueMinor',
        ),
        sql<number>`total(iif(paidAt is null and disputed = 1, amountMinor, 0))`.as('disputedMinor'),
      ]),
  );
  const margin = prepare((of: { customerId: string; since: number }) =>
    query
      .selectFrom('orders')
      .where('customerId', '=', of.customerId)
      .where('at', '>=', of.since)
      .select(sql<number>`total(marginMinor)`.as('marginMinor')),
  );
  return {
    paymentFigures: (customerId: CustomerId, now: Instant): PaymentFigures =>
      payments.first({ customerId, now }) ?? noPayments,
    marginSince: (customerId: CustomerId, since: Instant): number =>
      margin.first({ customerId, since })?.marginMinor ?? 0,
  };
}

function agentFigures({ query, prepare }: SqlDatabase) {
  const calls = prepare((of: { agentId: string; from: number; until: number }) =>
    query
      .selectFrom('calls')
      .where('agentId', '=', of.agentId)
      .where('answeredAt', '>=', of.from)
      .where('answeredAt', '<', of.until)
      .select([
        sql<number>`count(*)`.as('handled'),
        sql<number>`count(*) filter (where resolved = 1)`.as('resolved'),
        sql<number>`count(resolved)`.as('resolvedAsked'),
        sql<number>`count(*) filter (where feeling = 'pleased')`.as('pleased'),
        sql<number>`count(feeling)`.as('felt'),
      ]),
  );
  const promises = prepare((of: { ownerId: string; from: number; until: number }) =>
    query
      .selectFrom('promises')
      .where('ownerId', '=', of.ownerId)
      .where('dueAt', '>=', of.from)
      .where('dueAt', '<', of.until)
      .select([
        sql<number>`count(*) filter (where keptAt <= dueAt)`.as('promisesKept'),
        sql<number>`count(*)`.as('promisesDue'),
      ]),
  );
  return {
    agentFigures: (agentId: AgentId, from: Instant, until: Instant): AgentFigures => ({
      ...(calls.first({ agentId, from, until }) ?? noCalls),
      ...(promises.first({ ownerId: agentId, from, until }) ?? noPromises),
    }),
  };
}

/**
 * What each customer brought and cost, a batch at a time: among a million this reads for seconds, and calls must be heard
 * meanwhile. `after` is the last row of the batch before, 0 for the first.
 */
export function valueFiguresBatch({ query, prepare }: SqlDatabase) {
  const select = prepare((of: { since: number; after: number; limit: number }) =>
    query
      .selectFrom('customers')
      .where('rowNo', '>', of.after)
      .orderBy('rowNo')
      .limit(of.limit)
      .select(['rowNo', 'customerId', 'since', 'potentialMinor'])
      .select((customer) => [
        customer
          .selectFrom('orders')
          .whereRef('orders.customerId', '=', 'customers.customerId')
          .where('at', '>=', of.since)
          .select(sql<number>`total(marginMinor)`.as('total'))
          .as('marginMinor'),
        customer
          .selectFrom('calls')
          .whereRef('calls.customerId', '=', 'customers.customerId')
          .where('arrivedAt', '>=', of.since)
          .select(sql<number>`total(talkMs + holdMs + wrapUpMs)`.as('total'))
          .as('serviceMs'),
      ]),
  );
  return (since: Instant, after: number, limit: number): { figures: ValueFigures[]; last: number | null } => {
    const rows = select.all({ since, after, limit });
    return {
      last: rows.at(-1)?.rowNo ?? null,
      figures: rows.map(({ customerId, since: customerSince, potentialMinor, marginMinor, serviceMs }) => ({
        customerId: asId(customerId),
        since: customerSince,
        marginMinor: marginMinor ?? 0,
        serviceMs: serviceMs ?? 0,
        potentialMinor,
      })),
    };
  };
}
