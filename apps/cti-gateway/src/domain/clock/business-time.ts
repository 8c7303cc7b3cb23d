import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Opening } from '../calendar/openings.ts';
import { hoursOfDay } from '../calendar/openings.ts';
import { stretchesOfDay } from '../calendar/zone-days.ts';
import type { Calendar } from '../centre/calendar.ts';

/** How far ahead a clock is followed before it counts as never due (CLOCK-8). */
const sight = 3_653;

/** CLOCK-2: how much of [from, until) a calendar is open. */
export function businessBetween(
  from: Instant,
  until: Instant,
  calendar: Calendar,
  timeZone: string,
): Milliseconds {
  let sum = 0;
  for (const opening of openingsBetween(from, until, calendar, timeZone)) sum += opening.until - opening.from;
  return sum;
}

/**
 * CLOCK-2: the first instant at which so much business time has passed since the start; null where the calendar does
 * not open for long enough in sight.
 */
export function addBusiness(
  start: Instant,
  length: Milliseconds,
  calendar: Calendar,
  timeZone: string,
): Instant | null {
  if (length <= 0) return start;
  const openDays = openDaysOf(calendar, timeZone);
  const first = dayOf(start);
  let left = length;
  for (let day = first; day < first + sight; day += 1) {
    for (const { from, until } of openDays(day)) {
      const counts = until - Math.max(from, start);
      if (counts >= left) return until - counts + left;
      if (counts > 0) left -= counts;
    }
  }
  return null;
}

/** When a calendar is open within [from, until), cut to it, in order; an opening over midnight UTC is in two pieces. */
export function* openingsBetween(
  from: Instant,
  until: Instant,
  calendar: Calendar,
  timeZone: string,
): Generator<Opening, undefined> {
  const openDays = openDaysOf(calendar, timeZone);
  for (let day = dayOf(from); day * days(1) < until; day += 1) {
    for (const opening of openDays(day)) {
      const cut = { from: Math.max(opening.from, from), until: Math.min(opening.until, until) };
      if (cut.from < cut.until) yield cut;
    }
  }
  return undefined;
}

const dayOf = (at: Instant): number => Math.floor(at / days(1));

type OpenDays = (day: number) => readonly Opening[];

/** Thousands of clocks go by one calendar: its days are worked out once. A changed calendar is another object. */
const known = new WeakMap<Calendar, Map<string, OpenDays>>();

function openDaysOf(calendar: Calendar, centreZone: string): OpenDays {
  const timeZone = calendar.timeZone ?? centreZone;
  let ofCalendar = known.get(calendar);
  if (ofCalendar === undefined) known.set(calendar, (ofCalendar = new Map()));
  let openDays = ofCalendar.get(timeZone);
  if (openDays === undefined) ofCalendar.set(timeZone, (openDays = readOpenDays(calendar, timeZone)));
  return openDays;
}

/** Openings by UTC day. */
function readOpenDays(calendar: Calendar, timeZone: string): OpenDays {
  const special = new Map(calendar.exceptions.map((one) => [one.date, one]));
  const read = new Map<number, readonly Opening[]>();
  return (day) => {
    let openings = read.get(day);
    if (openings === undefined) {
      openings = joined(
        stretchesOfDay(timeZone, day).flatMap(({ from, until, offset }) => {
          const within: Opening[] = [];
          for (let local = dayOf(from + offset); local * days(1) < until + offset; local += 1) {
            const midnight = local * days(1) - offset;
            for (const hours of hoursOfDay(calendar, special, local)) {
              const opening = {
                from: Math.max(midnight + hours.from * 60_000, from),
                until: Math.min(midnight + hours.until * 60_000, until),
              };
              if (opening.from < opening.until) within.push(opening);
            }
          }
          return within;
        }),
      );
      read.set(day, openings);
    }
    return openings;
  };
}

/** Hours that overlap count once. */
function joined(openings: readonly Opening[]): readonly Opening[] {
  const result: Opening[] = [];
  for (const { from, until } of openings) {
    const last = result.at(-1);
    if (last !== undefined && from <= last.until)
      result[result.length - 1] = { from: last.from, until: Math.max(last.until, until) };
    else result.push({ from, until });
  }
  return result;
}
