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
  /** null: it is worth something */
  readonly revokedAt: Instant | null;
}

/** What a system asked for under a key of its own, so that asking again does nothing twice (CASE-27). */
export interface ApiRequest {
  /** of the token and the key */
  readonly requestId: string;
  /** of what was asked */
  readonly contentSha256: string;
  readonly caseId: CaseId;
  readonly at: Instant;
}

export const mayUse = ({ scopes, revokedAt }: ApiToken, scope: ApiScope): boolean =>
  revokedAt === null && scopes.includes(scope);
