import type { CustomerId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Order, Payment, Product } from '../../../domain/customer/customer.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { Columns } from '../read-columns.ts';
import { instantColumn, rowReader, toBit, truth } from '../read-row.ts';
import type { OrderRow, PaymentRow, ProductRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { upsertRow } from '../write-row.ts';

const orderColumns = [
  'orderId',
  'customerId',
  'at',
  'description',
  'amountMinor',
  'marginMinor',
  'currency',
] as const;
const paymentColumns = [
  'paymentId',
  'customerId',
  'amountMinor',
  'currency',
  'dueAt',
  'paidAt',
  'disputed',
  'method',
] as const;
const productColumns = ['customerId', 'sku', 'name', 'quantity', 'boughtAt', 'warrantyUntil'] as const;

export function readOrder(row: unknown): Order {
  const columns = new Columns('orders', 'orderId', row);
  const currency = columns.text('currency');
  return {
    orderId: columns.text('orderId'),
    at: columns.instant('at'),
    description: columns.text('description'),
    amount: { minor: columns.number('amountMinor'), currency },
    margin: { minor: columns.number('marginMinor'), currency },
  };
}

const readPayment = rowReader<Payment>(
  'payments',
  ['paymentId'],
  z
    .object({
      paymentId: z.string(),
      amountMinor: z.number(),
      currency: z.string(),
      dueAt: instantColumn,
      paidAt: instantColumn.nullable(),
      disputed: truth,
      method: z.string(),
    })
    .transform(({ amountMinor, currency, ...row }) => ({ ...row, amount: { minor: amountMinor, currency } })),
);
const readProduct = rowReader<Product>(
  'products',
  ['customerId', 'sku'],
  z.object({
    sku: z.string(),
    name: z.string(),
    quantity: z.number(),
    boughtAt: instantColumn,
    warrantyUntil: instantColumn.nullable(),
  }),
);

/** Where a payment stands in a timeline: when it was paid, or is due. The index is over the same words. */
const settledOrDue = sql<number>`coalesce(paidAt, dueAt)`;

/** What customers bought, pay and own. */
export function tradeTables(database: SqlDatabase) {
  return { ...tradeWriting(database), ...tradeReading(database) };
}

function tradeWriting(database: SqlDatabase) {
  const order = upsertRow<OrderRow>(database, 'orders', ['orderId'], orderColumns);
  const payment = upsertRow<PaymentRow>(database, 'payments', ['paymentId'], paymentColumns);
  const product = upsertRow<ProductRow>(
    database,
    'products',
    ['customerId', 'boughtAt', 'sku'],
    productColumns,
  );
  return {
    putOrder: (customerId: CustomerId, { amount, margin, ...bought }: Order) =>
      void order.run({
        ...bought,
        customerId,
        amountMinor: amount.minor,
        marginMinor: margin.minor,
        currency: amount.currency,
      }),
    putPayment: (customerId: CustomerId, { amount, disputed, ...due }: Payment) =>
      void payment.run({
        ...due,
        customerId,
        amountMinor: amount.minor,
        currency: amount.currency,
        disputed: toBit(disputed),
      }),
    putProduct: (customerId: CustomerId, owned: Product) => void product.run({ ...owned, customerId }),
  };
}

function tradeReading({ query, prepare }: SqlDatabase) {
  const orders = prepare((of: { customerId: string; before: number; limit: number }) =>
    query
      .selectFrom('orders')
      .selectAll()
      .where('customerId', '=', of.customerId)
      .where('at', '<', of.before)
      .orderBy('at', 'desc')
      .limit(of.limit),
  );
  const payments = prepare((of: { customerId: string; before: number; limit: number }) =>
    query
      .selectFrom('payments')
      .selectAll()
      .where('customerId', '=', of.customerId)
      .where(settledOrDue, '<', of.before)
      .orderBy(settledOrDue, 'desc')
      .limit(of.limit),
  );
  const products = prepare((of: { customerId: string }) =>
    query
      .selectFrom('products')
      .selectAll()
      .where('customerId', '=', of.customerId)
      .orderBy('boughtAt', 'desc'),
  );
  return {
    orders: (customerId: CustomerId, before: Instant, limit: number) =>
      orders.all({ customerId, before, limit }).map(readOrder),
    payments: (customerId: CustomerId, before: Instant, limit: number) =>
      payments.all({ customerId, before, limit }).map(readPayment),
    products: (customerId: CustomerId) => products.all({ customerId }).map(readProduct),
  };
}
