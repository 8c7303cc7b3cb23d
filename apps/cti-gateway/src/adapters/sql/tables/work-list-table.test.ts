import SqliteFile from 'better-sqlite3';
import { asId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import type { WorkFilter, WorkPlace } from '../../../ports/work-list.ts';
import { workSorts } from '../../../ports/work-list.ts';
import { migrate } from '../migrate.ts';
import { sqlDatabase } from '../sql-database.ts';
import { workListTable } from './work-list-table.ts';

const open: WorkFilter = {
  owner: null,
  team: null,
  types: [],
  stages: [],
  severities: [],
  tiers: [],
  categories: [],
  due: null,
  reopenedOnly: false,
  text: null,
};
const narrowest: Partial<WorkFilter> = {
  team: { familyId: asId('service'), people: [asId('maya')] },
  types: ['complaint'],
  stages: [{ type: 'complaint', stage: 'received' }],
  severities: ['minor'],
  tiers: ['mvc'],
  categories: ['late'],
  due: { from: 1, until: 2 },
  reopenedOnly: true,
  text: { part: 'hose', customers: [asId('okafor')] },
};
const several: Partial<WorkFilter> = {
  types: ['complaint', 'billing'],
  severities: ['minor', 'serious'],
  tiers: ['mvc', 'mgc'],
  categories: ['late', 'damaged'],
};
const filters: readonly WorkFilter[] = [
  open,
  { ...open, ...several },
  { ...open, owner: asId('maya') },
  { ...open, owner: 'nobody' },
  { ...open, ...narrowest },
  { ...open, ...narrowest, owner: 'nobody' },
];
const place: WorkPlace = { caseId: asId('c'), score: 50, openedAt: 5, dueAt: 7 };

/** Plans of all statements that pages in every order need. */
async function plans(): Promise<readonly string[]> {
  const file = new SqliteFile(':memory:');
  migrate(file, 1);
  const prepared = new Set<string>();
  const recording = new Proxy(file, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name) as unknown;
      return (sql: string) => {
        prepared.add(sql);
        return target.prepare(sql);
      };
    },
  });
  const { workPage } = workListTable(sqlDatabase(recording));
  for (const filter of filters)
    for (const sort of workSorts) for (const after of [null, place]) await workPage(filter, sort, after, 50);
  const steps = [...prepared].flatMap((sql) => {
    const blanks = Array.from({ length: sql.split('?').length - 1 }, () => null);
    return file
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...blanks)
      .map(({ detail }) => `${detail} in ${sql}`);
  });
  file.close();
  return steps;
}

describe('the work list’s queries', () => {
  test('WORK-3 whatever the filter and the order, entries are read along an index in that order and never sorted', async () => {
    const steps = await plans();
    const overCases = steps.filter((step) => / cases /u.test(step.split(' in ')[0] ?? ''));
    expect(overCases.length).toBeGreaterThan(filters.length * workSorts.length);
    expect(overCases.filter((step) => !step.includes('USING'))).toEqual([]);
    const sorted = steps.filter((step) => step.startsWith('USE TEMP B-TREE'));
    // one person's are few
    expect(sorted.filter((step) => !step.includes('"ownerId" ='))).toEqual([]);
  });

  test('WORK-3 slight matters, which stand low, are read along an index of their own, not behind all graver ones', async () => {
    const steps = await plans();
    const bySeverity = steps.filter((step) => step.includes('openCasesBySeverity (severity=?'));
    expect(bySeverity.length).toBeGreaterThan(0);
  });
});
