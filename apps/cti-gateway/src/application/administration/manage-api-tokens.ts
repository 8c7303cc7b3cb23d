import type { AgentId, ApiTokenId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import { ok, refuse } from '@ringside/shared/model/result';
import type { ApiToken } from '../../domain/access/api-token.ts';
import type { ApiTokenTold, Asked, NewApiToken } from '../../ports/administration.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';

/** Shows at a glance whose a leaked one is: no session begins so. */
const prefix = 'rsapi_';

export const allApiTokens = async (parts: Parts): Promise<readonly ApiTokenTold[]> =>
  (await parts.store.apiTokens()).map((token) => told(parts, token));

/** CASE-25: the token is told in this answer alone. */
export async function makeApiToken(
  parts: Parts,
  by: AgentId,
  { name, scopes, expiresInDays }: NewApiToken,
): Asked<ApiTokenTold & { readonly token: string }> {
  const { ids, secrets, clock } = parts;
  const secret = `${prefix}${ids.secret(32)}`;
  const now = clock.now();
  const token: ApiToken = {
    tokenId: ids.next<'apiToken'>(),
    name,
    scopes: [...new Set(scopes)],
    tokenSha256: secrets.sha256Hex(secret),
    madeBy: by,
    madeAt: now,
    revokedAt: null,
    expiresAt: expiresInDays === null ? null : now + days(expiresInDays),
    lastUsedAt: null,
  };
  await write(parts, by, token, 'apiToken.made');
  return ok({ ...told(parts, token), token: secret });
}

/** From now on it is worth nothing; it stays in the list, because cases tell which system opened them. */
export async function revokeApiToken(parts: Parts, by: AgentId, tokenId: ApiTokenId): Asked<null> {
  const token = (await parts.store.apiTokens()).find((one) => one.tokenId === tokenId);
  if (token === undefined) return refuse({ problem: 'unknown' });
  if (token.revokedAt === null)
    await write(parts, by, { ...token, revokedAt: parts.clock.now() }, 'apiToken.revoked');
  return ok(null);
}

async function write(parts: Parts, by: AgentId, token: ApiToken, did: string): Promise<void> {
  const { name, scopes } = token;
  await parts.journal.write({
    changes: [
      { put: 'apiToken', token },
      {
        put: 'audit',
        at: parts.clock.now(),
        who: by,
        did,
        to: `apiToken ${token.tokenId}`,
        detail: { name, scopes },
      },
    ],
  });
}

const told = ({ floor }: Parts, token: ApiToken): ApiTokenTold => ({
  tokenId: token.tokenId,
  name: token.name,
  scopes: token.scopes,
  madeBy: agentName(floor, token.madeBy),
  madeAt: token.madeAt,
  revokedAt: token.revokedAt,
  expiresAt: token.expiresAt,
  lastUsedAt: token.lastUsedAt,
});
