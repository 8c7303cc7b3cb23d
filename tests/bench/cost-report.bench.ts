import { fillCosts } from '@ringside/cti-gateway/src/adapters/sql/fill-costs.ts';
import { openStore } from '@ringside/cti-gateway/src/adapters/sql/open-store.ts';
import { folderWithCosts } from '../support/filled-folder.ts';
import type { Bench } from './bench.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 21, 2);
const rounds = 10;

export const bench: Bench = {
  name: 'cost_report_ms',
  unit: 'ms',
  about: 'what 100,000 compensations of half a year cost by cause, kind and tier (wanted: under 100 ms)',
  async measure(tell) {
    const folder = await folderWithCosts(100_000, async (store, count) => fillCosts(store, count, now), tell);
    const store = openStore({ folder, callingCode: '886' });
    try {
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const began = performance.now();
        await store.compensationCosts(now - 182 * day, now);
        times.push(performance.now() - began);
      }
      return times;
    } finally {
      await store.close();
    }
  },
};
