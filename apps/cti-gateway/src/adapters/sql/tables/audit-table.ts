import type { Instant } from '@ringside/shared/model/instant';
import { z } from 'zod';
import type { AuditEntry, Change } from '../../../ports/store.ts';
import { idColumn, instantColumn, jsonColumn, rowReader, toJson } from '../read-row.ts';
import type { AuditRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { insertRow } from '../write-row.ts';

type Audit = Extract<Change, { put: 'audit' }>;

const readAudit = rowReader<AuditEntry>(
  'audit',
  ['at', 'toWhat'],
  z
    .object({
      at: instantColumn,
      who: idColumn<'agent'>().nullable(),
      did: z.string(),
      toWhat: z.string(),
      detailJson: jsonColumn(z.unknown()),
    })
    .transform(({ toWhat, detailJson, ...row }) => ({ ...row, to: toWhat, detail: detailJson })),
);

/** Who did what, written and never changed. */
export function auditTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const about = prepare((of: { to: string; before: number; limit: number }) =>
    query
      .selectFrom('audit')
      .selectAll()
      .where('toWhat', '=', of.to)
      .where('at', '<', of.before)
      .orderBy('at', 'desc')
      .limit(of.limit),
  );
  const insert = insertRow<AuditRow>(database, 'audit', ['at', 'who', 'did', 'toWhat', 'detailJson']);
  return {
    putAudit: ({ at, who, did, to, detail }: Audit) =>
      void insert.run({ at, who, did, toWhat: to, detailJson: toJson(detail) }),
    auditOf: (to: string, before: Instant, limit: number) => about.all({ to, before, limit }).map(readAudit),
  };
}
