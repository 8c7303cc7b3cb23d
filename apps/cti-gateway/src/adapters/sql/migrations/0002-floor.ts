import type { Migration } from './migration.ts';

/** Routing, presence and the live floor: job families of people. */
export const floor: Migration = {
  version: 2,
  name: 'floor',
  sql: `
alter table agents add column familyId text;
`,
};
