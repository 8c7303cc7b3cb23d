import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { TaskRepeat } from '@ringside/shared/model/case-stage';
import { unreachable } from '@ringside/shared/model/unreachable';
import { offsetAt } from '../centre/local-day.ts';

/** A time on the wall: local days since 1970-01-01, and milliseconds since midnight. */
export interface Wall {
  readonly day: number;
  readonly time: number;
}

export function wallAt(at: Instant, timeZone: string): Wall {
  const local = at + offsetAt(at, timeZone);
  const day = Math.floor(local / days(1));
  return { day, time: local - day * days(1) };
}

/** A time that is left out when the clocks go forward comes after the gap; of one that comes twice the first counts. */
export function instantOf({ day, time }: Wall, timeZone: string): Instant {
  const local = day * days(1) + time;
  const [before, after] = [offsetAt(local - days(1), timeZone), offsetAt(local + days(1), timeZone)];
  const fits = [local - before, local - after].filter((at) => at + offsetAt(at, timeZone) === local);
  return fits.length > 0 ? Math.min(...fits) : local - Math.min(before, after);
}

export interface Series {
  readonly repeat: TaskRepeat;
  /** when its first was due */
  readonly firstDueAt: Instant;
  readonly timeZone: string;
  /** whether the centre works on a local day */
  readonly isWorkday: (day: number) => boolean;
}

/** Further ahead there is no workday. */
const furthest = 366;

/** TASK-9: when a series is due next, after a time; always at the time on the wall at which its first was due. */
export function dueNext(series: Series, after: Instant): Instant {
  const first = wallAt(series.firstDueAt, series.timeZone);
  const on = (day: number): Instant => instantOf({ day, time: first.time }, series.timeZone);
  const from = Math.max(first.day, wallAt(after, series.timeZone).day - 1);
  for (const day of daysOf(series, first.day, from)) if (on(day) > after) return on(day);
  // a calendar without a workday in a year: every day is one
  return dueNext({ ...series, isWorkday: () => true }, after);
}

/** The days of a series from a day on. */
function* daysOf({ repeat, isWorkday }: Series, first: number, from: number): Generator<number, undefined> {
  switch (repeat) {
    case 'daily':
      for (let day = from; ; day += 1) yield day;
    case 'workdays':
      for (let day = from; day < from + furthest; day += 1) if (isWorkday(day)) yield day;
      return undefined;
    case 'weekly':
      for (let day = first + Math.floor((from - first) / 7) * 7; ; day += 7) yield day;
    case 'monthly':
      for (let month = monthsBetween(first, from) - 1; ; month += 1) yield sameDayOfMonth(first, month);
    default:
      return unreachable(repeat);
  }
}

const monthsBetween = (first: number, day: number): number => monthOf(day) - monthOf(first);

function monthOf(day: number): number {
  const date = new Date(day * days(1));
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The 31st of a month that has none is its last day; the month after has its own 31st again. */
function sameDayOfMonth(first: number, months: number): number {
  const month = monthOf(first) + months;
  return dayIn(Math.floor(month / 12), month % 12, new Date(first * days(1)).getUTCDate());
}

function dayIn(year: number, month: number, wanted: number): number {
  const lastDate = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(wanted, lastDate)) / days(1);
}
