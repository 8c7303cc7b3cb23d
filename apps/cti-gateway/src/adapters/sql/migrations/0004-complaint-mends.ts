import type { Migration } from './migration.ts';

/** What complaints showed to be missing once they were worked with. */
export const complaintMends: Migration = {
  version: 4,
  name: 'complaint mends',
  sql: `
alter table apiTokens add column expiresAt integer;
alter table apiTokens add column lastUsedAt integer;
`,
};
