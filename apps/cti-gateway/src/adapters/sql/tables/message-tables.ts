import { messagePriorities } from '@ringside/shared/model/floor-message';
import type { AgentId, MessageId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { z } from 'zod';
import type { FloorMessage, MessageTo } from '../../../domain/supervision/floor-message.ts';
import { idColumn, instantColumn, rowReader } from '../read-row.ts';
import type { MessageReaderRow, MessageRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { upsertRow } from '../write-row.ts';

const columns = [
  'messageId',
  'at',
  'fromId',
  'toKind',
  'toId',
  'priority',
  'text',
  'caseId',
  'caseReference',
] as const;
const readerColumns = ['messageId', 'agentId', 'readAt'] as const;

const readMessage = rowReader(
  'messages',
  ['messageId'],
  z.object({
    messageId: idColumn<'message'>(),
    at: instantColumn,
    fromId: idColumn<'agent'>(),
    toKind: z.enum(['agent', 'queue', 'all', 'inCharge']),
    toId: z.string().nullable(),
    priority: z.enum(messagePriorities),
    text: z.string(),
    caseId: idColumn<'case'>().nullable(),
    caseReference: z.string().nullable(),
  }),
);

/** What was told people on the floor, and who has read it. */
export function messageTables(database: SqlDatabase) {
  const { query, prepare } = database;
  const put = upsertRow<MessageRow>(database, 'messages', ['messageId'], columns);
  const putReader = upsertRow<MessageReaderRow>(
    database,
    'messageReaders',
    ['messageId', 'agentId'],
    readerColumns,
  );
  const since = prepare((of: { at: number }) =>
    query.selectFrom('messages').selectAll().where('at', '>=', of.at).orderBy('at').orderBy('messageId'),
  );
  const before = prepare((of: { at: number }) =>
    query.selectFrom('messages').select('messageId').where('at', '<', of.at),
  );
  const readers = prepare((of: { messageId: string }) =>
    query.selectFrom('messageReaders').selectAll().where('messageId', '=', of.messageId).orderBy('agentId'),
  );
  const read = prepare((of: { messageId: string; agentId: string; at: number }) =>
    query
      .updateTable('messageReaders')
      .set({ readAt: of.at })
      .where('messageId', '=', of.messageId)
      .where('agentId', '=', of.agentId),
  );
  const drop = prepare((of: { messageId: string }) =>
    query.deleteFrom('messages').where('messageId', '=', of.messageId),
  );
  const dropReaders = prepare((of: { messageId: string }) =>
    query.deleteFrom('messageReaders').where('messageId', '=', of.messageId),
  );

  return {
    putMessage({ to, escalated, readers: people, ...message }: FloorMessage) {
      const { messageId, at, fromId, priority, text } = message;
      const [caseId, caseReference] = [escalated?.caseId ?? null, escalated?.reference ?? null];
      put.run({
        ...{ messageId, at, fromId, priority, text, caseId, caseReference },
        toKind: to.kind,
        toId: idOf(to),
      });
      for (const { agentId, readAt } of people) putReader.run({ messageId, agentId, readAt });
    },
    putMessageRead(one: { readonly messageId: MessageId; readonly agentId: AgentId; readonly at: Instant }) {
      read.run(one);
    },
    messagesGone(at: Instant) {
      for (const { messageId } of before.all({ at })) {
        dropReaders.run({ messageId });
        drop.run({ messageId });
      }
    },
    messagesSince: (at: Instant): readonly FloorMessage[] =>
      since.all({ at }).map((row) => {
        const { toKind, toId, caseId, caseReference, ...message } = readMessage(row);
        const people = readers.all({ messageId: row.messageId });
        return {
          ...message,
          to: meantFor(toKind, toId),
          escalated: caseId === null || caseReference === null ? null : { caseId, reference: caseReference },
          readers: people.map(({ agentId, readAt }) => ({ agentId: asId<'agent'>(agentId), readAt })),
        };
      }),
  };
}

function idOf(to: MessageTo): string | null {
  switch (to.kind) {
    case 'agent':
      return to.agentId;
    case 'queue':
      return to.queueId;
    case 'all':
    case 'inCharge':
      return null;
  }
}

function meantFor(kind: MessageTo['kind'], toId: string | null): MessageTo {
  if (kind === 'inCharge') return { kind };
  if (toId === null || kind === 'all') return { kind: 'all' };
  return kind === 'agent' ? { kind, agentId: asId(toId) } : { kind, queueId: asId(toId) };
}
