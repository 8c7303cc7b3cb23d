import { asId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import { describe, expect } from 'vitest';
import { aCall, anOffer } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const chan = asId<'customer'>('chan');
const maya = asId<'agent'>('maya');

export function callContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('calls and offers', () => {
    it('STORE-11 a call comes back as it was last written, whoever called', async ({ store, put }) => {
      const full = aCall('a', {
        customerId: chan,
        agentId: maya,
        taskId: asId('t1'),
        answeredAt: 130,
        endedAt: 200,
        outcome: 'handled',
        endedBy: 'caller',
        waitMs: 30,
        talkMs: 60,
        holdMs: 10,
        wrapUpMs: 20,
        disposition: 'solved',
        resolved: false,
        feeling: 'upset',
        note: '漏水',
      });
      const withheld = aCall('b', {
        caller: { kind: 'withheld' },
        hotlineId: null,
        queueId: null,
        queuedAt: null,
      });
      const odd = aCall('c', {
        caller: { kind: 'unrecognised', text: '6789', display: 'Desk' },
        direction: 'outbound',
      });
      await put(
        { put: 'call', call: aCall('a') },
        { put: 'call', call: withheld },
        { put: 'call', call: odd },
      );
      await put({ put: 'call', call: full });
      expect(await store.call(full.callId)).toEqual(full);
      expect(await store.call(withheld.callId)).toEqual(withheld);
      expect(await store.call(odd.callId)).toEqual(odd);
      expect(await store.call(asId('unknown'))).toBeNull();
    });

    it('STORE-11 a customer’s calls come newest first, before a time, at most as many as asked for', async ({
      store,
      put,
    }) => {
      for (const at of [10, 30, 20, 40]) {
        await put({ put: 'call', call: aCall(`at-${at}`, { customerId: chan, arrivedAt: at }) });
      }
      await put({ put: 'call', call: aCall('other', { customerId: asId('other'), arrivedAt: 15 }) });
      const before = async (at: number, limit: number) =>
        (await store.callsOfCustomer(chan, at, limit)).map(({ callId }) => callId);
      expect(await before(40, 10)).toEqual(['at-30', 'at-20', 'at-10']);
      expect(await before(99, 2)).toEqual(['at-40', 'at-30']);
      expect(await store.callsSince(chan, 20)).toBe(3);
    });

    it('STORE-11 counts what a number that is nobody’s gave up, since a time', async ({ store, put }) => {
      const number = '+886912345678' as PhoneNumber;
      const caller = { kind: 'number', number, display: '' } as const;
      const gaveUp = (id: string, arrivedAt: number) =>
        aCall(id, { caller, arrivedAt, customerId: null, outcome: 'abandoned', endedAt: arrivedAt + 5 });
      await put(
        { put: 'call', call: gaveUp('before', 9) },
        { put: 'call', call: gaveUp('first', 10) },
        { put: 'call', call: gaveUp('second', 20) },
        { put: 'call', call: { ...gaveUp('answered', 15), outcome: 'handled' } },
        { put: 'call', call: { ...gaveUp('known', 15), customerId: chan } },
        { put: 'call', call: { ...gaveUp('withheld', 15), caller: { kind: 'withheld' } } },
      );
      expect(await store.abandonedByNumber(number, 10)).toBe(2);
    });

    it('STORE-11 an agent’s calls come with how each offer ended, newest first', async ({ store, put }) => {
      await put(
        { put: 'call', call: aCall('call-1') },
        { put: 'call', call: aCall('call-2') },
        { put: 'offer', offer: anOffer('o1', { callId: asId('call-1'), at: 10 }) },
        { put: 'offer', offer: anOffer('o2', { callId: asId('call-2'), at: 20 }) },
        { put: 'offer', offer: anOffer('o3', { callId: asId('call-1'), at: 5, agentId: asId('li') }) },
      );
      const missed = anOffer('o1', { callId: asId('call-1'), at: 10, endedAt: 30, outcome: 'notAnswered' });
      await put({ put: 'offer', offer: missed });
      const mine = await store.callsOfAgent(maya, 99, 10);
      expect(mine.map(({ offer, call }) => `${offer.offerId} ${call.callId}`)).toEqual([
        'o2 call-2',
        'o1 call-1',
      ]);
      expect(mine[1]?.offer).toEqual(missed);
      expect((await store.callsOfAgent(maya, 20, 10)).length).toBe(1);
    });
  });
}
