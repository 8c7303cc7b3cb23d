import { clockKinds, clockTimes } from '@ringside/shared/model/case-clock';
import type { AgentId, CaseId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CaseClock } from '../../../domain/clock/case-clock.ts';
import { idColumn, instantColumn, jsonColumn, nullableId, rowReader, toJson } from '../read-row.ts';
import type { CaseClockRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { columnsOf } from '../sql-database.ts';

const columns = [
  'caseId',
  'clock',
  'rule',
  'time',
  'calendarId',
  'startedAt',
  'target',
  'dueAt',
  'pausesJson',
  'metAt',
  'stoppedAt',
  'warningsGiven',
  'breachedAt',
  'stepsTaken',
  'acknowledgedAt',
  'version',
] as const;

const readClock = rowReader<CaseClock>(
  'caseClocks',
  ['caseId', 'clock'],
  z
    .object({
      caseId: idColumn<'case'>(),
      clock: z.enum(clockKinds),
      rule: z.string(),
      time: z.enum(clockTimes),
      calendarId: nullableId<'calendar'>(),
      startedAt: instantColumn,
      target: z.number(),
      dueAt: instantColumn.nullable(),
      pausesJson: jsonColumn(
        z.array(
          z.object({
            from: instantColumn,
            until: instantColumn.nullable(),
            why: z.string(),
            who: nullableId<'agent'>(),
          }),
        ),
      ),
      metAt: instantColumn.nullable(),
      stoppedAt: instantColumn.nullable(),
      warningsGiven: z.number(),
      breachedAt: instantColumn.nullable(),
      stepsTaken: z.number(),
      acknowledgedAt: instantColumn.nullable(),
      version: z.number(),
    })
    .transform(({ pausesJson, ...row }) => ({ ...row, pauses: pausesJson })),
);

/** Clocks of cases; of one kind a case has one. */
export function clockTable({ query, prepare }: SqlDatabase) {
  const insert = prepare((row: CaseClockRow) =>
    query
      .insertInto('caseClocks')
      .values(columnsOf(columns, row))
      .onConflict((conflict) => conflict.columns(['caseId', 'clock']).doNothing()),
  );
  const update = prepare((row: CaseClockRow & { readonly before: number }) =>
    query
      .updateTable('caseClocks')
      .set(columnsOf(columns, row))
      .where('caseId', '=', row.caseId)
      .where('clock', '=', row.clock)
      .where('version', '=', row.before),
  );
  const ofCase = prepare((of: { caseId: string }) =>
    query.selectFrom('caseClocks').selectAll().where('caseId', '=', of.caseId).orderBy('clock'),
  );
  const openCases = prepare((of: { caseId: string; limit: number }) =>
    query
      .selectFrom('cases')
      .select('caseId')
      .where('closedAt', 'is', null)
      .where('caseId', '>', of.caseId)
      .orderBy('caseId')
      .limit(of.limit),
  );
  const running = query
    .selectFrom('caseClocks')
    .selectAll()
    .where('metAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .orderBy('dueAt')
    .orderBy('caseId')
    .orderBy('clock');
  const due = prepare((of: { until: number; limit: number }) =>
    running.where('dueAt', '<', of.until).limit(of.limit),
  );
  const warned = prepare((of: { now: number; limit: number }) =>
    running.where('dueAt', '>=', of.now).where('warningsGiven', '>', sql.lit(0)).limit(of.limit),
  );
  const alerting = prepare((of: { limit: number }) =>
    query
      .selectFrom('caseClocks')
      .selectAll()
      .where('metAt', 'is', null)
      .where('stoppedAt', 'is', null)
      .where('acknowledgedAt', 'is', null)
      .where('breachedAt', 'is not', null)
      .orderBy('breachedAt')
      .limit(of.limit),
  );
  const alertingOf = prepare((of: { ownerId: string; limit: number }) =>
    query
      .selectFrom('cases as c')
      .innerJoin('caseClocks as k', 'k.caseId', 'c.caseId')
      .selectAll('k')
      .where('c.ownerId', '=', of.ownerId)
      .where('c.closedAt', 'is', null)
      .where('k.metAt', 'is', null)
      .where('k.stoppedAt', 'is', null)
      .where('k.acknowledgedAt', 'is', null)
      .where('k.breachedAt', 'is not', null)
      .limit(of.limit),
  );
  return {
    putCaseClock({ pauses, ...rest }: CaseClock): 'conflict' | null {
      const row: CaseClockRow = { ...rest, pausesJson: toJson(pauses) };
      const saved = row.version === 1 ? insert.run(row) : update.run({ ...row, before: row.version - 1 });
      return saved === 1 ? null : 'conflict';
    },
    clocksOfCase: (caseId: CaseId) => ofCase.all({ caseId }).map(readClock),
    openCaseIds: (after: CaseId | null, limit: number) =>
      openCases.all({ caseId: after ?? '', limit }).map(({ caseId }) => asId<'case'>(caseId)),
    clocksAtRisk: ({ now, until }: { now: Instant; until: Instant | null }, limit: number) => {
      const past = due.all({ until: until ?? now, limit });
      const near = until === null ? warned.all({ now, limit: limit - past.length }) : [];
      return [...past, ...near].map(readClock);
    },
    alertingClocks: (ownerId: AgentId | null, limit: number) =>
      (ownerId === null ? alerting.all({ limit }) : alertingOf.all({ ownerId, limit })).map(readClock),
  };
}
