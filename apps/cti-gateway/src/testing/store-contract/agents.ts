import { asId } from '@ringside/shared/model/ids';
import { refuse } from '@ringside/shared/model/result';
import { describe, expect } from 'vitest';
import type { Session, StationGrant } from '../../domain/agent/agent.ts';
import { anAgent } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const maya = anAgent('maya', {
  roles: ['agent', 'supervisor'],
  skills: [
    { skillId: asId('service'), level: 5 },
    { skillId: asId('sales'), level: 1 },
  ],
  familyId: asId('support'),
});
const session: Session = { tokenSha256: 'ab12', agentId: maya.agentId, createdAt: 10, expiresAt: 20 };
const grant: StationGrant = {
  stationId: asId('s1'),
  agentId: maya.agentId,
  media: 'webrtc',
  ha1Sha256: 'aa',
  ha1Md5: 'bb',
  expiresAt: 20,
};

export function agentContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('people who sign in', () => {
    it('STORE-13 a person is found by their user name, typed in any case', async ({ store, put }) => {
      await put({ put: 'agent', agent: maya, passwordHash: 'hash' });
      expect(await store.agents()).toEqual([maya]);
      expect(await store.agentByUserName('Maya')).toEqual({ agent: maya, passwordHash: 'hash' });
      expect(await store.agentByUserName('nobody')).toBeNull();
    });

    it('STORE-13 saving a person without a password keeps the one there is', async ({ store, put }) => {
      await put({ put: 'agent', agent: maya, passwordHash: 'hash' });
      await put({ put: 'agent', agent: { ...maya, name: 'Maya Lin', active: false }, passwordHash: null });
      expect(await store.agentByUserName('maya')).toEqual({
        agent: { ...maya, name: 'Maya Lin', active: false },
        passwordHash: 'hash',
      });
    });

    it('STORE-13 two people can’t have one user name', async ({ store, put }) => {
      await put({ put: 'agent', agent: maya, passwordHash: 'hash' });
      const second = { put: 'agent', agent: anAgent('li', { userName: 'MAYA' }), passwordHash: 'x' } as const;
      expect(await store.commit([second])).toEqual(refuse('conflict'));
      expect((await store.agents()).length).toBe(1);
    });

    it('STORE-13 sessions and grants are there until they are taken away', async ({ store, put }) => {
      await put({ put: 'agent', agent: maya, passwordHash: 'hash' }, { put: 'session', session });
      await put({ put: 'stationGrant', grant }, { put: 'stationGrant', grant: { ...grant, ha1Md5: 'cc' } });
      expect(await store.session('ab12')).toEqual(session);
      expect(await store.session('other')).toBeNull();
      expect(await store.stationGrant(grant.stationId)).toEqual({ ...grant, ha1Md5: 'cc' });
      expect(await store.stationGrant(asId('other'))).toBeNull();
      await put({ put: 'sessionGone', tokenSha256: 'ab12' });
      expect(await store.session('ab12')).toBeNull();
    });

    it('STORE-14 drafts are kept for each person, and an empty one is gone', async ({ store, put }) => {
      const draft = (text: string) => ({ about: 'case:1', text, keptAt: 5 });
      await put(
        { put: 'draft', agentId: maya.agentId, draft: draft('還沒寫完') },
        { put: 'draft', agentId: asId('li'), draft: draft('li’s own') },
      );
      expect(await store.drafts(maya.agentId)).toEqual([draft('還沒寫完')]);
      await put({ put: 'draft', agentId: maya.agentId, draft: draft('') });
      expect(await store.drafts(maya.agentId)).toEqual([]);
      expect((await store.drafts(asId('li'))).length).toBe(1);
    });

    it('STORE-14 drafts that were forgotten for years do not slow the next sign-in: the newest hundred are kept', async ({
      store,
      put,
    }) => {
      for (let at = 0; at < 103; at += 1)
        await put({
          put: 'draft',
          agentId: maya.agentId,
          draft: { about: `case:${at}`, text: 'x', keptAt: at },
        });
      const kept = (await store.drafts(maya.agentId)).map(({ keptAt }) => keptAt);
      expect(kept).toHaveLength(100);
      expect(Math.min(...kept)).toBe(3);
    });
  });
}
