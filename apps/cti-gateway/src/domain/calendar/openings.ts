import type { Instant } from '@ringside/shared/model/instant';
import { days, minutes } from '@ringside/shared/model/instant';
import type { Calendar, CalendarException, OpenInterval, Weekday } from '../centre/calendar.ts';
import { stretchAt } from './zone-days.ts';

/** A time without a break, [from, until). */
export interface Opening {
  readonly from: Instant;
  readonly until: Instant;
}

/** `getUTCDay` counts from Sunday. */
const byDay: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * When the doors are open from an instant on, in order and joined where one follows the other, so that a night is one
 * opening. The first begins at `from` where they are open then. Looks no further than `horizon`.
 */
export function* openings(
  calendar: Calendar,
  timeZone: string,
  from: Instant,
  horizon: Instant,
): Generator<Opening, undefined> {
  let last: Opening | null = null;
  for (const piece of pieces(calendar, timeZone, from, horizon)) {
    if (last !== null && piece.from <= last.until) {
      last = { from: last.from, until: Math.max(last.until, piece.until) };
    } else {
      if (last !== null) yield last;
      last = piece;
    }
  }
  if (last !== null) yield last;
  return undefined;
}

/** CAL-2: within a stretch wall time is plain arithmetic, so an hour that comes twice is open twice, and one that is left out never. */
function* pieces(
  calendar: Calendar,
  timeZone: string,
  from: Instant,
  horizon: Instant,
): Generator<Opening, undefined> {
  const special = new Map(calendar.exceptions.map((one) => [one.date, one]));
  for (let at = from; at < horizon;) {
    const stretch = stretchAt(at, timeZone);
    const firstDay = Math.floor((stretch.from + stretch.offset) / days(1));
    for (let day = firstDay; day * days(1) < stretch.until + stretch.offset; day += 1) {
      const midnight = day * days(1) - stretch.offset;
      for (const hours of hoursOfDay(calendar, special, day)) {
        const opening = {
          from: Math.max(midnight + minutes(hours.from), stretch.from),
          until: Math.min(midnight + minutes(hours.until), stretch.until),
        };
        if (opening.from < opening.until) yield opening;
      }
    }
    at = stretch.until;
  }
  return undefined;
}

/** `day` counts local days since 1970-01-01. */
export function hoursOfDay(
  { week }: Calendar,
  special: ReadonlyMap<string, CalendarException>,
  day: number,
): readonly OpenInterval[] {
  const date = new Date(day * days(1));
  return special.get(localDate(day))?.open ?? week[byDay[date.getUTCDay()] ?? 'sun'];
}

/** ISO 8601 date of a local day counted since 1970-01-01. */
export const localDate = (day: number): string => new Date(day * days(1)).toISOString().slice(0, 10);
