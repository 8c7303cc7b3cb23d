import type { Instant } from '@ringside/shared/model/instant';
import { days, hours } from '@ringside/shared/model/instant';
import type { Order, Payment, Product } from '../../../domain/customer/customer.ts';
import type { DemoCustomer, DemoGoods } from './demo-company.ts';
import { partIdOf } from './demo-ids.ts';

type Purchase = DemoCustomer['bought'][number];

export interface DemoTrade {
  readonly orders: readonly Order[];
  readonly payments: readonly Payment[];
  readonly products: readonly Product[];
}

const minor = (amount: number): number => Math.round(amount * 100);
const month = days(30.4);

/** What a customer bought, as orders, payments and things with a warranty. */
export function tradeOf(
  customer: DemoCustomer,
  goods: readonly DemoGoods[],
  now: Instant,
  currency: string,
): DemoTrade {
  const lines = customer.bought.map((purchase, index) => ({
    purchase,
    index,
    thing: goodsOf(goods, purchase.sku),
    at: now - days(purchase.daysAgo),
  }));
  return {
    orders: lines.map(({ purchase, index, thing, at }) => ({
      orderId: partIdOf(customer.id, 'order', index),
      at,
      description: `${thing.name[customer.language]}${purchase.quantity > 1 ? ` × ${purchase.quantity}` : ''}`,
      amount: { minor: minor(thing.price * purchase.quantity), currency },
      margin: { minor: minor(thing.margin * purchase.quantity), currency },
    })),
    payments: lines
      .filter(({ thing }) => thing.price > 0)
      .map(({ purchase, index, thing, at }) => ({
        paymentId: partIdOf(customer.id, 'payment', index),
        amount: { minor: minor(thing.price * purchase.quantity), currency },
        ...settled(purchase, at, now),
      })),
    products: lines
      .filter(({ thing }) => thing.owned)
      .map(({ purchase, thing, at }) => ({
        sku: thing.sku,
        name: thing.name[customer.language],
        quantity: purchase.quantity,
        boughtAt: at,
        warrantyUntil: thing.warrantyMonths === null ? null : at + thing.warrantyMonths * month,
      })),
  };
}

function goodsOf(goods: readonly DemoGoods[], sku: string): DemoGoods {
  const found = goods.find((thing) => thing.sku === sku);
  if (found === undefined) throw new Error(`The demo company sells no ${sku}, yet a customer bought it`);
  return found;
}

/** Invoices are due after 14 days, open ones after 30 so that they are still open. */
function settled({ how }: Purchase, at: Instant, now: Instant): Omit<Payment, 'paymentId' | 'amount'> {
  const invoice = { dueAt: at + days(14), disputed: false, method: 'transfer' };
  const before = (paidAt: Instant) => Math.min(paidAt, now - hours(1));
  switch (how) {
    case 'card':
      return { dueAt: at, paidAt: at, disputed: false, method: 'card' };
    case 'onTime':
      return { ...invoice, paidAt: before(at + days(10)) };
    case 'late':
      return { ...invoice, paidAt: before(at + days(25)) };
    case 'open':
      return { ...invoice, dueAt: at + days(30), paidAt: null };
    case 'overdue':
      return { ...invoice, paidAt: null };
    case 'disputed':
      return { ...invoice, paidAt: null, disputed: true };
  }
}
