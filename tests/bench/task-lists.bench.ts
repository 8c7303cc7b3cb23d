import { performance } from 'node:perf_hooks';
import { asId } from '@ringside/shared/model/ids';
import { hours } from '@ringside/shared/model/instant';
import { openStore } from '@ringside/cti-gateway/src/adapters/sql/open-store.ts';
import { syntheticAgent } from '@ringside/cti-gateway/src/adapters/sql/fill-cases.ts';
import type { Store } from '@ringside/cti-gateway/src/ports/store.ts';
import { folderWithWork } from '../support/filled-folder.ts';
import type { Bench } from './bench.ts';
import { resultOf } from './bench.ts';

const now = Date.UTC(2026, 10, 21, 2);
const rounds = 100;
const page = { until: null, after: null, limit: 100 };

const lists: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  'mine until tonight': (store) =>
    store.openTasks({
      ...page,
      whose: { of: 'owner', agentId: syntheticAgent(7) },
      until: now + hours(12),
    }),
  'made by me': (store) => store.openTasks({ ...page, whose: { of: 'maker', agentId: syntheticAgent(7) } }),
  'the team’s': (store) => store.openTasks({ ...page, whose: { of: 'team', familyId: asId('repairs') } }),
  'everybody’s': (store) => store.openTasks({ ...page, whose: { of: 'everybody' } }),
  'everybody’s, from the middle': (store) =>
    store.openTasks({
      ...page,
      whose: { of: 'everybody' },
      after: { dueAt: now + hours(24), taskId: asId('') },
    }),
  'what is due soon': (store) => store.tasksToLookAt(now, 2_000),
};

export const bench: Bench = {
  name: 'task_list_first_page_ms',
  unit: 'ms',
  about: 'a page of 100 of each list of tasks, and the next 2,000 whose time comes, with 1,000,000 tasks',
  async measure(tell) {
    const folder = await folderWithWork({ cases: 200_000, tasks: 1_000_000, people: 200, now }, tell);
    const store = openStore({ folder, callingCode: '886' });
    try {
      const all: number[] = [];
      for (const [name, list] of Object.entries(lists)) {
        const times: number[] = [];
        for (let round = 0; round < rounds; round += 1) {
          const begin = performance.now();
          await list(store);
          times.push(performance.now() - begin);
        }
        const { median, p95 } = resultOf({ name, unit: 'ms' }, times);
        tell(`${name}: ${median.toFixed(2)} ms median, ${p95.toFixed(2)} ms p95`);
        all.push(...times);
      }
      return all;
    } finally {
      await store.close();
    }
  },
};
