import type { Instant } from '@ringside/shared/model/instant';
import type { Clock } from '../ports/clock.ts';
import type { Change, Deadline } from '../ports/store.ts';

/**
 * Times at which something must be looked at again. Those that must survive a restart are rows of the store; here they
 * are kept in mind too, and one timer runs to the soonest.
 */
export interface Deadlines {
  /** Keeps a deadline; the change writes its row. Nothing where it is kept already. */
  with(deadline: Deadline): readonly Change[];
  without(key: string): readonly Change[];
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

export function openDeadlines({ clock, meet }: Needs): Deadlines {
  const kept = new Map<string, Deadline>();
  /** keys that have a row; one that rang keeps it until what it led to is written */
  const rows = new Set<string>();
  let stopped = false;
  let timer: { readonly at: Instant; readonly cancel: () => void } | null = null;

  function keep(deadline: Deadline): void {
    if (stopped) return;
    kept.set(deadline.key, deadline);
    armFor(deadline.at);
  }

  function armFor(at: Instant): void {
    if (timer !== null && timer.at <= at) return;
    timer?.cancel();
    timer = { at, cancel: clock.after(Math.max(0, at - clock.now()), ring) };
  }

  function ring(): void {
    timer = null;
    const now = clock.now();
    const due = [...kept.values()].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    for (const deadline of due) {
      // an earlier one may have moved or removed it
      if (kept.get(deadline.key) === deadline && kept.delete(deadline.key)) meet(deadline);
    }
    rearm();
  }

  function rearm(): void {
    let soonest: Instant | null = null;
    for (const { at } of kept.values()) if (soonest === null || at < soonest) soonest = at;
    if (soonest !== null) armFor(soonest);
  }

  return {
    with: (deadline) => {
      if (kept.get(deadline.key)?.at === deadline.at) return [];
      rows.add(deadline.key);
      keep(deadline);
      return [{ put: 'deadline', deadline }];
    },
    without: (key) => {
      kept.delete(key);
      return rows.delete(key) ? [{ put: 'deadlineGone', key }] : [];
    },
    watch: keep,
    unwatch: (key) => void kept.delete(key),
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
    },
  };
}
