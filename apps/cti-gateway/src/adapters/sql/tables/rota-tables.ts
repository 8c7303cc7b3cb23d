import type { AbsenceId, AgentId, RotaChangeId, RotaId, SwapId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { isE164 } from '@ringside/shared/model/phone-number';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import {
  absenceKinds,
  calendarFaults,
  changeOrigins,
  dutyReaches,
  swapKinds,
  swapStates,
} from '@ringside/shared/model/rota';
import { z } from 'zod';
import type { FollowedCalendar } from '../../../domain/calendar/followed-calendar.ts';
import type { DutyContact } from '../../../domain/rota/duty-contact.ts';
import type { Absence, DutyStretch, LocalTime, RotaChange, Swap } from '../../../domain/rota/rota.ts';
import { idColumn, instantColumn, jsonColumn, nullableId, rowReader, toJson } from '../read-row.ts';
import type {
  AbsenceRow,
  DoneOnceRow,
  DutyContactRow,
  DutyStretchRow,
  FollowedCalendarRow,
  RotaChangeRow,
  SwapRow,
} from '../schema-rota.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { insertRow, upsertRow, versionedRow } from '../write-row.ts';

const changeColumns = [
  'changeId',
  'rotaId',
  'layer',
  'from',
  'until',
  'agentId',
  'origin',
  'swapId',
  'reason',
  'madeBy',
  'madeAt',
  'undoneBy',
  'undoneAt',
  'version',
] as const;
const absenceColumns = [
  'absenceId',
  'agentId',
  'from',
  'until',
  'kind',
  'note',
  'feedUid',
  'madeBy',
  'madeAt',
  'removedAt',
  'version',
] as const;
const calendarColumns = [
  'agentId',
  'address',
  'etag',
  'readWholeAt',
  'lastReadAt',
  'failingSince',
  'failedTimes',
  'fault',
  'version',
] as const;
const swapColumns = [
  'swapId',
  'kind',
  'rotaId',
  'layer',
  'from',
  'until',
  'askedBy',
  'askedAt',
  'reason',
  'wantsJson',
  'askedJson',
  'declinedJson',
  'state',
  'takenBy',
  'endedAt',
  'version',
] as const;
const contactColumns = ['agentId', 'reach', 'phone', 'email', 'version'] as const;

const readChange = rowReader<RotaChange>(
  'rotaChanges',
  ['changeId'],
  z.object({
    changeId: idColumn<'rotaChange'>(),
    rotaId: idColumn<'rota'>(),
    layer: z.string(),
    from: z.string(),
    until: z.string(),
    agentId: nullableId<'agent'>(),
    origin: z.enum(changeOrigins),
    swapId: nullableId<'swap'>(),
    reason: z.string(),
    madeBy: idColumn<'agent'>(),
    madeAt: instantColumn,
    undoneBy: nullableId<'agent'>(),
    undoneAt: instantColumn.nullable(),
    version: z.number(),
  }),
);
const readAbsence = rowReader<Absence>(
  'absences',
  ['absenceId'],
  z.object({
    absenceId: idColumn<'absence'>(),
    agentId: idColumn<'agent'>(),
    from: instantColumn,
    until: instantColumn,
    kind: z.enum(absenceKinds),
    note: z.string(),
    feedUid: z.string().nullable(),
    madeBy: nullableId<'agent'>(),
    madeAt: instantColumn,
    removedAt: instantColumn.nullable(),
    version: z.number(),
  }),
);
const readCalendar = rowReader<FollowedCalendar>(
  'followedCalendars',
  ['agentId'],
  z
    .object({
      agentId: idColumn<'agent'>(),
      address: z.url(),
      etag: z.string().nullable(),
      readWholeAt: instantColumn,
      lastReadAt: instantColumn,
      failingSince: instantColumn.nullable(),
      failedTimes: z.number(),
      fault: z.enum(calendarFaults).nullable(),
      version: z.number(),
    })
    .transform(({ failingSince, failedTimes, fault, ...row }) => ({
      ...row,
      failing:
        failingSince === null || fault === null ? null : { since: failingSince, times: failedTimes, fault },
    })),
);
const readSwap = rowReader<Swap>(
  'swaps',
  ['swapId'],
  z
    .object({
      swapId: idColumn<'swap'>(),
      kind: z.enum(swapKinds),
      rotaId: idColumn<'rota'>(),
      layer: z.string(),
      from: z.string(),
      until: z.string(),
      askedBy: idColumn<'agent'>(),
      askedAt: instantColumn,
      reason: z.string(),
      wantsJson: jsonColumn(
        z
          .object({ agentId: idColumn<'agent'>(), layer: z.string(), from: z.string(), until: z.string() })
          .nullable(),
      ),
      askedJson: jsonColumn(z.array(idColumn<'agent'>())),
      declinedJson: jsonColumn(z.array(z.object({ agentId: idColumn<'agent'>(), at: instantColumn }))),
      state: z.enum(swapStates),
      takenBy: nullableId<'agent'>(),
      endedAt: instantColumn.nullable(),
      version: z.number(),
    })
    .transform(({ wantsJson, askedJson, declinedJson, ...row }) => ({
      ...row,
      wants: wantsJson,
      asked: askedJson,
      declined: declinedJson,
    })),
);
const readStretch = rowReader<DutyStretch>(
  'dutyStretches',
  ['rotaId', 'layer', 'from'],
  z.object({
    rotaId: idColumn<'rota'>(),
    layer: z.string(),
    from: instantColumn,
    until: instantColumn,
    agentId: nullableId<'agent'>(),
    how: z.enum(['turn', ...changeOrigins, 'declared', 'gap']),
    gap: z.enum(['nobody', 'absent', 'notActive']).nullable(),
    missing: nullableId<'agent'>(),
    changeId: nullableId<'rotaChange'>(),
  }),
);
const readContact = rowReader<DutyContact>(
  'dutyContacts',
  ['agentId'],
  z.object({
    agentId: idColumn<'agent'>(),
    reach: z.enum(dutyReaches),
    phone: z.custom<PhoneNumber>((value) => typeof value === 'string' && isE164(value)).nullable(),
    email: z.string().nullable(),
    version: z.number(),
  }),
);

/** Who is on instead of whose turn it is, who is away, who asks whom to swap, and how people are reached. */
export const rotaTables = (database: SqlDatabase) => ({
  ...changeTable(database),
  ...absenceTable(database),
  ...calendarTable(database),
  ...dutyTable(database),
  ...swapTable(database),
  ...contactTable(database),
  ...onceTable(database),
});

function changeTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const changes = query.selectFrom('rotaChanges').selectAll();
  const save = versionedRow<RotaChangeRow>(database, 'rotaChanges', 'changeId', changeColumns);
  const one = prepare((of: { id: string }) => changes.where('changeId', '=', of.id));
  const within = prepare((of: { from: string; until: string }) =>
    changes.where('until', '>', of.from).where('from', '<', of.until).orderBy('madeAt').orderBy('changeId'),
  );
  return {
    putRotaChange: (change: RotaChange) => save(change),
    rotaChange(id: RotaChangeId): RotaChange | null {
      const row = one.first({ id });
      return row === undefined ? null : readChange(row);
    },
    rotaChanges: (rotaId: RotaId | null, from: LocalTime, until: LocalTime) =>
      within
        .all({ from, until })
        .map(readChange)
        .filter((change) => rotaId === null || change.rotaId === rotaId),
  };
}

function absenceTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const absences = query.selectFrom('absences').selectAll();
  const save = versionedRow<AbsenceRow>(database, 'absences', 'absenceId', absenceColumns);
  const one = prepare((of: { id: string }) => absences.where('absenceId', '=', of.id));
  const within = prepare((of: { from: number; until: number }) =>
    absences
      .where('removedAt', 'is', null)
      .where('until', '>', of.from)
      .where('from', '<', of.until)
      .orderBy('from')
      .orderBy('absenceId'),
  );
  const fed = prepare((of: { agentId: string }) =>
    absences
      .where('removedAt', 'is', null)
      .where('agentId', '=', of.agentId)
      .where('feedUid', 'is not', null),
  );
  return {
    putAbsence: (absence: Absence) => save(absence),
    absence(id: AbsenceId): Absence | null {
      const row = one.first({ id });
      return row === undefined ? null : readAbsence(row);
    },
    absences: (from: Instant, until: Instant) => within.all({ from, until }).map(readAbsence),
    absencesFromFeed: (agentId: AgentId) => fed.all({ agentId }).map(readAbsence),
  };
}

function calendarTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const calendars = query.selectFrom('followedCalendars').selectAll();
  const save = versionedRow<FollowedCalendarRow>(database, 'followedCalendars', 'agentId', calendarColumns);
  const one = prepare((of: { agentId: string }) => calendars.where('agentId', '=', of.agentId));
  const all = prepare(() => calendars.orderBy('agentId'));
  const gone = prepare((of: { agentId: string }) =>
    query.deleteFrom('followedCalendars').where('agentId', '=', of.agentId),
  );
  return {
    putFollowedCalendar: ({ failing, ...row }: FollowedCalendar) =>
      save({
        ...row,
        failingSince: failing?.since ?? null,
        failedTimes: failing?.times ?? 0,
        fault: failing?.fault ?? null,
      }),
    followedCalendarGone: (agentId: AgentId) => void gone.run({ agentId }),
    followedCalendar(agentId: AgentId): FollowedCalendar | null {
      const row = one.first({ agentId });
      return row === undefined ? null : readCalendar(row);
    },
    followedCalendars: () => all.all({}).map(readCalendar),
  };
}

function dutyTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const stretches = query.selectFrom('dutyStretches').selectAll();
  const save = upsertRow<DutyStretchRow>(
    database,
    'dutyStretches',
    ['rotaId', 'layer', 'from'],
    ['rotaId', 'layer', 'from', 'until', 'agentId', 'how', 'gap', 'missing', 'changeId'],
  );
  const within = prepare((of: { rotaId: string; from: number; until: number }) =>
    stretches
      .where('rotaId', '=', of.rotaId)
      .where('until', '>', of.from)
      .where('from', '<', of.until)
      .orderBy('until'),
  );
  const latest = prepare((of: { rotaId: string }) =>
    query
      .selectFrom('dutyStretches')
      .select('until')
      .where('rotaId', '=', of.rotaId)
      .orderBy('until', 'desc')
      .limit(1),
  );
  return {
    putDutyStretch: (stretch: DutyStretch) => void save.run(stretch),
    dutyStretches: (rotaId: RotaId, from: Instant, until: Instant) =>
      within
        .all({ rotaId, from, until })
        .map(readStretch)
        .sort((a, b) => (a.layer < b.layer ? -1 : Number(a.layer > b.layer)) || a.from - b.from),
    dutyWrittenUntil: (rotaId: RotaId): Instant | null => latest.first({ rotaId })?.until ?? null,
  };
}

function swapTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const swaps = query.selectFrom('swaps').selectAll();
  const save = versionedRow<SwapRow>(database, 'swaps', 'swapId', swapColumns);
  const one = prepare((of: { id: string }) => swaps.where('swapId', '=', of.id));
  const latest = prepare((of: { limit: number }) => swaps.orderBy('askedAt', 'desc').limit(of.limit));
  const ofRota = prepare((of: { rotaId: string; limit: number }) =>
    swaps.where('rotaId', '=', of.rotaId).orderBy('askedAt', 'desc').limit(of.limit),
  );
  const open = prepare(() => swaps.where('endedAt', 'is', null).orderBy('askedAt', 'desc'));
  return {
    putSwap: ({ wants, asked, declined, ...rest }: Swap) =>
      save({ ...rest, wantsJson: toJson(wants), askedJson: toJson(asked), declinedJson: toJson(declined) }),
    swap(id: SwapId): Swap | null {
      const row = one.first({ id });
      return row === undefined ? null : readSwap(row);
    },
    swaps: (rotaId: RotaId | null, limit: number) =>
      (rotaId === null ? latest.all({ limit }) : ofRota.all({ rotaId, limit })).map(readSwap),
    openSwaps: () => open.all({}).map(readSwap),
  };
}

function contactTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const all = prepare(() => query.selectFrom('dutyContacts').selectAll());
  const save = versionedRow<DutyContactRow>(database, 'dutyContacts', 'agentId', contactColumns);
  return {
    putDutyContact: (contact: DutyContact) => save(contact),
    dutyContacts: () => all.all({}).map(readContact),
  };
}

function onceTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const insert = insertRow<DoneOnceRow>(database, 'doneOnce', ['key', 'at']);
  const one = prepare((of: { key: string }) =>
    query.selectFrom('doneOnce').select('at').where('key', '=', of.key),
  );
  const doneOnce = (key: string): Instant | null => one.first({ key })?.at ?? null;
  return {
    putDoneOnce(key: string, at: Instant): 'conflict' | null {
      if (doneOnce(key) !== null) return 'conflict';
      insert.run({ key, at });
      return null;
    },
    doneOnce,
  };
}
