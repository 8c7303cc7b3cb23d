import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { Clock } from '../ports/clock.ts';

/** A clock that moves when a test says so. */
export interface ManualClock extends Clock {
  /** Moves on and calls everything that falls due on the way, in order, each at its own time. */
  advance(by: Milliseconds): void;
}

export function createManualClock(start: Instant = 0): ManualClock {
  let now = start;
  let waiting: { readonly at: Instant; readonly call: () => void }[] = [];

  function nextUntil(end: Instant) {
    const due = waiting.filter(({ at }) => at <= end);
    return due.reduce<(typeof due)[number] | null>(
      (first, one) => (first === null || one.at < first.at ? one : first),
      null,
    );
  }

  return {
    now: () => now,
    after(wait, then) {
      const one = { at: now + Math.max(0, wait), call: then };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
    advance(by) {
      const end = now + by;
      for (let next = nextUntil(end); next !== null; next = nextUntil(end)) {
        const fired = next;
        waiting = waiting.filter((other) => other !== fired);
        now = Math.max(now, fired.at);
        fired.call();
      }
      now = end;
    },
  };
}
