import { fillComplaints } from '@ringside/cti-gateway/src/adapters/sql/fill-complaints.ts';
import { openStore } from '@ringside/cti-gateway/src/adapters/sql/open-store.ts';
import { everyCase } from '@ringside/shared/protocol/prevention';
import { folderWithComplaints } from '../support/filled-folder.ts';
import type { Bench } from './bench.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 21, 2);
const rounds = 5;

export const bench: Bench = {
  name: 'cause_figures_longest_turn_ms',
  unit: 'ms',
  about:
    'how long a call waits at most while the figures of 200,000 cases of a year are counted (wanted: under 20 ms)',
  async measure(tell) {
    const folder = await folderWithComplaints(200_000, fillComplaints(now), tell);
    const store = openStore({ folder, callingCode: '886' });
    try {
      const longest: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const began = performance.now();
        longest.push(await longestTurnDuring(() => store.caseCells(everyCase, now - 365 * day, now)));
        const counted = performance.now();
        const page = { from: now - 365 * day, until: now, before: null, limit: 50 };
        const rare = { ...everyCase, causes: [null], products: ['nothing'] };
        longest.push(await longestTurnDuring(() => store.casesBehind(rare, page)));
        const searched = performance.now();
        longest.push(await longestTurnDuring(() => store.contactsBetween(now - 365 * day, now)));
        const ended = performance.now();
        tell(
          `all figures ${(counted - began).toFixed(0)} ms, a page of nothing ${(searched - counted).toFixed(0)} ms, ` +
            `contacts ${(ended - searched).toFixed(0)} ms`,
        );
      }
      return longest;
    } finally {
      await store.close();
    }
  },
};

/** The longest time in which nothing else was done. */
async function longestTurnDuring(work: () => Promise<unknown>): Promise<number> {
  let [longest, last, isOver] = [0, performance.now(), false];
  const look = (): void => {
    const at = performance.now();
    longest = Math.max(longest, at - last);
    last = at;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await work();
  longest = Math.max(longest, performance.now() - last);
  isOver = true;
  return longest;
}
