import { asId } from '@ringside/shared/model/ids';
import { describe, expect } from 'vitest';
import type { PopLink } from '../../domain/manager/manager-request.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const link = (tokenSha256: string, changed: Partial<PopLink> = {}): PopLink => ({
  tokenSha256,
  requestId: asId('request'),
  agentId: asId('grace'),
  madeAt: 100,
  expiresAt: 500,
  openedBySha256: null,
  openedAt: null,
  ...changed,
});

export function popLinkContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('one-time links', () => {
    it('LINK-1 come back by their digest and by their request, in the order they were made', async ({
      store,
      put,
    }) => {
      const [first, second] = [link('b'), link('a', { madeAt: 200 })];
      await put(
        { put: 'popLink', link: second },
        { put: 'popLink', link: first },
        { put: 'popLink', link: link('c', { requestId: asId('another') }) },
      );
      expect(await store.popLink('a')).toEqual(second);
      expect(await store.popLink('nobodys')).toBeNull();
      expect(await store.popLinksOf(asId('request'))).toEqual([first, second]);
    });

    it('LINK-3 keep who opened them first', async ({ store, put }) => {
      await put({ put: 'popLink', link: link('a') });
      const opened = link('a', { openedBySha256: 'cookie', openedAt: 150 });
      await put({ put: 'popLink', link: opened });
      expect(await store.popLinksOf(asId('request'))).toEqual([opened]);
    });

    it('LINK-4 are deleted once they are of no use', async ({ store, put }) => {
      await put({ put: 'popLink', link: link('a') }, { put: 'popLink', link: link('b', { expiresAt: 501 }) });
      await put({ put: 'popLinksGone', before: 501 });
      expect([await store.popLink('a'), (await store.popLink('b'))?.tokenSha256]).toEqual([null, 'b']);
    });
  });
}
