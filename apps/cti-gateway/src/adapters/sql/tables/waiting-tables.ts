import { sql } from 'kysely';
import type { QueueId, RecordingId, TaskId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import { isE164 } from '@ringside/shared/model/phone-number';
import { z } from 'zod';
import type { Recording } from '../../../domain/waiting/recording.ts';
import type { AgreedCallback } from '../../../ports/store.ts';
import { idColumn, instantColumn, nullableId, rowReader } from '../read-row.ts';
import type { CallbackRow, RecordingRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { upsertRow } from '../write-row.ts';

const recordingColumns = [
  'recordingId',
  'callId',
  'queueId',
  'customerId',
  'number',
  'startedAt',
  'length',
  'taskId',
  'ownerId',
  'deletedAt',
] as const;
const callbackColumns = ['callId', 'of', 'number', 'askedFrom', 'by', 'agreedAt'] as const;

const readRecording = rowReader<Recording>(
  'recordings',
  ['recordingId'],
  z.object({
    recordingId: idColumn<'recording'>(),
    callId: idColumn<'call'>(),
    queueId: idColumn<'queue'>(),
    customerId: nullableId<'customer'>(),
    number: z.string().refine(isE164).nullable(),
    startedAt: instantColumn,
    length: z.number().nullable(),
    taskId: nullableId<'task'>(),
    ownerId: nullableId<'agent'>(),
    deletedAt: instantColumn.nullable(),
  }),
);

/** Messages that callers left, callbacks that were agreed, and what recent calls took. */
export function waitingTables(database: SqlDatabase) {
  return { ...recordingTable(database), ...callbackTable(database) };
}

function recordingTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const recordings = query.selectFrom('recordings').selectAll();
  const put = upsertRow<RecordingRow>(database, 'recordings', ['recordingId'], recordingColumns);
  const one = prepare((of: { recordingId: string }) => recordings.where('recordingId', '=', of.recordingId));
  const unfinished = prepare(() => recordings.where('length', 'is', null).orderBy('startedAt'));
  const kept = prepare((of: { before: number; limit: number }) =>
    recordings
      .where('startedAt', '<', of.before)
      .where('deletedAt', 'is', null)
      .where(sql<boolean>`length > 0`)
      .orderBy('startedAt')
      .limit(of.limit),
  );
  const ofTask = prepare((of: { taskId: string }) => recordings.where('taskId', '=', of.taskId));
  return {
    putRecording: (recording: Recording) => void put.run(recording),
    recording(recordingId: RecordingId): Recording | null {
      const row = one.first({ recordingId });
      return row === undefined ? null : readRecording(row);
    },
    unfinishedRecordings: (): readonly Recording[] => unfinished.all({}).map(readRecording),
    recordingsBefore: (before: Instant, limit: number): readonly Recording[] =>
      kept.all({ before, limit }).map(readRecording),
    recordingsOfTasks: (taskIds: readonly TaskId[]): readonly Recording[] =>
      taskIds.flatMap((taskId) => ofTask.all({ taskId })).map(readRecording),
  };
}

function callbackTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const put = upsertRow<CallbackRow>(database, 'callbacks', ['callId'], callbackColumns);
  const calling = prepare((of: { number: string; since: number }) =>
    query
      .selectFrom('callbacks')
      .select('callId')
      .where('number', '=', of.number)
      .where('agreedAt', '>=', of.since)
      .where('by', 'is', null),
  );
  const askedFrom = prepare((of: { number: string; since: number }) =>
    query
      .selectFrom('callbacks')
      .select('callId')
      .where('askedFrom', '=', of.number)
      .where('agreedAt', '>=', of.since),
  );
  const handled = prepare((of: { since: number; limit: number }) =>
    query
      .selectFrom('calls')
      .select(['queueId', sql<number>`talkMs + holdMs + wrapUpMs`.as('handleMs')])
      .where('answeredAt', '>=', of.since)
      .where('answeredAt', 'is not', null)
      .where('outcome', '=', 'handled')
      .where('queueId', 'is not', null)
      .orderBy('answeredAt', 'desc')
      .limit(of.limit),
  );
  return {
    putCallback: (callback: AgreedCallback) => void put.run(callback),
    callbacksSince(number: PhoneNumber, since: Instant): number {
      const both = [...calling.all({ number, since }), ...askedFrom.all({ number, since })];
      return new Set(both.map(({ callId }) => callId)).size;
    },
    recentHandling: (since: Instant, limit: number): readonly { queueId: QueueId; handleMs: number }[] =>
      handled
        .all({ since, limit })
        .flatMap(({ queueId, handleMs }) =>
          queueId === null ? [] : [{ queueId: asId<'queue'>(queueId), handleMs }],
        ),
  };
}
