import { performance } from 'node:perf_hooks';
import type { Instant } from '@ringside/shared/model/instant';
import { hours } from '@ringside/shared/model/instant';
import type { WorkFilter, WorkSort, WorkStore } from '../../ports/work-list.ts';
import { syntheticAgent } from './fill-cases.ts';

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
const rowsOfPage = 50;

/** What people look at, and what is hard: rare things, and things that there are none of. */
export const measuredPages = (
  now: Instant,
): readonly { readonly name: string; readonly filter: WorkFilter; readonly sort: WorkSort }[] => [
  { name: 'all', filter: open, sort: 'priority' },
  { name: 'mine', filter: { ...open, owner: syntheticAgent(7) }, sort: 'priority' },
  { name: 'nobody’s', filter: { ...open, owner: 'nobody' }, sort: 'priority' },
  {
    name: 'my team’s',
    filter: {
      ...open,
      team: { familyId: null, people: Array.from({ length: 30 }, (_, n) => syntheticAgent(n)) },
    },
    sort: 'priority',
  },
  { name: 'safety', filter: { ...open, severities: ['safety'] }, sort: 'priority' },
  {
    name: 'minor ones of the most valuable',
    filter: { ...open, severities: ['minor'], tiers: ['mvc'] },
    sort: 'priority',
  },
  { name: 'clocks past their time', filter: { ...open, due: { from: null, until: now } }, sort: 'due' },
  { name: 'at risk', filter: { ...open, due: { from: now, until: now + hours(4) } }, sort: 'priority' },
  {
    name: 'one category, reopened',
    filter: { ...open, categories: ['late'], reopenedOnly: true },
    sort: 'priority',
  },
  { name: 'newest', filter: open, sort: 'newest' },
  { name: 'text', filter: { ...open, text: { part: '漏水 19', customers: [] } }, sort: 'priority' },
];

/** How long the first page of each takes, `n` times over, in milliseconds. */
export async function measureFirstPages(
  store: Pick<WorkStore, 'workPage'>,
  now: Instant,
  n: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>();
  for (let round = -1; round < n; round += 1) {
    for (const { name, filter, sort } of measuredPages(now)) {
      const began = performance.now();
      const rows = await store.workPage(filter, sort, null, rowsOfPage);
      const took = performance.now() - began;
      if (rows.length === 0) throw new Error(`There is nothing to show of: ${name}`);
      // the first round warms up
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), took]);
    }
  }
  return times;
}
