import type { Milliseconds } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok } from '@ringside/shared/model/result';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Change, Store } from '../ports/store.ts';
import { coalesce } from './coalesce.ts';

export type WriteRefusal = 'conflict' | 'numberTaken';

export interface Entry {
  readonly changes: readonly Change[];
  /** what follows once the changes are written; entries follow one another in the order they were handed in */
  readonly after?: () => void;
}

/**
 * The one way to the store's commit. Entries are written in the order they are handed in and take effect only when they
 * are written (architecture, decision 2). What comes in while a transaction runs goes into the next one together, so
 * the number of transactions falls as the load rises.
 */
export interface Journal {
  write(entry: Entry): Promise<Result<void, WriteRefusal>>;
  /** For bookkeeping that may wait: goes along with the next transaction, at the latest after `doneWithin`. */
  writeSoon(change: Change): void;
  /** Resolves when everything handed in so far is written. */
  written(): Promise<void>;
  /** Writes what is there, each once more at most, and takes nothing after it. */
  stop(): Promise<void>;
  status(): { readonly unwritten: number; readonly failing: boolean };
}

interface Waiting {
  readonly entry: Entry;
  readonly resolve: (result: Result<void, WriteRefusal>) => void;
  readonly reject: (cause: unknown) => void;
}

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly commitRetry: Milliseconds;
  readonly doneWithin: Milliseconds;
}

/** Enough to carry hundreds of calls a second, small enough to stay far from a database's limits. */
const entriesPerCommit = 100;

export function openJournal(needs: Needs): Journal {
  const waiting: Waiting[] = [];
  const soon: Change[] = [];
  let running = false;
  let failing = false;
  let stopping = false;
  let stopped = false;
  let soonTimer: (() => void) | null = null;

  function write(entry: Entry): Promise<Result<void, WriteRefusal>> {
    if (stopped) return Promise.reject(new Error('The gateway has stopped; nothing is written any more'));
    return new Promise((resolve, reject) => {
      waiting.push({ entry, resolve, reject });
      if (!running) {
        running = true;
        // a microtask later, so that what is decided in one go is written in one go
        void Promise.resolve().then(run);
      }
    });
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, entriesPerCommit);
      await writeBatch(batch, soon.splice(0));
    }
    running = false;
  }

  async function writeBatch(batch: readonly Waiting[], along: readonly Change[]): Promise<void> {
    const changes = coalesce([...along, ...batch.flatMap(({ entry }) => entry.changes)]);
    const outcome = await attempt(changes);
    if (outcome === 'failed' || !outcome.ok) return writeSingly(batch, along);
    failing = false;
    for (const one of batch) settle(one, outcome);
  }

  /** One entry was refused or could not be written: the others shall not suffer from it. */
  async function writeSingly(batch: readonly Waiting[], along: readonly Change[]): Promise<void> {
    for (const change of along) await writeAlone(change);
    for (const one of batch) {
      try {
        settle(one, await untilWritten(one.entry));
      } catch (cause) {
        one.reject(cause);
      }
    }
  }

  /** Bookkeeping has nobody who waits for it: what the store can't take is told and left out. */
  async function writeAlone(change: Change): Promise<void> {
    try {
      await untilWritten({ changes: [change] });
    } catch (cause) {
      needs.log.error('bookkeeping could not be written', { put: change.put, cause: String(cause) });
    }
  }

  /** Tries until the store takes it. A store that answers and still fails has a fault with this entry alone. */
  async function untilWritten(entry: Entry): Promise<Result<void, WriteRefusal>> {
    for (;;) {
      const outcome = await attempt(coalesce(entry.changes));
      if (outcome !== 'failed') {
        failing = false;
        return outcome;
      }
      if (await answers()) throw new Error('The store refuses this entry though it answers; it was left out');
      failing = true;
      if (stopping) throw new Error('The gateway stops and the store does not answer; an entry is lost');
      await new Promise<void>((resolve) => needs.clock.after(needs.commitRetry, resolve));
    }
  }

  async function attempt(changes: readonly Change[]): Promise<Result<void, WriteRefusal> | 'failed'> {
    if (changes.length === 0) return ok(undefined);
    try {
      return await needs.store.commit(changes);
    } catch (cause) {
      needs.log.error('commit failed', {
        cause: String(cause),
        puts: changes.map(({ put }) => put).slice(0, 20),
      });
      return 'failed';
    }
  }

  const answers = (): Promise<boolean> =>
    needs.store.ping().then(
      () => true,
      () => false,
    );

  function settle({ entry, resolve, reject }: Waiting, result: Result<void, WriteRefusal>): void {
    try {
      if (result.ok) entry.after?.();
      resolve(result);
    } catch (cause) {
      needs.log.error('an effect failed', {
        cause: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
      });
      reject(cause);
    }
  }

  function writeSoon(change: Change): void {
    if (stopped) return;
    soon.push(change);
    soonTimer ??= needs.clock.after(needs.doneWithin, () => {
      soonTimer = null;
      if (soon.length > 0) flush().catch(() => undefined);
    });
  }

  async function flush(): Promise<void> {
    if (running || soon.length > 0) await write({ changes: [] });
  }

  return {
    write,
    writeSoon,
    written: flush,
    stop: async () => {
      stopping = true;
      await flush();
      stopped = true;
      soonTimer?.();
    },
    status: () => ({ unwritten: waiting.length, failing }),
  };
}
