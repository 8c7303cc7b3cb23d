import type { Change } from '../../../ports/store.ts';
import { toJson } from '../read-row.ts';
import type { AuditRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { insertRow } from '../write-row.ts';

type Audit = Extract<Change, { put: 'audit' }>;

/** Who did what, written and never changed. */
export function auditTable(database: SqlDatabase) {
  const insert = insertRow<AuditRow>(database, 'audit', ['at', 'who', 'did', 'toWhat', 'detailJson']);
  return {
    putAudit: ({ at, who, did, to, detail }: Audit) =>
      void insert.run({ at, who, did, toWhat: to, detailJson: toJson(detail) }),
  };
}
