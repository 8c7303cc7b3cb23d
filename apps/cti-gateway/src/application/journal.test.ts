import { asId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import { okafor } from '../testing/cast.ts';
import { createFakeLog } from '../testing/fake-ports.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { settle } from '../testing/rig.ts';
import { openJournal } from './journal.ts';

function open() {
  const store = createMemoryStore();
  const clock = createManualClock();
  const log = createFakeLog();
  const journal = openJournal({ store, clock, log, commitRetry: 1_000, doneWithin: 200 });
  return { store, clock, log, journal };
}

const presence = (agent: string, since: number) =>
  ({
    put: 'presence',
    presence: { agentId: asId<'agent'>(agent), presence: { state: 'ready', since } },
  }) as const;

describe('the journal', () => {
  test('CALL-2 effects follow the writing, in the order in which things happened', async () => {
    const { store, journal } = open();
    const told: string[] = [];
    void journal.write({
      changes: [presence('maya', 1)],
      after: () => told.push(`maya ${store.commits.length}`),
    });
    void journal.write({
      changes: [presence('li', 2)],
      after: () => told.push(`li ${store.commits.length}`),
    });
    expect(told).toEqual([]);
    await journal.written();
    expect(told).toEqual(['maya 1', 'li 1']);
  });

  test('what happens in one stroke is one transaction, with each row’s last value', async () => {
    const { store, journal } = open();
    void journal.write({ changes: [presence('maya', 1)] });
    await journal.write({ changes: [presence('maya', 2), presence('li', 3)] });
    expect(store.commits).toEqual([[presence('maya', 2), presence('li', 3)]]);
  });

  test('an entry that is refused does not take the others with it', async () => {
    const { journal, store } = open();
    const customer = { put: 'customer', customer: { ...okafor, version: 5 } } as const;
    const refused = journal.write({ changes: [customer] });
    const written = journal.write({ changes: [presence('maya', 1)] });
    expect(await refused).toEqual({ ok: false, refusal: 'conflict' });
    expect(await written).toEqual({ ok: true, value: undefined });
    expect(await store.presences()).toHaveLength(1);
  });

  test('a store that does not answer is tried again until it does, and health says so', async () => {
    const { journal, store, clock } = open();
    store.failWith(new Error('the disk is full'));
    const written = journal.write({ changes: [presence('maya', 1)] });
    await settle();
    expect(journal.status().failing).toBe(true);
    store.failWith(null);
    clock.advance(1_000);
    expect(await written).toEqual({ ok: true, value: undefined });
    expect(journal.status().failing).toBe(false);
  });

  test('an entry that the store can’t take though it answers is left out, and the next one written', async () => {
    const { journal, store } = open();
    const commit = store.commit.bind(store);
    store.commit = (changes) => {
      const spoilt = changes.some((change) => change.put === 'draft');
      return spoilt ? Promise.reject(new Error('no such column')) : commit(changes);
    };
    const draft = {
      put: 'draft',
      agentId: asId<'agent'>('maya'),
      draft: { about: 'x', text: 'y', keptAt: 1 },
    } as const;
    const spoilt = journal.write({ changes: [draft] });
    const next = journal.write({ changes: [presence('maya', 1)] });
    await expect(spoilt).rejects.toThrow('left out');
    expect((await next).ok).toBe(true);
  });

  test('one line of bookkeeping that can’t be written stops neither calls nor the gateway', async () => {
    const { journal, store, log } = open();
    const commit = store.commit.bind(store);
    store.commit = (changes) => {
      const spoilt = changes.some((change) => change.put === 'audit');
      return spoilt ? Promise.reject(new Error('no such column')) : commit(changes);
    };
    journal.writeSoon({ put: 'audit', at: 1, who: null, did: 'signInFailed', to: 'x', detail: {} });
    journal.writeSoon({ put: 'consequenceDone', consequenceId: 'one' });
    expect(await journal.write({ changes: [presence('maya', 1)] })).toEqual({ ok: true, value: undefined });
    expect(await journal.write({ changes: [presence('li', 2)] })).toEqual({ ok: true, value: undefined });
    expect(store.commits.flat().map(({ put }) => put)).toEqual(['consequenceDone', 'presence', 'presence']);
    expect(log.lines.map(({ what }) => what)).toContain('bookkeeping could not be written');
  });

  test('bookkeeping goes along with the next transaction, or alone after a moment', async () => {
    const { journal, store, clock } = open();
    const done = { put: 'consequenceDone', consequenceId: 'one' } as const;
    journal.writeSoon(done);
    await journal.write({ changes: [presence('maya', 1)] });
    expect(store.commits).toEqual([[done, presence('maya', 1)]]);
    journal.writeSoon(done);
    await settle();
    expect(store.commits).toHaveLength(1);
    clock.advance(200);
    await settle();
    expect(store.commits).toHaveLength(2);
  });

  test('stopping writes what is there and gives up on a store that does not answer', async () => {
    const { journal, store } = open();
    journal.writeSoon(presence('maya', 1));
    await journal.stop();
    expect(store.commits).toHaveLength(1);
    await expect(journal.write({ changes: [presence('maya', 2)] })).rejects.toThrow('stopped');
  });

  test('stopping does not wait for ever', async () => {
    const { journal, store } = open();
    store.failWith(new Error('gone'));
    const lost = journal.write({ changes: [presence('maya', 1)] });
    const stopping = journal.stop();
    await expect(lost).rejects.toThrow('lost');
    await stopping.catch(() => undefined);
  });
});
