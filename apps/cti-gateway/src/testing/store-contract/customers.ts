import { asId } from '@ringside/shared/model/ids';
import { describe, expect } from 'vitest';
import type { TierDecision } from '../../domain/customer/customer.ts';
import { aCall, aCustomer, anOrder, aPayment, named, phone } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const shared = phone('+886287654321');
const home = { number: shared, label: 'home' } as const;
const mvc: TierDecision = { tier: 'mvc', reason: 'topByMargin', facts: { percentile: 4 }, decidedAt: 50 };

export function customerContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('customers', () => {
    it('STORE-11 a customer comes back as saved', async ({ store, put }) => {
      const chan = aCustomer('chan', {
        name: { written: '陳大文', family: '陳', given: '大文', spoken: 'Chan Tai-man', title: 'mr' },
        numbers: [{ number: phone('+886912345678'), label: 'mobile' }, home],
        vulnerable: true,
        ownerId: asId('maya'),
        email: 'dawen@example.com',
      });
      await put({ put: 'customer', customer: chan });
      expect(await store.customer(chan.customerId)).toEqual(chan);
      expect(await store.customer(asId('nobody'))).toBeNull();
      expect(await store.customersById([asId('nobody'), chan.customerId])).toEqual([chan]);
    });

    it('STORE-9 everybody with a number is found by it, who was in contact last first', async ({
      store,
      put,
    }) => {
      await put(
        { put: 'customer', customer: aCustomer('shu-fen', { numbers: [home] }) },
        { put: 'customer', customer: aCustomer('chih-ming', { numbers: [home, home] }) },
        {
          put: 'customer',
          customer: aCustomer('other', { numbers: [{ number: phone('+886287654322'), label: 'home' }] }),
        },
      );
      const found = async () => (await store.customersByNumber(shared)).map(({ customerId }) => customerId);
      expect((await found()).toSorted()).toEqual(['chih-ming', 'shu-fen']);
      await put({
        put: 'call',
        call: aCall('a', { customerId: asId('chih-ming'), arrivedAt: 10, endedAt: 15 }),
      });
      expect(await found()).toEqual(['chih-ming', 'shu-fen']);
      await put({ put: 'call', call: aCall('b', { customerId: asId('shu-fen'), arrivedAt: 20 }) });
      expect(await found(), 'a call that runs is no earlier contact').toEqual(['chih-ming', 'shu-fen']);
      await put({
        put: 'call',
        call: aCall('b', { customerId: asId('shu-fen'), arrivedAt: 20, endedAt: 30 }),
      });
      expect(await found()).toEqual(['shu-fen', 'chih-ming']);
      await put({
        put: 'call',
        call: aCall('a', {
          customerId: asId('chih-ming'),
          arrivedAt: 10,
          endedAt: 15,
          note: 'wrapped up later',
        }),
      });
      expect(await found()).toEqual(['shu-fen', 'chih-ming']);
    });

    it('STORE-29 a customer is found by the number the company gave them, after an edit too', async ({
      store,
      put,
    }) => {
      await put(
        { put: 'customer', customer: aCustomer('chan') },
        { put: 'customerNumber', customerId: asId('chan'), customerNumber: '10001' },
        { put: 'customer', customer: aCustomer('chan', { note: 'moved', version: 2 }) },
      );
      expect(await store.customerByCustomerNumber('10001')).toMatchObject({ note: 'moved' });
      expect(await store.customerByCustomerNumber('1000')).toBeNull();
      expect(await store.customerNumber(asId('chan'))).toBe('10001');
      await put({ put: 'customerNumber', customerId: asId('chan'), customerNumber: null });
      expect(await store.customerByCustomerNumber('10001')).toBeNull();
    });

    it('STORE-9 a number that was taken away finds nobody, a new one does', async ({ store, put }) => {
      const moved = phone('+886912000999');
      await put({ put: 'customer', customer: aCustomer('chan', { numbers: [home] }) });
      await put({
        put: 'customer',
        customer: aCustomer('chan', { numbers: [{ number: moved, label: 'mobile' }], version: 2 }),
      });
      expect(await store.customersByNumber(shared)).toEqual([]);
      expect((await store.customersByNumber(moved)).length).toBe(1);
    });

    it('STORE-15 tiers are set without touching the version, so that an edit in progress stays good', async ({
      store,
      put,
    }) => {
      const chan = aCustomer('chan');
      await put({ put: 'customer', customer: chan });
      await put({
        put: 'tiers',
        tiers: [
          { customerId: chan.customerId, tier: mvc },
          { customerId: asId('nobody'), tier: mvc },
        ],
      });
      expect(await store.customer(chan.customerId)).toEqual({ ...chan, tier: mvc });
      await put({ put: 'customer', customer: { ...chan, note: 'edited meanwhile', version: 2 } });
      expect(await store.customer(chan.customerId)).toEqual({
        ...chan,
        note: 'edited meanwhile',
        version: 2,
        tier: mvc,
      });
    });

    it('STORE-11 purchases, payments and products are lists of their own customer, newest first', async ({
      store,
      put,
    }) => {
      const chan = aCustomer('chan', { name: named('陳大文') });
      const customerId = chan.customerId;
      const product = (sku: string, boughtAt: number) => ({
        sku,
        name: sku,
        quantity: 2,
        boughtAt,
        warrantyUntil: 99,
      });
      await put(
        { put: 'customer', customer: chan },
        { put: 'customer', customer: aCustomer('other') },
        { put: 'order', customerId, order: anOrder('o1', 10) },
        { put: 'order', customerId, order: anOrder('o2', 20) },
        { put: 'order', customerId: asId('other'), order: anOrder('o3', 15) },
        { put: 'payment', customerId, payment: aPayment('p1', { dueAt: 10, paidAt: 40 }) },
        { put: 'payment', customerId, payment: aPayment('p2', { dueAt: 30, disputed: true }) },
        { put: 'product', customerId, product: product('AC-35', 10) },
        { put: 'product', customerId, product: { ...product('WF-3', 20), warrantyUntil: null } },
      );
      expect(await store.orders(customerId, 99, 9)).toEqual([anOrder('o2', 20), anOrder('o1', 10)]);
      expect((await store.orders(customerId, 20, 9)).map(({ orderId }) => orderId)).toEqual(['o1']);
      expect((await store.orders(customerId, 99, 1)).map(({ orderId }) => orderId)).toEqual(['o2']);
      expect((await store.payments(customerId, 99, 9)).map(({ paymentId }) => paymentId)).toEqual([
        'p1',
        'p2',
      ]);
      expect(await store.payments(customerId, 40, 9)).toEqual([
        aPayment('p2', { dueAt: 30, disputed: true }),
      ]);
      expect(await store.products(customerId)).toEqual([
        { ...product('WF-3', 20), warrantyUntil: null },
        product('AC-35', 10),
      ]);
    });
  });
}
