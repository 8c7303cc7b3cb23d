import type { Milliseconds } from '@ringside/shared/model/instant';
import type { Clock } from '../../ports/clock.ts';

/** Node's timers hold 32 bits; a longer wait would fire at once. */
const longestTimer = 2 ** 31 - 1;

/** The system's time. Waits are measured on the monotonic clock, so that a corrected wall clock neither cuts nor stretches them. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (wait, then) => after(wait, then, longestTimer),
};

/**
 * Time that only moves on, whatever is done to the wall clock: for what measures silences and waits alone, such as SIP's
 * timers. It begins at the wall clock's time.
 */
export const steadyClock: Clock = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
  after: systemClock.after,
};

/** As Clock.after, in steps of at most `longestStep`. */
export function after(wait: Milliseconds, then: () => void, longestStep: Milliseconds): () => void {
  const due = performance.now() + wait;
  let timer = setTimeout(step, Math.min(Math.max(wait, 0), longestStep));
  function step(): void {
    const left = due - performance.now();
    if (left > 1) timer = setTimeout(step, Math.min(left, longestStep));
    else then();
  }
  return () => clearTimeout(timer);
}
