import { z } from 'zod';
import type { CentreDocument } from '../../../domain/centre/centre-document.ts';
import type { CentreRevision } from '../../../domain/centre/centre-revision.ts';
import { revisionOrigins } from '../../../domain/centre/centre-revision.ts';
import { idColumn, instantColumn, jsonColumn, rowReader, toJson } from '../read-row.ts';
import type { CentreRevisionRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { insertRow } from '../write-row.ts';

const columns = ['revision', 'at', 'who', 'origin', 'comment', 'documentJson', 'fileDigest'] as const;

const readRevision = rowReader<CentreRevision>(
  'centreRevisions',
  ['revision'],
  z
    .object({
      revision: z.number().int(),
      at: instantColumn,
      who: idColumn<'agent'>().nullable(),
      origin: z.enum(revisionOrigins),
      comment: z.string(),
      documentJson: jsonColumn(z.record(z.string(), z.unknown())),
      fileDigest: z.string().nullable(),
    })
    .transform(({ documentJson, ...row }) => ({ ...row, document: documentJson as CentreDocument })),
);

/** Every state the centre was in; written once each. */
export function centreTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const insert = insertRow<CentreRevisionRow>(database, 'centreRevisions', columns);
  const one = prepare((of: { revision: number }) =>
    query.selectFrom('centreRevisions').selectAll().where('revision', '=', of.revision),
  );
  const newest = prepare((of: { before: number; limit: number }) =>
    query
      .selectFrom('centreRevisions')
      .selectAll()
      .where('revision', '<', of.before)
      .orderBy('revision', 'desc')
      .limit(of.limit),
  );
  return {
    putCentreRevision({ document, ...revision }: CentreRevision): 'conflict' | null {
      if (one.first(revision) !== undefined) return 'conflict';
      insert.run({ ...revision, documentJson: toJson(document) });
      return null;
    },
    centreRevisions: (before: number, limit: number) => newest.all({ before, limit }).map(readRevision),
    centreRevision(revision: number): CentreRevision | null {
      const row = one.first({ revision });
      return row === undefined ? null : readRevision(row);
    },
  };
}
