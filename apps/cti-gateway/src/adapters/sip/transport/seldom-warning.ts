import type { Clock } from '../../../ports/clock.ts';
import type { Log } from '../../../ports/log.ts';
import type { Milliseconds } from '@ringside/shared/model/instant';

/** A warning that strangers can cause as often as they like: one line in a while, with how many were left out. */
export function createSeldomWarning(log: Log, clock: Clock, pause: Milliseconds): Log['warn'] {
  let quietUntil = Number.NEGATIVE_INFINITY;
  let leftOut = 0;
  return (what, facts = {}) => {
    const now = clock.now();
    if (now < quietUntil) {
      leftOut += 1;
      return;
    }
    log.warn(what, leftOut === 0 ? facts : { ...facts, leftOut });
    quietUntil = now + pause;
    leftOut = 0;
  };
}
