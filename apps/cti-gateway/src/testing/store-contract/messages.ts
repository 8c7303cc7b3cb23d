import { asId } from '@ringside/shared/model/ids';
import { describe, expect } from 'vitest';
import type { FloorMessage } from '../../domain/supervision/floor-message.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const [maya, li, noor] = [asId<'agent'>('maya'), asId<'agent'>('li'), asId<'agent'>('noor')];

const told = (messageId: string, at: number, more: Partial<FloorMessage> = {}): FloorMessage => ({
  messageId: asId(messageId),
  at,
  fromId: noor,
  to: { kind: 'all' },
  priority: 'normal',
  text: 'Short calls, please: 颱風 is coming.',
  escalated: null,
  readers: [
    { agentId: li, readAt: null },
    { agentId: maya, readAt: null },
  ],
  ...more,
});

export function messageContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('what is told people on the floor', () => {
    it('STORE-30 comes back as written, oldest first, with who has read it', async ({ store, put }) => {
      const toMaya = told('b', 200, {
        to: { kind: 'agent', agentId: maya },
        priority: 'high',
        readers: [{ agentId: maya, readAt: null }],
      });
      const toQueue = told('c', 100, { to: { kind: 'queue', queueId: asId('service') } });
      for (const message of [toMaya, toQueue, told('a', 200)]) await put({ put: 'message', message });
      await put({ put: 'messageRead', messageId: toMaya.messageId, agentId: maya, at: 250 });
      const readByMaya = { ...toMaya, readers: [{ agentId: maya, readAt: 250 }] };
      expect(await store.messagesSince(0)).toEqual([toQueue, told('a', 200), readByMaya]);
      expect(await store.messagesSince(200)).toEqual([told('a', 200), readByMaya]);
    });

    it('STORE-30 of an escalation knows its case', async ({ store, put }) => {
      const escalated = { caseId: asId<'case'>('c1'), reference: 'C-1001' };
      const message = told('a', 100, { to: { kind: 'inCharge' }, escalated });
      await put({ put: 'message', message });
      expect(await store.messagesSince(0)).toEqual([message]);
    });

    it('STORE-30 is gone when its day is over', async ({ store, put }) => {
      await put({ put: 'message', message: told('old', 100) }, { put: 'message', message: told('new', 200) });
      await put({ put: 'messagesGone', before: 200 });
      expect(await store.messagesSince(0)).toEqual([told('new', 200)]);
    });
  });
}
