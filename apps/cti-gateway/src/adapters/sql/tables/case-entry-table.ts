import { caseHappenings } from '@ringside/shared/model/case-happening';
import { noteKinds } from '@ringside/shared/model/case-stage';
import type { CaseId } from '@ringside/shared/model/ids';
import { z } from 'zod';
import type { CaseEntry } from '../../../domain/case/case.ts';
import { idColumn, instantColumn, jsonColumn, nullableId, rowReader, toJson } from '../read-row.ts';
import type { CaseEntryRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { insertOnce } from '../write-row.ts';

const columns = ['entryId', 'caseId', 'at', 'who', 'what', 'text', 'note', 'changesJson'] as const;

const readEntry = rowReader<CaseEntry>(
  'caseEntries',
  ['entryId'],
  z
    .object({
      entryId: idColumn<'caseEntry'>(),
      caseId: idColumn<'case'>(),
      at: instantColumn,
      who: nullableId<'agent'>(),
      what: z.enum(caseHappenings),
      text: z.string(),
      note: z.enum(noteKinds).nullable(),
      changesJson: jsonColumn(z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() }))),
    })
    .transform(({ changesJson, ...row }) => ({ ...row, changes: changesJson })),
);

/** The history of cases: written once, by an id that says which writing it is. */
export function caseEntryTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const insert = insertOnce<CaseEntryRow>(database, 'caseEntries', 'entryId', columns);
  const ofCase = prepare((of: { caseId: string }) =>
    query
      .selectFrom('caseEntries')
      .selectAll()
      .where('caseId', '=', of.caseId)
      .orderBy('at')
      .orderBy('rowNo'),
  );
  return {
    putCaseEntry: ({ changes, ...entry }: CaseEntry) =>
      void insert.run({ ...entry, changesJson: toJson(changes) }),
    caseEntries: (caseId: CaseId) => ofCase.all({ caseId }).map(readEntry),
  };
}
