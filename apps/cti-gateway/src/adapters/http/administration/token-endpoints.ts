import { asId } from '@ringside/shared/model/ids';
import { apiTokenView, madeApiToken, newApiToken } from '@ringside/shared/protocol/case-api';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { endpoint } from './endpoint.ts';

/** Tokens with which other systems sign in at /api/v1. */
export const tokenEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api-tokens',
    summary: 'Tokens of other systems, with those that were revoked.',
    tag: 'tokens',
    reply: z.array(apiTokenView),
    answer: (admin) => admin.apiTokens(),
  }),
  endpoint({
    method: 'POST',
    path: '/api-tokens',
    summary: 'Makes a token for another system. It is told in this answer alone.',
    tag: 'tokens',
    body: newApiToken,
    reply: madeApiToken,
    status: 201,
    answer: (admin, { body }) => admin.makeApiToken(body as z.output<typeof newApiToken>),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api-tokens/:tokenId',
    summary: 'Revokes a token: it is worth nothing from now on.',
    tag: 'tokens',
    params: { tokenId: z.string().min(1).max(64) },
    reply: 'nothing',
    status: 204,
    answer: (admin, { params }) => admin.revokeApiToken(asId<'apiToken'>(params['tokenId'] ?? '')),
  }),
];
