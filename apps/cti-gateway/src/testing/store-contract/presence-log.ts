import { asId } from '@ringside/shared/model/ids';
import type { PresenceState } from '@ringside/shared/model/presence';
import { describe, expect } from 'vitest';
import { anAgent } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const maya = anAgent('maya');
const li = anAgent('li');

const step = (agentId: string, at: number, state: PresenceState, reason: string | null = null) =>
  ({ put: 'presenceStep', agentId: asId<'agent'>(agentId), at, state, reason }) as const;

export function presenceLogContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('how long who stood where', () => {
    it('STORE-26 each stretch ends where the next begins, and signing out begins none', async ({
      store,
      put,
    }) => {
      await put({ put: 'agent', agent: maya, passwordHash: 'hash' });
      await put(step('maya', 100, 'notReady', 'signedIn'));
      await put(step('maya', 200, 'ready'), step('maya', 300, 'reserved'));
      await put(step('maya', 400, 'signedOut'));
      await put(step('maya', 900, 'notReady', 'signedIn'));
      expect(await store.presenceLog(0, 1_000, maya.agentId)).toEqual([
        { agentId: 'maya', since: 100, state: 'notReady', reason: 'signedIn', until: 200 },
        { agentId: 'maya', since: 200, state: 'ready', reason: null, until: 300 },
        { agentId: 'maya', since: 300, state: 'reserved', reason: null, until: 400 },
        { agentId: 'maya', since: 900, state: 'notReady', reason: 'signedIn', until: null },
      ]);
    });

    it('STORE-26 stretches that began before the period or go on after it are told whole', async ({
      store,
      put,
    }) => {
      for (const agent of [maya, li]) await put({ put: 'agent', agent, passwordHash: 'hash' });
      await put(step('maya', 100, 'ready'), step('li', 50, 'ready'), step('maya', 500, 'onCall'));
      await put(step('li', 150, 'notReady', 'lunch'), step('li', 600, 'ready'));
      const told = await store.presenceLog(200, 500, null);
      expect(told.map(({ agentId, state, since, until }) => [agentId, state, since, until])).toEqual([
        ['li', 'notReady', 150, 600],
        ['maya', 'ready', 100, 500],
      ]);
      expect(await store.presenceLog(600, 700, li.agentId)).toMatchObject([{ state: 'ready', until: null }]);
      expect(await store.presenceLog(0, 50, null)).toEqual([]);
      expect(await store.presenceLog(700, 600, null)).toEqual([]);
    });

    it('STORE-26 of several changes within one millisecond the last one stands', async ({ store, put }) => {
      await put({ put: 'agent', agent: maya, passwordHash: 'hash' });
      await put(step('maya', 100, 'reserved'), step('maya', 100, 'ready'), step('maya', 120, 'reserved'));
      await put(step('maya', 120, 'signedOut'));
      expect(await store.presenceLog(0, 1_000, null)).toEqual([
        { agentId: 'maya', since: 100, state: 'ready', reason: null, until: 120 },
      ]);
    });

    it('STORE-26 a clock that is set back makes no stretch end before it began', async ({ store, put }) => {
      await put({ put: 'agent', agent: maya, passwordHash: 'hash' });
      await put(step('maya', 500, 'ready'), step('maya', 400, 'onCall'), step('maya', 600, 'ready'));
      for (const { since, until } of await store.presenceLog(0, 1_000, null))
        expect(until ?? Number.MAX_SAFE_INTEGER).toBeGreaterThanOrEqual(since);
    });
  });
}
