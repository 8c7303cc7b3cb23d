import SqliteFile from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { sqlDatabase } from './sql-database.ts';
import { openTables } from './tables/tables.ts';

/** Tables that grow with the business; the others stay as small as the centre. */
const growing = [
  'events',
  'customers',
  'customerNumbers',
  'orders',
  'payments',
  'products',
  'calls',
  'offers',
  'cases',
  'caseClocks',
  'tasks',
  'promises',
  'compensations',
  'tierHistory',
  'audit',
  'presenceLog',
  'queueVisits',
  'recordings',
  'callbacks',
  'satisfactionChecks',
  'preventions',
  'rotaChanges',
  'absences',
  'swaps',
  'dutyStretches',
  'managerRequests',
  'popLinks',
  'letters',
  'attachments',
  'notices',
];

/** Every statement that the store prepares. */
function statements(): { file: SqliteFile.Database; prepared: readonly string[] } {
  const file = new SqliteFile(':memory:');
  migrate(file, 1);
  const prepared: string[] = [];
  const recording = new Proxy(file, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name) as unknown;
      return (sql: string) => {
        prepared.push(sql);
        return target.prepare(sql);
      };
    },
  });
  openTables(sqlDatabase(recording), '886');
  return { file, prepared };
}

describe('the store’s queries', () => {
  it('STORE-23 none reads through a growing table or sorts it, so that a million customers cost no more than a hundred', () => {
    const { file, prepared } = statements();
    const slow = prepared
      .filter((sql) => !sql.startsWith('insert'))
      .flatMap((sql) => {
        const blanks = Array.from({ length: sql.split('?').length - 1 }, () => null);
        const plan = file.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...blanks);
        return plan.map(({ detail }) => `${detail} in ${sql}`);
      })
      .filter((step) =>
        growing.some((table) => step.startsWith(`SCAN ${table} `) && !step.includes('USING INDEX')),
      );
    expect(slow).toEqual([]);
    expect(prepared.length).toBeGreaterThan(60);
    file.close();
  });
});
