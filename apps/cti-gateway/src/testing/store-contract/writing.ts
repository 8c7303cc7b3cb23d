import { refuse } from '@ringside/shared/model/result';
import { describe, expect } from 'vitest';
import type { StoredEvent } from '../../ports/store.ts';
import { aCase, aCustomer, aTask } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const event = (type: string, at = 1): StoredEvent => ({ type, at, body: { type, by: '陳大文' } });

export function writingContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('writing', () => {
    it('STORE-1 a refused commit leaves nothing behind, also of the changes before the refused one', async ({
      store,
      put,
    }) => {
      await put({ put: 'task', task: aTask('t1') });
      const committed = await store.commit([
        { put: 'customer', customer: aCustomer('chan') },
        { put: 'events', stream: 'case-1', expectedVersion: 0, events: [event('Opened')] },
        { put: 'deadline', deadline: { key: 'd', at: 1, body: null } },
        { put: 'task', task: aTask('t1', { version: 3 }) },
      ]);
      expect(committed).toEqual(refuse('conflict'));
      expect(await store.customer(aCustomer('chan').customerId)).toBeNull();
      expect(await store.events('case-1')).toEqual([]);
      expect(await store.nextDeadlineAt()).toBeNull();
    });

    it('STORE-2 events come back whole and in order, and only under their own stream', async ({
      store,
      put,
    }) => {
      await put({
        put: 'events',
        stream: 'a',
        expectedVersion: 0,
        events: [event('One', 5), event('Two', 5)],
      });
      await put({ put: 'events', stream: 'a', expectedVersion: 2, events: [event('Three', 9)] });
      expect(await store.events('a')).toEqual([event('One', 5), event('Two', 5), event('Three', 9)]);
      expect(await store.events('b')).toEqual([]);
    });

    it('STORE-2 an append at another version is a conflict, whether too early or too late', async ({
      store,
      put,
    }) => {
      await put({ put: 'events', stream: 'a', expectedVersion: 0, events: [event('One')] });
      const appendAt = (expectedVersion: number) =>
        store.commit([{ put: 'events', stream: 'a', expectedVersion, events: [event('Other')] }]);
      expect(await appendAt(0)).toEqual(refuse('conflict'));
      expect(await appendAt(2)).toEqual(refuse('conflict'));
      expect(await store.events('a')).toEqual([event('One')]);
    });

    it('STORE-2 of two who append at the same version, one wins', async ({ store }) => {
      const append = () =>
        store.commit([{ put: 'events', stream: 'a', expectedVersion: 0, events: [event('One')] }]);
      const both = await Promise.all([append(), append()]);
      expect(both.filter(({ ok }) => ok).length).toBe(1);
      expect((await store.events('a')).length).toBe(1);
    });

    it('STORE-3 a row goes over the version before it and no other', async ({ store, put }) => {
      const save = (version: number, note: string) =>
        store.commit([{ put: 'customer', customer: aCustomer('chan', { version, note }) }]);
      await put({ put: 'customer', customer: aCustomer('chan') });
      expect(await save(1, 'again new')).toEqual(refuse('conflict'));
      expect(await save(3, 'skips one')).toEqual(refuse('conflict'));
      expect((await save(2, 'in order')).ok).toBe(true);
      expect(await save(2, 'late')).toEqual(refuse('conflict'));
      expect((await store.customer(aCustomer('chan').customerId))?.note).toBe('in order');
    });

    it('STORE-3 holds for cases and tasks too, and nothing is saved over what was never there', async ({
      store,
    }) => {
      expect(await store.commit([{ put: 'case', case: aCase('c1', { version: 2 }) }])).toEqual(
        refuse('conflict'),
      );
      expect(await store.commit([{ put: 'task', task: aTask('t1', { version: 2 }) }])).toEqual(
        refuse('conflict'),
      );
    });

    it('STORE-12 a counter gives each number once', async ({ store }) => {
      const numbers = await Promise.all(
        Array.from({ length: 20 }, () => store.nextNumber('caseReference', 2291)),
      );
      expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => 2291 + i));
    });

    it('STORE-12 a case can’t take the reference of another', async ({ store, put }) => {
      await put({ put: 'case', case: aCase('c1', { reference: 'C-2291' }) });
      const second = await store.commit([{ put: 'case', case: aCase('c2', { reference: 'C-2291' }) }]);
      expect(second).toEqual(refuse('numberTaken'));
    });

    it('a store that works answers a ping with how long it took', async ({ store }) => {
      expect(await store.ping()).toBeGreaterThanOrEqual(0);
    });
  });
}
