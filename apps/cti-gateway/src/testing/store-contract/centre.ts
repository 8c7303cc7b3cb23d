import { asId } from '@ringside/shared/model/ids';
import { refuse } from '@ringside/shared/model/result';
import { describe, expect } from 'vitest';
import type { CentreRevision } from '../../domain/centre/centre-revision.ts';
import { anAgent } from '../records.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const noor = asId<'agent'>('noor');
const revision = (number: number): CentreRevision => ({
  revision: number,
  at: number * 10,
  who: number === 1 ? null : noor,
  origin: number === 1 ? 'file' : 'edit',
  comment: '新的佇列',
  document: { queues: [{ queueId: 'service', capacity: number }] },
  fileDigest: 'ab',
});

export function centreContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('states of the centre', () => {
    it('ADMIN-1 come back as they were written, newest first', async ({ store, put }) => {
      for (const number of [1, 2, 3]) await put({ put: 'centreRevision', revision: revision(number) });
      expect(await store.centreRevisions(Infinity, 2)).toEqual([revision(3), revision(2)]);
      expect(await store.centreRevisions(3, 9)).toEqual([revision(2), revision(1)]);
      expect(await store.centreRevision(1)).toEqual(revision(1));
      expect(await store.centreRevision(4)).toBeNull();
    });

    it('ADMIN-1 a number is given once, and what was written with it is kept', async ({ store, put }) => {
      await put({ put: 'centreRevision', revision: revision(1) });
      const again = { put: 'centreRevision', revision: { ...revision(1), comment: 'other' } } as const;
      expect(await store.commit([again])).toEqual(refuse('conflict'));
      expect(await store.centreRevision(1)).toEqual(revision(1));
    });

    it('ADMIN-9 what was done to somebody is found, newest first', async ({ store, put }) => {
      const entry = (at: number, to: string) => ({ at, who: noor, did: 'user.change', to, detail: { at } });
      await put(
        { put: 'audit', ...entry(1, 'maya') },
        { put: 'audit', ...entry(2, 'li') },
        { put: 'audit', ...entry(3, 'maya') },
      );
      expect(await store.auditOf('maya', 9, 5)).toEqual([entry(3, 'maya'), entry(1, 'maya')]);
      expect(await store.auditOf('maya', 3, 5)).toEqual([entry(1, 'maya')]);
      expect(await store.auditOf('maya', 9, 1)).toEqual([entry(3, 'maya')]);
    });

    it('ADMIN-12 all sessions of somebody end together, with what their desktops got; a desk phone and others stay', async ({
      store,
      put,
    }) => {
      const session = (tokenSha256: string, agentId: string) =>
        ({
          put: 'session',
          session: { tokenSha256, agentId: asId<'agent'>(agentId), createdAt: 1, expiresAt: 9 },
        }) as const;
      const grant = (stationId: string, media: 'webrtc' | 'rtp') =>
        ({
          put: 'stationGrant',
          grant: {
            stationId: asId<'station'>(stationId),
            agentId: asId<'agent'>('maya'),
            media,
            ha1Md5: 'a',
            ha1Sha256: 'b',
            expiresAt: 9,
          },
        }) as const;
      await put({ put: 'agent', agent: anAgent('maya'), passwordHash: 'h' });
      await put({ put: 'agent', agent: anAgent('li'), passwordHash: 'h' });
      await put(session('one', 'maya'), session('two', 'maya'), session('three', 'li'));
      await put(grant('desk', 'webrtc'), grant('phone', 'rtp'));
      await put({ put: 'sessionsGone', agentId: asId('maya') });
      expect([await store.session('one'), await store.session('two')]).toEqual([null, null]);
      expect(await store.session('three')).not.toBeNull();
      expect(await store.stationGrant(asId('desk'))).toBeNull();
      expect(await store.stationGrant(asId('phone'))).not.toBeNull();
    });
  });
}
