import type { Instant } from '@ringside/shared/model/instant';
import { days, minutes } from '@ringside/shared/model/instant';
import { offsetAt } from '../centre/local-day.ts';

/** A time, at most a day long, in which wall clocks of a zone run on without a jump: [from, until). */
export interface SteadyStretch {
  readonly from: Instant;
  readonly until: Instant;
  /** local minus UTC, milliseconds */
  readonly offset: number;
}

/** The stretch that begins at an instant. Clocks are taken to change on whole minutes and at most once a day. */
export function steadyStretch(from: Instant, timeZone: string): SteadyStretch {
  const offset = offsetAt(from, timeZone);
  const nextDay = from + days(1);
  if (offsetAt(nextDay, timeZone) === offset) return { from, until: nextDay, offset };
  return { from, until: changeBetween(from, nextDay, (at) => offsetAt(at, timeZone) === offset), offset };
}

/** The first minute at which `before` no longer holds, found by halving. */
function changeBetween(from: Instant, until: Instant, before: (at: Instant) => boolean): Instant {
  let last = Math.floor(from / minutes(1));
  let first = Math.ceil(until / minutes(1));
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    if (before(middle * minutes(1))) last = middle;
    else first = middle;
  }
  return first * minutes(1);
}
