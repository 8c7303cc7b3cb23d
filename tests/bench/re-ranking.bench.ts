import { rmSync } from 'node:fs';
import { setInterval, clearInterval } from 'node:timers';
import { openStore } from '@ringside/cti-gateway/src/adapters/sql/open-store.ts';
import { openJournal } from '@ringside/cti-gateway/src/application/journal.ts';
import type { Parts } from '@ringside/cti-gateway/src/application/parts.ts';
import { openRanks } from '@ringside/cti-gateway/src/application/work-list/keep-ranks.ts';
import { days, seconds } from '@ringside/shared/model/instant';
import { copyOf, folderWithWork } from '../support/filled-folder.ts';
import type { Bench } from './bench.ts';

const filledAt = Date.UTC(2026, 10, 21, 2);
const work = { cases: 200_000, tasks: 1_000_000, people: 200, now: filledAt };
const everyMs = 5;

export const bench: Bench = {
  name: 're_ranking_loop_delay_ms',
  unit: 'ms',
  about:
    'how much later than asked a timer of the gateway fires while 200,000 cases are ranked after five days (wanted: not noticeable)',
  async measure(tell) {
    const folder = copyOf(await folderWithWork(work, tell));
    const store = openStore({ folder, callingCode: '886' });
    try {
      const began = performance.now();
      const delays = await whileRanking(store, filledAt + days(5));
      tell(`all were ranked after ${((performance.now() - began) / 1_000).toFixed(1)} s`);
      return delays;
    } finally {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Ranks until nothing is due, and notes how late each tick is. */
function whileRanking(store: Parts['store'], now: number): Promise<readonly number[]> {
  const delays: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const at = performance.now();
    delays.push(Math.max(0, at - last - everyMs));
    last = at;
  }, everyMs);
  return new Promise((resolve) => {
    const clock: Parts['clock'] = { now: () => now, after: () => () => undefined };
    const log: Parts['log'] = { info: () => undefined, warn: console.error, error: console.error };
    const journal = openJournal({ store, clock, log, commitRetry: seconds(1), doneWithin: seconds(1) });
    const desks = { showAll: () => undefined };
    const deadlines = {
      watch: () => {
        clearInterval(timer);
        resolve(delays);
      },
    };
    openRanks(() => ({ store, clock, log, journal, desks, deadlines }) as unknown as Parts).look();
  });
}
