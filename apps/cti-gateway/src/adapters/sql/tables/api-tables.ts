import { apiScopes } from '@ringside/shared/model/api-scope';
import { z } from 'zod';
import type { ApiRequest, ApiToken } from '../../../domain/access/api-token.ts';
import { idColumn, instantColumn, jsonColumn, rowReader, toJson } from '../read-row.ts';
import type { ApiTokenRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { upsertRow } from '../write-row.ts';

const tokenColumns = [
  'tokenId',
  'name',
  'scopesJson',
  'tokenSha256',
  'madeBy',
  'madeAt',
  'revokedAt',
  'expiresAt',
] as const;
const requestColumns = ['requestId', 'contentSha256', 'caseId', 'at'] as const;

const readToken = rowReader<ApiToken>(
  'apiTokens',
  ['tokenId'],
  z
    .object({
      tokenId: idColumn<'apiToken'>(),
      name: z.string(),
      scopesJson: jsonColumn(z.array(z.enum(apiScopes))),
      tokenSha256: z.string(),
      madeBy: idColumn<'agent'>(),
      madeAt: instantColumn,
      revokedAt: instantColumn.nullable(),
      expiresAt: instantColumn.nullable(),
      lastUsedAt: instantColumn.nullable(),
    })
    .transform(({ scopesJson, ...row }) => ({ ...row, scopes: scopesJson })),
);
const readRequest = rowReader<ApiRequest>(
  'apiRequests',
  ['requestId'],
  z.object({
    requestId: z.string(),
    contentSha256: z.string(),
    caseId: idColumn<'case'>(),
    at: instantColumn,
  }),
);

/** Tokens of other systems, and what they asked for under keys of their own. */
export function apiTables(database: SqlDatabase) {
  const { query, prepare } = database;
  const saveToken = upsertRow<Omit<ApiTokenRow, 'lastUsedAt'>>(
    database,
    'apiTokens',
    ['tokenId'],
    tokenColumns,
  );
  const used = prepare((of: { tokenId: string; at: number }) =>
    query.updateTable('apiTokens').set({ lastUsedAt: of.at }).where('tokenId', '=', of.tokenId),
  );
  const saveRequest = upsertRow<ApiRequest>(database, 'apiRequests', ['requestId'], requestColumns);
  const all = prepare(() => query.selectFrom('apiTokens').selectAll().orderBy('madeAt'));
  const byDigest = prepare((of: { tokenSha256: string }) =>
    query.selectFrom('apiTokens').selectAll().where('tokenSha256', '=', of.tokenSha256),
  );
  const asked = prepare((of: { requestId: string }) =>
    query.selectFrom('apiRequests').selectAll().where('requestId', '=', of.requestId),
  );
  return {
    putApiToken: ({ scopes, ...token }: ApiToken) =>
      void saveToken.run({ ...token, scopesJson: toJson(scopes) }),
    noteApiTokenUse: (tokenId: string, at: number) => void used.run({ tokenId, at }),
    putApiRequest: (request: ApiRequest) => void saveRequest.run(request),
    apiTokens: () => all.all({}).map(readToken),
    apiToken(tokenSha256: string): ApiToken | null {
      const row = byDigest.first({ tokenSha256 });
      return row === undefined ? null : readToken(row);
    },
    apiRequest(requestId: string): ApiRequest | null {
      const row = asked.first({ requestId });
      return row === undefined ? null : readRequest(row);
    },
  };
}
