import { asId } from '@ringside/shared/model/ids';
import { describe, expect } from 'vitest';
import type { ApiToken } from '../../domain/access/api-token.ts';
import type { OpenEmpty } from '../store-contract.ts';
import { rules } from './with-store.ts';

const shop: ApiToken = {
  tokenId: asId('shop'),
  name: 'Web shop',
  scopes: ['cases:write'],
  tokenSha256: 'digest',
  madeBy: asId('ada'),
  madeAt: 1,
  revokedAt: null,
  expiresAt: 7,
  lastUsedAt: null,
};

export function apiContract(open: OpenEmpty): void {
  const it = rules(open);
  describe('tokens of other systems', () => {
    it('CASE-25 a token is found by its digest, also after it was revoked', async ({ store, put }) => {
      await put({ put: 'apiToken', token: shop });
      expect(await store.apiToken('digest')).toEqual(shop);
      expect(await store.apiToken('another')).toBeNull();
      await put({ put: 'apiToken', token: { ...shop, revokedAt: 9 } });
      expect(await store.apiTokens()).toEqual([{ ...shop, revokedAt: 9 }]);
    });

    it('CASE-25 noting that a token was used brings no revoked one back, and revoking keeps when it was used', async ({
      store,
      put,
    }) => {
      await put({ put: 'apiToken', token: shop });
      await put({ put: 'apiToken', token: { ...shop, revokedAt: 9 } });
      await put({ put: 'apiTokenUsed', tokenId: shop.tokenId, at: 8 });
      expect(await store.apiTokens()).toEqual([{ ...shop, revokedAt: 9, lastUsedAt: 8 }]);
      await put({ put: 'apiToken', token: { ...shop, revokedAt: 10 } });
      expect(await store.apiToken('digest')).toEqual({ ...shop, revokedAt: 10, lastUsedAt: 8 });
    });

    it('CASE-27 what a system asked for is found by its key', async ({ store, put }) => {
      const request = { requestId: 'r1', contentSha256: 'content', caseId: asId<'case'>('c1'), at: 5 };
      await put({ put: 'apiRequest', request });
      expect(await store.apiRequest('r1')).toEqual(request);
      expect(await store.apiRequest('r2')).toBeNull();
    });
  });
}
