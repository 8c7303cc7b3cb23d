import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { BoardAll, BoardChanges, BoardMessage } from '@ringside/shared/protocol/board';
import type { Clock } from '../../ports/clock.ts';
import type { Screen } from '../../ports/desk.ts';
import type { Log } from '../../ports/log.ts';
import type { BoardRows } from './board-rows.ts';
import { changesBetween } from './changes.ts';
import { withoutCustomers } from './without-customers.ts';

/** Somebody who watches: what they are shown on, and whether they (still) may be. */
export interface Watcher {
  readonly screen: Screen;
  /** an administrator of the system is shown no customers */
  readonly seesCustomers: boolean;
  readonly mayWatch: (now: Instant) => boolean;
}

/**
 * The live floor for those who watch it (SPEC BOARD): looked at once a second for all of them together, and not at all
 * while nobody watches.
 */
export interface ControlRoom {
  /** Shows everything now, then what changes; a second time it begins anew. */
  watch(watcher: Watcher): void;
  unwatch(screen: Screen): void;
  watchers(): number;
  stop(): void;
}

interface Needs {
  readonly run: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly every: Milliseconds;
  readonly rows: (now: Instant) => BoardRows;
}

export function openControlRoom({ run, clock, log, every, rows }: Needs): ControlRoom {
  const watchers = new Map<Screen, Watcher>();
  let n = 0;
  let shown: BoardRows | null = null;
  let timer: (() => void) | null = null;

  function look(): void {
    timer = null;
    const now = clock.now();
    for (const watcher of watchers.values()) if (!watcher.mayWatch(now)) watchers.delete(watcher.screen);
    if (watchers.size === 0) {
      shown = null;
      return;
    }
    // armed first: a floor that can't be read this second may be read the next
    timer = clock.after(every, look);
    try {
      showChanges(now);
    } catch (cause) {
      log.error('the floor could not be shown', {
        cause: cause instanceof Error ? cause.stack : String(cause),
      });
    }
  }

  /** Everybody who watches stands at `shown`. */
  function showChanges(now: Instant): void {
    const fresh = rows(now);
    const changes = shown === null ? null : changesBetween(shown, fresh);
    shown = fresh;
    if (changes === null) return;
    n += 1;
    const message: BoardChanges = { kind: 'changes', run, n, at: now, ...changes };
    tell([...watchers.values()], message);
  }

  /** The same object to everybody, so that it is put into bytes once. */
  function tell(whom: readonly Watcher[], message: BoardMessage): void {
    const plain = whom.every(({ seesCustomers }) => seesCustomers) ? null : withoutCustomers(message);
    for (const { screen, seesCustomers } of whom) {
      try {
        screen.board(seesCustomers || plain === null ? message : plain);
      } catch (cause) {
        log.warn('a board could not be shown', { cause: String(cause) });
      }
    }
  }

  function watch(watcher: Watcher): void {
    const now = clock.now();
    // the others are brought to this moment first, so that one numbering does for all
    if (shown !== null) showChanges(now);
    shown ??= rows(now);
    watchers.set(watcher.screen, watcher);
    const { queues, agents, calls } = shown;
    const all: BoardAll = {
      kind: 'all',
      run,
      n,
      at: now,
      queues: [...queues],
      agents: [...agents],
      calls: [...calls],
    };
    tell([watcher], all);
    timer ??= clock.after(every, look);
  }

  return {
    watch,
    unwatch: (screen) => void watchers.delete(screen),
    watchers: () => watchers.size,
    stop: () => {
      watchers.clear();
      timer?.();
      timer = null;
    },
  };
}
