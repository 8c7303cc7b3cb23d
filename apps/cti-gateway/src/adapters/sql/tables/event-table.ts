import type { CallId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { callStream } from '../../../domain/call/call-stream.ts';
import type { StoredEvent } from '../../../ports/store.ts';
import { z } from 'zod';
import { instantColumn, jsonColumn, rowReader, toJson } from '../read-row.ts';
import type { EventRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { columnsOf } from '../sql-database.ts';

const callStreams = callStream(asId(''));
const columns = ['stream', 'version', 'type', 'at', 'bodyJson'] as const;

const readEvent = rowReader<StoredEvent>(
  'events',
  ['stream', 'version'],
  z
    .object({ type: z.string(), at: instantColumn, bodyJson: jsonColumn(z.unknown()) })
    .transform(({ type, at, bodyJson }) => ({ type, at, body: bodyJson })),
);

/** Streams of events, and which calls' streams are not settled. */
export function eventTable({ query, prepare }: SqlDatabase) {
  const version = prepare((of: { stream: string }) =>
    query
      .selectFrom('events')
      .select('version')
      .where('stream', '=', of.stream)
      .orderBy('version', 'desc')
      .limit(1),
  );
  const insert = prepare((row: EventRow) => query.insertInto('events').values(columnsOf(columns, row)));
  const select = prepare((of: { stream: string }) =>
    query.selectFrom('events').selectAll().where('stream', '=', of.stream).orderBy('version'),
  );
  const begin = prepare((of: { callId: string }) =>
    query
      .insertInto('liveCalls')
      .values({ callId: of.callId })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const settle = prepare((of: { callId: string }) =>
    query.deleteFrom('liveCalls').where('callId', '=', of.callId),
  );
  const live = prepare(() => query.selectFrom('liveCalls').select('callId').orderBy('callId'));

  const events = (stream: string): readonly StoredEvent[] => select.all({ stream }).map(readEvent);
  return {
    events,

    append(stream: string, expectedVersion: number, added: readonly StoredEvent[]): 'conflict' | null {
      if ((version.first({ stream })?.version ?? 0) !== expectedVersion) return 'conflict';
      if (expectedVersion === 0 && stream.startsWith(callStreams))
        begin.run({ callId: stream.slice(callStreams.length) });
      added.forEach(({ type, at, body }, i) => {
        insert.run({ stream, version: expectedVersion + i + 1, type, at, bodyJson: toJson(body) });
      });
      return null;
    },

    settle: (callId: CallId) => void settle.run({ callId }),

    liveCallStreams: () =>
      live.all({}).map(({ callId }) => {
        const id = asId<'call'>(callId);
        return { callId: id, events: events(callStream(id)) };
      }),
  };
}
