import { measureFirstPages } from '@ringside/cti-gateway/src/adapters/sql/work-list.bench.ts';
import { openStore } from '@ringside/cti-gateway/src/adapters/sql/open-store.ts';
import { folderWithWork } from '../support/filled-folder.ts';
import type { Bench } from './bench.ts';
import { resultOf } from './bench.ts';

const now = Date.UTC(2026, 10, 21, 2);
const rounds = 50;

export const bench: Bench = {
  name: 'work_list_first_page_ms',
  unit: 'ms',
  about:
    'the first 50 rows of eleven filters, easy and hard, with 200,000 open cases and 1,000,000 tasks (wanted: under 50 ms)',
  async measure(tell) {
    const folder = await folderWithWork({ cases: 200_000, tasks: 1_000_000, people: 200, now }, tell);
    const store = openStore({ folder, callingCode: '886' });
    try {
      const times = await measureFirstPages(store, now, rounds);
      for (const [name, samples] of times) {
        const { median, p95 } = resultOf({ name, unit: 'ms' }, samples);
        tell(`${name}: ${median.toFixed(2)} ms median, ${p95.toFixed(2)} ms p95`);
      }
      return [...times.values()].flat();
    } finally {
      await store.close();
    }
  },
};
