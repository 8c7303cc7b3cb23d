import type { ApiScope } from '@ringside/shared/model/api-scope';
import type { AgentId, ApiTokenId, CaseId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';

/** What another system signs in with; only its digest is kept (CASE-25). */
export interface ApiToken {
  readonly tokenId: ApiTokenId;
  /** what the system is called, on cases it opens */
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly tokenSha256: string;
  readonly madeBy: AgentId;
  readonly madeAt: Instant;
  /** null: it does not end by itself */
  readonly expiresAt: Instant | null;
  /** to about a minute; null: never */
  readonly lastUsedAt: Instant | null;
  /** null: it is worth something */
  readonly revokedAt: Instant | null;
}

/** What was asked for under a key, so that asking again does nothing twice: by a system (CASE-27), or as the next case (WORK-5). */
export interface ApiRequest {
  /** of the token and the key */
  readonly requestId: string;
  /** of what was asked */
  readonly contentSha256: string;
  readonly caseId: CaseId;
  readonly at: Instant;
}

/** From the moment it is revoked or has run out it is worth nothing. */
export const isGood = (
  { revokedAt, expiresAt }: Pick<ApiToken, 'revokedAt' | 'expiresAt'>,
  now: Instant,
): boolean => revokedAt === null && (expiresAt === null || now < expiresAt);
