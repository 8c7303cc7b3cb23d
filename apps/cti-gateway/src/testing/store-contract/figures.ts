import { asId } from '@ringside/shared/model/ids';
import { describe, expect } from 'vitest';
import { aCall, aCustomer, anOrder, aPayment, aPromise } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const chan = aCustomer('chan', { since: 7 });
const { customerId } = chan;
const maya = asId<'agent'>('maya');

export function figuresContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('figures', () => {
    it('STORE-6 payments: on time of those due, what is overdue, what is disputed', async ({
      store,
      put,
    }) => {
      const payment = (id: string, given: Parameters<typeof aPayment>[1]) =>
        ({ put: 'payment', customerId, payment: aPayment(id, given) }) as const;
      await put(
        { put: 'customer', customer: chan },
        payment('on the day', { dueAt: 100, paidAt: 100 }),
        payment('before it was due', { dueAt: 900, paidAt: 50 }),
        payment('late', { dueAt: 100, paidAt: 101 }),
        payment('overdue', { dueAt: 100, amount: { minor: 700, currency: 'TWD' } }),
        payment('not yet due', { dueAt: 900 }),
        payment('disputed', { dueAt: 100, disputed: true, amount: { minor: 300, currency: 'TWD' } }),
      );
      expect(await store.paymentFigures(customerId, 500)).toEqual({
        paidOnTime: 2,
        due: 4,
        overdueMinor: 700,
        disputedMinor: 300,
      });
      expect(await store.paymentFigures(asId('nobody'), 500)).toEqual({
        paidOnTime: 0,
        due: 0,
        overdueMinor: 0,
        disputedMinor: 0,
      });
    });

    it('STORE-7 what a customer brought and cost counts from a time on', async ({ store, put }) => {
      await put(
        { put: 'customer', customer: chan },
        { put: 'customer', customer: aCustomer('silent', { since: 9 }) },
        { put: 'potential', customerId, potentialMinor: 90_000 },
        { put: 'order', customerId, order: anOrder('old', 99, 5_000) },
        { put: 'order', customerId, order: anOrder('o1', 100, 700) },
        { put: 'order', customerId, order: anOrder('refund', 200, -200) },
        { put: 'call', call: aCall('old', { customerId, arrivedAt: 99, talkMs: 9_000 }) },
        {
          put: 'call',
          call: aCall('a', { customerId, arrivedAt: 100, talkMs: 60, holdMs: 20, wrapUpMs: 10 }),
        },
      );
      expect(await store.marginSince(customerId, 100)).toBe(500);
      expect(await store.marginSince(asId('nobody'), 100)).toBe(0);
      const figures = await store.valueFigures(100);
      expect(figures.toSorted((a, b) => a.since - b.since)).toEqual([
        { customerId, since: 7, marginMinor: 500, serviceMs: 90, potentialMinor: 90_000 },
        { customerId: 'silent', since: 9, marginMinor: 0, serviceMs: 0, potentialMinor: null },
      ]);
    });

    it('STORE-8 an agent’s figures count calls answered and promises due in the period', async ({
      store,
      put,
    }) => {
      const call = (id: string, given: Parameters<typeof aCall>[1]) =>
        ({ put: 'call', call: aCall(id, { agentId: maya, ...given }) }) as const;
      await put(
        call('before', { answeredAt: 99, resolved: true, feeling: 'pleased' }),
        call('a', { answeredAt: 100, resolved: true, feeling: 'pleased' }),
        call('b', { answeredAt: 150, resolved: false, feeling: 'angry' }),
        call('c', { answeredAt: 199, resolved: null, feeling: null }),
        call('after', { answeredAt: 200, resolved: true }),
        call('never answered', { answeredAt: null }),
        call('other agent', { agentId: asId('li'), answeredAt: 150, resolved: true }),
        { put: 'promise', promise: aPromise('kept', { ownerId: maya, dueAt: 150, keptAt: 150 }) },
        { put: 'promise', promise: aPromise('too late', { ownerId: maya, dueAt: 150, keptAt: 151 }) },
        { put: 'promise', promise: aPromise('open', { ownerId: maya, dueAt: 199 }) },
        { put: 'promise', promise: aPromise('later', { ownerId: maya, dueAt: 200, keptAt: 1 }) },
      );
      expect(await store.agentFigures(maya, 100, 200)).toEqual({
        handled: 3,
        resolved: 1,
        resolvedAsked: 2,
        promisesKept: 1,
        promisesDue: 3,
        pleased: 1,
        felt: 2,
      });
    });
  });
}
