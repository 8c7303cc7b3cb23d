import type { Instant } from '@ringside/shared/model/instant';
import { minutes } from '@ringside/shared/model/instant';
import type { Clock } from '../ports/clock.ts';
import type { Change, Deadline } from '../ports/store.ts';
import { soonestFirst } from './soonest-first.ts';

/**
 * Times at which something must be looked at again. Those that must survive a restart are rows of the store; here they
 * are kept in mind too, and one timer runs to the soonest.
 */
export interface Deadlines {
  /** Keeps a deadline; the change writes its row. Nothing where it is kept already. */
  with(deadline: Deadline): readonly Change[];
  without(key: string): readonly Change[];
  /**
   * The changes that let the row say this (`at` null: let it go), for a commit that may yet be refused: in mind the sooner
   * of both times is kept, since looking too early does no harm.
   */
  moved(deadline: Omit<Deadline, 'at'> & { readonly at: Instant | null }): readonly Change[];
  /** The one in mind under this key. */
  of(key: string): Deadline | undefined;
  /** Keeps a deadline in mind only: it has no meaning after a restart. */
  watch(deadline: Deadline): void;
  unwatch(key: string): void;
  /** Takes over the rows that the last run left. */
  take(rows: readonly Deadline[]): void;
  stop(): void;
}

interface Needs {
  readonly clock: Clock;
  /** looks at what is due; a deadline rings once */
  readonly meet: (deadline: Deadline) => void;
}

/** After a night of standing still thousands are due at once: a call that comes in waits behind so many at most. */
const atOnce = 200;
/** The wall clock may be set, and a machine may sleep: nothing is found due later than so much after its time. */
const longestWait = minutes(1);

export function openDeadlines({ clock, meet }: Needs): Deadlines {
  const kept = soonestFirst<Deadline>();
  /** due, and not yet looked at: an earlier one may move or remove it */
  const ringing = new Map<string, Deadline>();
  /** keys that have a row; one that rang keeps it until what it led to is written */
  const rows = new Set<string>();
  let stopped = false;
  let timer: { readonly at: Instant; readonly cancel: () => void } | null = null;

  function keep(deadline: Deadline): void {
    if (stopped) return;
    ringing.delete(deadline.key);
    kept.put(deadline);
    armFor(deadline.at);
  }

  function forget(key: string): void {
    ringing.delete(key);
    kept.remove(key);
  }

  function armFor(at: Instant): void {
    if (timer !== null && timer.at <= at) return;
    timer?.cancel();
    const wait = Math.min(Math.max(0, at - clock.now()), longestWait);
    timer = { at, cancel: clock.after(wait, ring) };
  }

  function ring(): void {
    timer = null;
    const now = clock.now();
    for (let due = kept.soonest(); due !== undefined && due.at <= now; due = kept.soonest()) {
      if (ringing.size === atOnce) break;
      kept.remove(due.key);
      ringing.set(due.key, due);
    }
    for (const [key, deadline] of ringing) if (ringing.delete(key)) meet(deadline);
    const next = kept.soonest();
    if (next !== undefined) armFor(next.at);
  }

  return {
    with: (deadline) => {
      if (kept.get(deadline.key)?.at === deadline.at) return [];
      rows.add(deadline.key);
      keep(deadline);
      return [{ put: 'deadline', deadline }];
    },
    without: (key) => {
      forget(key);
      return rows.delete(key) ? [{ put: 'deadlineGone', key }] : [];
    },
    moved: ({ at, ...deadline }) => {
      if (at === null) return [{ put: 'deadlineGone', key: deadline.key }];
      rows.add(deadline.key);
      keep({ ...deadline, at: Math.min(at, kept.get(deadline.key)?.at ?? at) });
      return [{ put: 'deadline', deadline: { ...deadline, at } }];
    },
    of: (key) => kept.get(key),
    watch: keep,
    unwatch: forget,
    take: (left) => {
      for (const deadline of left) {
        rows.add(deadline.key);
        keep(deadline);
      }
    },
    stop: () => {
      stopped = true;
      timer?.cancel();
      timer = null;
      kept.clear();
      ringing.clear();
    },
  };
}
