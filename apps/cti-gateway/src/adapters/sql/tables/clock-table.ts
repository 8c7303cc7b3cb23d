import { clockKinds, clockTimes } from '@ringside/shared/model/case-clock';
import type { CaseId } from '@ringside/shared/model/ids';
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
        z.array(z.object({ from: instantColumn, until: instantColumn.nullable(), why: z.string() })),
      ),
      metAt: instantColumn.nullable(),
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
  return {
    putCaseClock({ pauses, ...rest }: CaseClock): 'conflict' | null {
      const row: CaseClockRow = { ...rest, pausesJson: toJson(pauses) };
      const saved = row.version === 1 ? insert.run(row) : update.run({ ...row, before: row.version - 1 });
      return saved === 1 ? null : 'conflict';
    },
    clocksOfCase: (caseId: CaseId) => ofCase.all({ caseId }).map(readClock),
  };
}
