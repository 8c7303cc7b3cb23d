import type { AttachmentId, CaseId, LetterId } from '@ringside/shared/model/ids';
import { languages } from '@ringside/shared/model/language';
import { letterChannels, letterPurposes, letterStates } from '@ringside/shared/model/letter';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Attachment, Letter } from '../../../domain/letter/letter.ts';
import { idColumn, instantColumn, jsonColumn, nullableId, rowReader, toJson } from '../read-row.ts';
import type { AttachmentRow, LetterRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { versionedRow } from '../write-row.ts';

const letterColumns = [
  'letterId',
  'caseId',
  'template',
  'purpose',
  'language',
  'channel',
  'to',
  'subject',
  'body',
  'attachmentIdsJson',
  'state',
  'writtenBy',
  'writtenAt',
  'queuedAt',
  'sentAt',
  'attempts',
  'nextAttemptAt',
  'trouble',
  'version',
] as const;

const readLetter = rowReader<Letter>(
  'letters',
  ['letterId'],
  z
    .object({
      letterId: idColumn<'letter'>(),
      caseId: idColumn<'case'>(),
      template: z.string().nullable(),
      purpose: z.enum(letterPurposes),
      language: z.enum(languages),
      channel: z.enum(letterChannels),
      to: z.string(),
      subject: z.string(),
      body: z.string(),
      attachmentIdsJson: jsonColumn(z.array(idColumn<'attachment'>())),
      state: z.enum(letterStates),
      writtenBy: nullableId<'agent'>(),
      writtenAt: instantColumn,
      queuedAt: instantColumn.nullable(),
      sentAt: instantColumn.nullable(),
      attempts: z.number(),
      nextAttemptAt: instantColumn.nullable(),
      trouble: z.string().nullable(),
      version: z.number(),
    })
    .transform(({ attachmentIdsJson, ...row }) => ({ ...row, attachmentIds: attachmentIdsJson })),
);

const attachmentColumns = [
  'attachmentId',
  'caseId',
  'name',
  'mediaType',
  'bytes',
  'sha256',
  'addedBy',
  'addedAt',
  'removedBy',
  'removedAt',
  'version',
] as const;

const readAttachment = rowReader<Attachment>(
  'attachments',
  ['attachmentId'],
  z.object({
    attachmentId: idColumn<'attachment'>(),
    caseId: idColumn<'case'>(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.number(),
    sha256: z.string(),
    addedBy: nullableId<'agent'>(),
    addedAt: instantColumn,
    removedBy: nullableId<'agent'>(),
    removedAt: instantColumn.nullable(),
    version: z.number(),
  }),
);

/** Letters and files on cases. */
export function letterTables(database: SqlDatabase) {
  const { query, prepare } = database;
  const letters = query.selectFrom('letters').selectAll();
  const saveLetter = versionedRow<LetterRow>(database, 'letters', 'letterId', letterColumns);
  const letter = prepare((of: { id: string }) => letters.where('letterId', '=', of.id));
  const lettersOfCase = prepare((of: { caseId: string }) =>
    letters.where('caseId', '=', of.caseId).orderBy('writtenAt'),
  );
  const lettersUnderWay = prepare(() =>
    query
      .selectFrom('letters')
      .select('state')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(sql<boolean>`state in ('queued', 'sending', 'unsure', 'failed')`)
      .groupBy('state'),
  );
  const attachments = query.selectFrom('attachments').selectAll();
  const saveAttachment = versionedRow<AttachmentRow>(
    database,
    'attachments',
    'attachmentId',
    attachmentColumns,
  );
  const attachment = prepare((of: { id: string }) => attachments.where('attachmentId', '=', of.id));
  const attachmentsOfCase = prepare((of: { caseId: string }) =>
    attachments.where('caseId', '=', of.caseId).orderBy('addedAt'),
  );
  return {
    putLetter: ({ attachmentIds, ...rest }: Letter) =>
      saveLetter({ ...rest, attachmentIdsJson: toJson(attachmentIds) }),
    letter(id: LetterId): Letter | null {
      const row = letter.first({ id });
      return row === undefined ? null : readLetter(row);
    },
    lettersOfCase: (caseId: CaseId) => lettersOfCase.all({ caseId }).map(readLetter),
    lettersUnderWay: () =>
      Object.fromEntries(lettersUnderWay.all({}).map(({ state, count }) => [state, count])),
    putAttachment: (one: Attachment) => saveAttachment(one),
    attachment(id: AttachmentId): Attachment | null {
      const row = attachment.first({ id });
      return row === undefined ? null : readAttachment(row);
    },
    attachmentsOfCase: (caseId: CaseId) => attachmentsOfCase.all({ caseId }).map(readAttachment),
  };
}
