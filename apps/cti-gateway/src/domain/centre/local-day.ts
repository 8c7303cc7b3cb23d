import type { Instant } from '@ringside/shared/model/instant';
import { hours } from '@ringside/shared/model/instant';

/** The local day an instant lies in, [from, until), in an IANA zone; 23 or 25 hours long when the clocks change. */
export function localDay(at: Instant, timeZone: string): LocalDay {
  const known = latest.get(timeZone);
  if (known && at >= known.from && at < known.until) return known;
  const day = dayOf(at, timeZone);
  latest.set(timeZone, day);
  return day;
}

export interface LocalDay {
  readonly from: Instant;
  readonly until: Instant;
}

/** The day asked for last in each zone: nearly always the one that is asked for next. */
const latest = new Map<string, LocalDay>();

function dayOf(at: Instant, timeZone: string): LocalDay {
  const from = startOfDay(at, timeZone);
  // noon of the next day is past midnight whether the day has 23, 24 or 25 hours
  return { from, until: startOfDay(from + hours(36), timeZone) };
}

function startOfDay(at: Instant, timeZone: string): Instant {
  const { year, month, day } = wallTime(at, timeZone);
  const midnight = Date.UTC(year, month - 1, day);
  const guess = midnight - offsetAt(midnight, timeZone);
  return midnight - offsetAt(guess, timeZone);
}

/** Local minus UTC in milliseconds. */
export function offsetAt(at: Instant, timeZone: string): number {
  const { year, month, day, hour, minute, second } = wallTime(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000;
}

interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallTime(at: Instant, timeZone: string): WallTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: of('year'),
    month: of('month'),
    day: of('day'),
    hour: of('hour'),
    minute: of('minute'),
    second: of('second'),
  };
}

/** Making a format costs a hundred times what using it does. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
