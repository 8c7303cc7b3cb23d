import { asId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import type { Tier } from '@ringside/shared/model/tier';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../ports/store.ts';
import { chen, okafor } from '../../testing/cast.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createMemoryStore } from '../../testing/memory-store.ts';
import { aCase } from '../../testing/records.ts';
import { settle } from '../../testing/rig.ts';
import { openJournal } from '../journal.ts';
import type { Parts } from '../parts.ts';
import { heardBy, openRanks } from './keep-ranks.ts';

const quiet: Parts['log'] = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What keeps priorities, with nothing else of the gateway. */
function ranking() {
  const clock = createManualClock(Date.UTC(2026, 10, 21, 2));
  const memory = createMemoryStore();
  const woken: number[] = [];
  const ranks = openRanks(() => parts);
  const store = heardBy(memory, ranks.take);
  const journal = openJournal({ store, clock, log: quiet, commitRetry: seconds(1), doneWithin: seconds(5) });
  const desks = { showAll: () => undefined };
  const deadlines = { watch: ({ at }: { readonly at: number }) => void woken.push(at) };
  const parts = { store, journal, clock, desks, deadlines, log: quiet } as unknown as Parts;
  const write = async (...changes: readonly Change[]) => {
    await store.commit(changes);
    await settle();
    await new Promise(setImmediate);
    await settle();
  };
  return { clock, memory, store, ranks, woken, write };
}
const tierOf = (customerId: typeof chen.customerId, tier: Tier): Change => ({
  put: 'tiers',
  tiers: [{ customerId, tier: { ...chen.tier, tier } }],
});
const caseOf = (id: string, customerId: typeof chen.customerId): Change => ({
  put: 'case',
  case: aCase(id, { customerId, openedAt: Date.UTC(2026, 10, 21, 2), severity: 'minor', feeling: null }),
});

describe('the tier of a customer', () => {
  test('WORK-2 Mr Chen becomes most valuable: his open case rises at once, with the reason, and Mr Okafor’s stays', async () => {
    const { memory, write } = ranking();
    await write(
      { put: 'customer', customer: { ...chen, tier: { ...chen.tier, tier: 'standard' } } },
      { put: 'customer', customer: { ...okafor, tier: { ...okafor.tier, tier: 'standard' } } },
      caseOf('hose', chen.customerId),
      caseOf('late', okafor.customerId),
    );
    const priority = async (id: string) => (await memory.case(asId(id)))?.priority;
    const before = await priority('hose');
    const others = await priority('late');
    await write(tierOf(chen.customerId, 'mvc'));
    expect(await priority('hose')).toMatchObject({
      score: (before?.score ?? 0) + 8,
      terms: expect.arrayContaining([{ term: 'tier', points: 10 }]) as unknown,
    });
    expect(await priority('late')).toEqual(others);
  });

  test('WORK-2 a disk that fails for a moment: the case is ranked when it is tried again, and not without a pause', async () => {
    const { clock, memory, store, ranks, woken, write } = ranking();
    await write(
      { put: 'customer', customer: { ...chen, tier: { ...chen.tier, tier: 'standard' } } },
      caseOf('hose', chen.customerId),
    );
    const before = (await memory.case(asId('hose')))?.priority.score ?? 0;
    const { caseRanksOf } = store;
    let asked = 0;
    Object.assign(store, {
      caseRanksOf: () => {
        asked += 1;
        return Promise.reject(new Error('the disk does not answer'));
      },
    });
    await write(tierOf(chen.customerId, 'mvc'));
    expect(asked).toBe(1);
    Object.assign(store, { caseRanksOf });
    expect(woken.at(-1)).toBe(clock.now() + seconds(10));
    ranks.look();
    await new Promise(setImmediate);
    await settle();
    expect((await memory.case(asId('hose')))?.priority.score).toBe(before + 8);
  });
});
