import { asId } from '@ringside/shared/model/ids';
import { describe, expect } from 'vitest';
import type { QueueVisit } from '../../domain/metrics/queue-visit.ts';
import { aCall, anOffer, aPromise } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const aVisit = (callId: string, enteredAt: number, more: Partial<QueueVisit> = {}): QueueVisit => ({
  callId: asId(callId),
  queueId: asId('service'),
  enteredAt,
  leftAt: enteredAt + 10,
  end: 'answered',
  agentId: asId('maya'),
  ...more,
});

/** What reports are counted from (REP-1 to REP-3). */
export function reportContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('reports', () => {
    it('STORE-31 waits in queues are kept one by one and read by when they began, each once', async ({
      store,
      put,
    }) => {
      const moved = aVisit('b', 200, { end: 'flowedOut', agentId: null });
      await put(
        { put: 'visit', visit: aVisit('early', 99) },
        { put: 'visit', visit: aVisit('b', 210, { queueId: asId('billing') }) },
        { put: 'visit', visit: moved },
        { put: 'visit', visit: aVisit('a', 100) },
        { put: 'visit', visit: moved },
        { put: 'visit', visit: aVisit('late', 300) },
      );
      expect(await store.queueVisits(100, 300)).toEqual([
        aVisit('a', 100),
        moved,
        aVisit('b', 210, { queueId: asId('billing') }),
      ]);
    });

    it('STORE-31 a long day is read whole, in order and without repeating', async ({ store, put }) => {
      const visits = Array.from({ length: 1_203 }, (_, nth) =>
        aVisit(`call-${nth}`, 1_000 + Math.floor(nth / 3)),
      );
      await put(...visits.map((visit) => ({ put: 'visit', visit }) as const));
      const read = await store.queueVisits(0, 9_999);
      expect(new Set(read.map(({ callId }) => callId)).size).toBe(1_203);
      expect(read.map(({ enteredAt }) => enteredAt)).toEqual(visits.map(({ enteredAt }) => enteredAt));
    });

    it('STORE-31 calls by their answer, offers by when they were made, promises by when they are due', async ({
      store,
      put,
    }) => {
      const [answered, waiting] = [
        aCall('answered', { answeredAt: 150 }),
        aCall('waiting', { answeredAt: null }),
      ];
      const dialled = aCall('dialled', { direction: 'outbound', answeredAt: 299 });
      await put(
        { put: 'call', call: answered },
        { put: 'call', call: waiting },
        { put: 'call', call: dialled },
        { put: 'call', call: aCall('tomorrow', { answeredAt: 300 }) },
        { put: 'offer', offer: anOffer('o1', { callId: answered.callId, at: 140 }) },
        { put: 'offer', offer: anOffer('o2', { callId: dialled.callId, at: 290 }) },
        { put: 'offer', offer: anOffer('o3', { callId: answered.callId, at: 300 }) },
        { put: 'promise', promise: aPromise('due', { dueAt: 100 }) },
        { put: 'promise', promise: aPromise('later', { dueAt: 300 }) },
      );
      expect(await store.callsAnswered(100, 300)).toEqual([answered, dialled]);
      expect(
        (await store.offersMade(100, 300)).map(({ offerId, direction }) => [offerId, direction]),
      ).toEqual([
        ['o1', 'inbound'],
        ['o2', 'outbound'],
      ]);
      const [{ agentId } = anOffer('none')] = await store.offersMade(100, 300);
      expect((await store.offersTo(agentId, 100, 300)).map(({ offerId }) => offerId)).toEqual(['o1', 'o2']);
      expect(await store.offersTo(asId('nobody'), 100, 300)).toEqual([]);
      expect((await store.promisesDue(100, 300)).map(({ promiseId }) => promiseId)).toEqual(['due']);
      const some = await store.callsById([waiting.callId, asId('nobody'), answered.callId]);
      expect(new Set(some.map(({ callId }) => callId))).toEqual(new Set([waiting.callId, answered.callId]));
    });

    it('STORE-32 what a person set about a page is theirs alone, and the last word counts', async ({
      store,
      put,
    }) => {
      const [maya, noor] = [asId<'agent'>('maya'), asId<'agent'>('noor')];
      await put(
        { put: 'deskSetting', agentId: noor, about: 'board', text: 'old' },
        { put: 'deskSetting', agentId: noor, about: 'board', text: 'new' },
      );
      expect(await store.deskSetting(noor, 'board')).toBe('new');
      expect(await store.deskSetting(noor, 'floor')).toBeNull();
      expect(await store.deskSetting(maya, 'board')).toBeNull();
    });
  });
}
