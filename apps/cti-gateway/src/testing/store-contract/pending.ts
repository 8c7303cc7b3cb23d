import { asId } from '@ringside/shared/model/ids';
import type { Presence } from '@ringside/shared/model/presence';
import { describe, expect } from 'vitest';
import { callStream } from '../../domain/call/call-stream.ts';
import type { Consequence } from '../../ports/store.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const first = asId<'call'>('0193-first');
const second = asId<'call'>('0193-second');
const arrived = { type: 'Arrived', at: 1, body: { type: 'Arrived' } };
const ask = (consequenceId: string, at: number): Consequence => ({
  consequenceId,
  callId: first,
  at,
  body: { ask: 'connect' },
});

export function pendingContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('what a restart takes up again', () => {
    it('STORE-4 a call’s stream is live from its first event until it is settled', async ({ store, put }) => {
      await put(
        { put: 'events', stream: callStream(first), expectedVersion: 0, events: [arrived] },
        { put: 'events', stream: callStream(second), expectedVersion: 0, events: [arrived, arrived] },
        { put: 'events', stream: 'case-1', expectedVersion: 0, events: [arrived] },
      );
      const live = await store.liveCallStreams();
      expect(Object.fromEntries(live.map(({ callId, events }) => [callId, events.length]))).toEqual({
        [first]: 1,
        [second]: 2,
      });
      await put({ put: 'callSettled', callId: first });
      expect((await store.liveCallStreams()).map(({ callId }) => callId)).toEqual([second]);
      expect(await store.events(callStream(first))).toEqual([arrived]);
    });

    it('STORE-5 consequences are pending until done, oldest first', async ({ store, put }) => {
      await put(
        { put: 'consequence', consequence: ask('k2', 20) },
        { put: 'consequence', consequence: ask('k1', 10) },
      );
      await put({ put: 'consequence', consequence: { ...ask('k3', 30), callId: null } });
      expect((await store.pendingConsequences()).map(({ consequenceId }) => consequenceId)).toEqual([
        'k1',
        'k2',
        'k3',
      ]);
      expect((await store.pendingConsequences())[0]).toEqual(ask('k1', 10));
      await put(
        { put: 'consequenceDone', consequenceId: 'k1' },
        { put: 'consequenceDone', consequenceId: 'never was' },
      );
      expect((await store.pendingConsequences()).map(({ consequenceId }) => consequenceId)).toEqual([
        'k2',
        'k3',
      ]);
    });

    it('STORE-5 deadlines that are due come soonest first, at most as many as asked for', async ({
      store,
      put,
    }) => {
      const deadline = (key: string, at: number) =>
        ({ put: 'deadline', deadline: { key, at, body: { key } } }) as const;
      await put(deadline('c', 30), deadline('a', 10), deadline('b', 20));
      expect(await store.nextDeadlineAt()).toBe(10);
      expect((await store.deadlines(20, 10)).map(({ key }) => key)).toEqual(['a', 'b']);
      expect(await store.deadlines(20, 1)).toEqual([{ key: 'a', at: 10, body: { key: 'a' } }]);
      await put(deadline('a', 40), { put: 'deadlineGone', key: 'b' });
      expect((await store.deadlines(99, 10)).map(({ key, at }) => `${key}${at}`)).toEqual(['c30', 'a40']);
      expect(await store.nextDeadlineAt()).toBe(30);
    });

    it('STORE-5 legs and presence are as last written', async ({ store, put }) => {
      const leg = (record: string) =>
        ({ put: 'leg', leg: { callId: first, legId: asId<'leg'>('l1'), record } }) as const;
      await put(leg('before'), leg('after'));
      expect(await store.legRecords()).toEqual([{ callId: first, legId: 'l1', record: 'after' }]);
      await put({ put: 'legGone', callId: first, legId: asId('l1') });
      expect(await store.legRecords()).toEqual([]);

      const maya = asId<'agent'>('maya');
      const presence = { state: 'onCall', since: 5, callId: first, next: 'break' } as const;
      await put({ put: 'presence', presence: { agentId: maya, presence: { state: 'ready', since: 1 } } });
      await put({ put: 'presence', presence: { agentId: maya, presence } });
      expect(await store.presences()).toEqual([{ agentId: maya, presence }]);
    });

    it('PRES-8 every shape of presence comes back as it was written', async ({ store, put }) => {
      const contact = { since: 5, callId: first } as const;
      const shapes: readonly Presence[] = [
        { state: 'signedOut', since: 1 },
        { state: 'notReady', since: 1, reason: 'lunch' },
        { state: 'notReady', since: 1, reason: 'forcedBySupervisor', by: 'Noor' },
        { state: 'ready', since: 1 },
        { state: 'ready', since: 1, missed: 2 },
        { state: 'reserved', ...contact, offerId: asId('o1'), missed: 1, next: 'lunch', nextBy: 'Noor' },
        { state: 'onCall', ...contact, next: 'lunch', spent: 600 },
        { state: 'wrapUp', ...contact, until: null, next: null },
      ];
      for (const [i, presence] of shapes.entries())
        await put({ put: 'presence', presence: { agentId: asId(`agent-${i}`), presence } });
      const back = await store.presences();
      expect(back.toSorted((a, b) => a.agentId.localeCompare(b.agentId)).map((row) => row.presence)).toEqual(
        shapes,
      );
    });
  });
}
