import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { days, hours } from '@ringside/shared/model/instant';
import { openings } from '../calendar/openings.ts';
import type { Calendar } from '../centre/calendar.ts';

/** COMP-9: a request is decided within two business hours, and reminded of at half the time. */
export const decideWithin: Milliseconds = hours(2);
export const remindAfter: Milliseconds = decideWithin / 2;

/** Past every holiday; a calendar that does not open within it can't be waited for. */
const sight = days(60);

/** When a time has passed in which the doors were open. Without a calendar, or where it never opens, every hour counts. */
export function afterOpenTime(
  from: Instant,
  length: Milliseconds,
  calendar: Calendar | null,
  centreZone: string,
): Instant {
  if (calendar === null) return from + length;
  let left = length;
  for (const open of openings(calendar, calendar.timeZone ?? centreZone, from, from + sight)) {
    if (left <= open.until - open.from) return open.from + left;
    left -= open.until - open.from;
  }
  return from + length;
}
