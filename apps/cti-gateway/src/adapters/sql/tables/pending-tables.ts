import type { Instant } from '@ringside/shared/model/instant';
import type { Consequence, Deadline } from '../../../ports/store.ts';
import type { LegRecord } from '../../../ports/switch.ts';
import { z } from 'zod';
import { idColumn, instantColumn, jsonColumn, nullableId, rowReader, toJson } from '../read-row.ts';
import type { ConsequenceRow, DeadlineRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { columnsOf } from '../sql-database.ts';
import { upsertRow } from '../write-row.ts';

const readConsequence = rowReader<Consequence>(
  'consequences',
  ['consequenceId'],
  z
    .object({
      consequenceId: z.string(),
      callId: nullableId<'call'>(),
      at: instantColumn,
      bodyJson: jsonColumn(z.unknown()),
    })
    .transform(({ bodyJson, ...row }) => ({ ...row, body: bodyJson })),
);
const readDeadline = rowReader<Deadline>(
  'deadlines',
  ['key'],
  z
    .object({ key: z.string(), at: instantColumn, bodyJson: jsonColumn(z.unknown()) })
    .transform(({ bodyJson, ...row }) => ({ ...row, body: bodyJson })),
);
const readLeg = rowReader<LegRecord>(
  'legs',
  ['callId', 'legId'],
  z.object({ callId: idColumn<'call'>(), legId: idColumn<'leg'>(), record: z.string() }),
);

/** What is still to be done: consequences to ask, deadlines to keep, legs to resume. Rows go when it is done. */
export function pendingTables(database: SqlDatabase) {
  return { ...consequenceTable(database), ...deadlineTable(database), ...legTable(database) };
}

function consequenceTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const insert = prepare((row: ConsequenceRow) =>
    query
      .insertInto('consequences')
      .values(columnsOf(['consequenceId', 'callId', 'at', 'bodyJson'], row))
      .onConflict((conflict) => conflict.doNothing()),
  );
  const remove = prepare((of: { consequenceId: string }) =>
    query.deleteFrom('consequences').where('consequenceId', '=', of.consequenceId),
  );
  const select = prepare(() =>
    query.selectFrom('consequences').selectAll().orderBy('at').orderBy('consequenceId'),
  );
  return {
    putConsequence: ({ consequenceId, callId, at, body }: Consequence) =>
      void insert.run({ consequenceId, callId, at, bodyJson: toJson(body) }),
    consequenceDone: (consequenceId: string) => void remove.run({ consequenceId }),
    pendingConsequences: () => select.all({}).map(readConsequence),
  };
}

function deadlineTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const upsert = upsertRow<DeadlineRow>(database, 'deadlines', ['key'], ['key', 'at', 'bodyJson']);
  const remove = prepare((of: { key: string }) => query.deleteFrom('deadlines').where('key', '=', of.key));
  const due = prepare((of: { until: number; limit: number }) =>
    query.selectFrom('deadlines').selectAll().where('at', '<=', of.until).orderBy('at').limit(of.limit),
  );
  const next = prepare(() => query.selectFrom('deadlines').select('at').orderBy('at').limit(1));
  return {
    putDeadline: ({ key, at, body }: Deadline) => void upsert.run({ key, at, bodyJson: toJson(body) }),
    deadlineGone: (key: string) => void remove.run({ key }),
    deadlines: (until: Instant, limit: number) => due.all({ until, limit }).map(readDeadline),
    nextDeadlineAt: (): Instant | null => next.first({})?.at ?? null,
  };
}

function legTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const upsert = upsertRow<LegRecord>(database, 'legs', ['callId', 'legId'], ['callId', 'legId', 'record']);
  const remove = prepare((of: { callId: string; legId: string }) =>
    query.deleteFrom('legs').where('callId', '=', of.callId).where('legId', '=', of.legId),
  );
  const select = prepare(() => query.selectFrom('legs').selectAll().orderBy('callId').orderBy('legId'));
  return {
    putLeg: (leg: LegRecord) => void upsert.run(leg),
    legGone: (callId: string, legId: string) => void remove.run({ callId, legId }),
    legRecords: () => select.all({}).map(readLeg),
  };
}
