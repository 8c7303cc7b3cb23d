import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import { stretchesOfDay } from '../calendar/zone-days.ts';

/**
 * CLOCK-3: whole days end at the hour at which they began on the clocks of the zone, the rest is time as it passes. A
 * negative length goes back likewise: "three days before" is the same hour three days earlier.
 */
export function addCalendar(start: Instant, length: Milliseconds, timeZone: string): Instant {
  const whole = Math.trunc(length / days(1));
  const rest = length - whole * days(1);
  return (whole === 0 ? start : sameHour(start, whole, timeZone)) + rest;
}

function sameHour(start: Instant, by: number, timeZone: string): Instant {
  const wall = start + offsetIn(start, timeZone) + by * days(1);
  // no zone is more than a day off
  for (let day = Math.floor(wall / days(1)) - 1; ; day += 1) {
    for (const { from, until, offset } of stretchesOfDay(timeZone, day)) {
      if (from + offset >= wall) return from;
      if (until + offset > wall) return wall - offset;
    }
  }
}

function offsetIn(at: Instant, timeZone: string): Milliseconds {
  const stretches = stretchesOfDay(timeZone, Math.floor(at / days(1)));
  return stretches.find(({ until }) => at < until)?.offset ?? 0;
}
