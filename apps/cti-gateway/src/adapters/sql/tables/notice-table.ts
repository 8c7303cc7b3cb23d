import type { NoticeId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { languages } from '@ringside/shared/model/language';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Notice } from '../../../domain/notice/notice.ts';
import { noticeStates } from '../../../domain/notice/notice.ts';
import { idColumn, instantColumn, rowReader } from '../read-row.ts';
import type { NoticeRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { versionedRow } from '../write-row.ts';

const columns = [
  'noticeId',
  'toAgentId',
  'address',
  'language',
  'subject',
  'text',
  'calendar',
  'usefulUntil',
  'state',
  'queuedAt',
  'sentAt',
  'attempts',
  'nextAttemptAt',
  'trouble',
  'version',
] as const;

const readNotice = rowReader<Notice>(
  'notices',
  ['noticeId'],
  z.object({
    noticeId: idColumn<'notice'>(),
    toAgentId: idColumn<'agent'>(),
    address: z.string(),
    language: z.enum(languages),
    subject: z.string(),
    text: z.string(),
    calendar: z.string().nullable(),
    usefulUntil: instantColumn,
    state: z.enum(noticeStates),
    queuedAt: instantColumn,
    sentAt: instantColumn.nullable(),
    attempts: z.number(),
    nextAttemptAt: instantColumn.nullable(),
    trouble: z.string().nullable(),
    version: z.number(),
  }),
);

/** The words of the partial index, so that SQLite takes it. */
const underWay = sql<boolean>`state in ('queued', 'sending', 'unsure', 'failed')`;

/** E-mails to colleagues. */
export function noticeTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const notices = query.selectFrom('notices').selectAll();
  const save = versionedRow<NoticeRow>(database, 'notices', 'noticeId', columns);
  const notice = prepare((of: { id: string }) => notices.where('noticeId', '=', of.id));
  const counted = prepare(() =>
    query
      .selectFrom('notices')
      .select('state')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(underWay)
      .groupBy('state'),
  );
  const ofState = prepare((of: { state: string; since: number; limit: number }) =>
    notices
      .where(underWay)
      .where('state', '=', of.state)
      .where('queuedAt', '>=', of.since)
      .orderBy('queuedAt', 'desc')
      .limit(of.limit),
  );
  return {
    putNotice: (one: Notice) => save(one),
    notice(id: NoticeId): Notice | null {
      const row = notice.first({ id });
      return row === undefined ? null : readNotice(row);
    },
    noticesUnderWay: () => Object.fromEntries(counted.all({}).map(({ state, count }) => [state, count])),
    noticesInTrouble: (since: Instant, limit: number): readonly Notice[] =>
      ['failed', 'unsure']
        .flatMap((state) => ofState.all({ state, since, limit }).map(readNotice))
        .sort((a, b) => b.queuedAt - a.queuedAt)
        .slice(0, limit),
  };
}
