import { days } from '@ringside/shared/model/instant';
import type { ContentLine } from './content-lines.ts';
import type { HolidayFaultWord } from './icalendar.ts';

/** Local dates, ISO 8601, both included. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

export interface DatedEvent {
  readonly start: ContentLine;
  readonly end: ContentLine | undefined;
  readonly duration: ContentLine | undefined;
  readonly rule: ContentLine | undefined;
  readonly except: readonly ContentLine[];
  readonly also: readonly ContentLine[];
}

type Raise = (line: ContentLine, why: HolidayFaultWord) => void;

/** A day counted since 1970-01-01. */
type Day = number;

/** The dates within a span on which a whole-day event lies. A rule that can't be understood leaves its first time. */
export function datesOf(event: DatedEvent, span: Span, raise: Raise): readonly string[] {
  const start = wholeDay(event.start, event.start.value, raise);
  if (start === null) return [];
  const length = lengthOf(event, start, raise);
  const [from, until] = [dayOf(span.from), dayOf(span.until)];
  const begins = event.rule === undefined ? [start] : repeated(start, event.rule, until, raise);
  const more = event.also.flatMap((line) => daysIn(line, raise));
  const except = new Set(event.except.flatMap((line) => daysIn(line, raise)));
  const dates = new Set<Day>();
  for (const begin of [...begins, ...more]) {
    if (except.has(begin)) continue;
    for (let day = Math.max(begin, from); day < begin + length && day <= until; day += 1) dates.add(day);
  }
  return [...dates].toSorted((a, b) => a - b).map(isoDate);
}

const daysIn = (line: ContentLine, raise: Raise): Day[] =>
  line.value.split(',').flatMap((value) => wholeDay(line, value, raise) ?? []);

const DATE = /^(\d{4})(\d{2})(\d{2})(T000000Z?)?$/;

/** A date, or midnight; anything else begins at a time of day and closes no whole day. */
function wholeDay(line: ContentLine, value: string, raise: Raise): Day | null {
  const [, year, month, date] = DATE.exec(value.trim()) ?? [];
  if (year === undefined) {
    raise(line, /^\d{8}T\d{6}/.test(value) ? 'notADay' : 'badDate');
    return null;
  }
  const day = realDay(Number(year), Number(month), Number(date));
  if (day === null) raise(line, 'badDate');
  return day;
}

const DURATION = /^\+?P(?:(\d{1,3})W|(\d{1,3})D(?:T.*)?)$/;
const longest = 366;

/** In days; DTEND is the first day that is not part of it any more (RFC 5545 section 3.6.1). */
function lengthOf({ end, duration }: DatedEvent, start: Day, raise: Raise): number {
  if (end !== undefined) {
    const last = wholeDay(end, end.value, raise);
    return last === null ? 1 : Math.min(longest, Math.max(1, last - start));
  }
  if (duration === undefined) return 1;
  const [whole, weeks, count] = DURATION.exec(duration.value) ?? [];
  if (whole === undefined) raise(duration, 'badDuration');
  return Math.min(
    longest,
    Math.max(1, Number(weeks ?? 0) * 7 + Number(count ?? (weeks === undefined ? 1 : 0))),
  );
}

interface YearlyRule {
  readonly interval: number;
  readonly count: number;
  readonly until: Day;
  readonly months: readonly number[] | null;
  readonly monthDay: number | null;
  /** the nth such weekday of the month (from its end below zero); null: a fixed date */
  readonly weekday: { readonly nth: number; readonly day: number } | null;
}

/** Days on which a yearly rule lets an event begin, its start first. */
function repeated(start: Day, line: ContentLine, until: Day, raise: Raise): readonly Day[] {
  const rule = yearlyRule(line);
  if (rule === null) {
    raise(line, 'badRule');
    return [start];
  }
  const first = new Date(start * days(1));
  const begins: Day[] = [];
  for (let year = first.getUTCFullYear(); begins.length < rule.count; year += rule.interval) {
    const inYear = (rule.months ?? [first.getUTCMonth() + 1])
      .map((month) => dayIn(year, month, rule, first.getUTCDate()))
      .filter((day) => day !== null && day >= start);
    for (const day of inYear)
      if (day !== null && day <= rule.until && begins.length < rule.count) begins.push(day);
    if (dayOf(`${String(year + 1).padStart(4, '0')}-01-01`) > Math.min(until, rule.until)) break;
  }
  return begins;
}

function dayIn(year: number, month: number, { weekday, monthDay }: YearlyRule, date: number): Day | null {
  if (weekday === null) return realDay(year, month, monthDay ?? date);
  const anchor = weekday.nth > 0 ? Date.UTC(year, month - 1, 1) : Date.UTC(year, month, 0);
  const edge = new Date(anchor).getUTCDay();
  const off = weekday.nth > 0 ? (weekday.day - edge + 7) % 7 : -((edge - weekday.day + 7) % 7);
  const by = off + (weekday.nth > 0 ? weekday.nth - 1 : weekday.nth + 1) * 7;
  const day = anchor / days(1) + by;
  return new Date(day * days(1)).getUTCMonth() === month - 1 ? day : null;
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const NTH = /^([+-]?[1-5])(SU|MO|TU|WE|TH|FR|SA)$/;
const understood = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'WKST']);

/** Every year on a date, or on the nth weekday of a month: what public holidays are made of. null: any other rule. */
function yearlyRule({ value }: ContentLine): YearlyRule | null {
  const parts = new Map(
    value.split(';').map((part) => part.toUpperCase().split('=') as [string, string | undefined]),
  );
  if (parts.get('FREQ') !== 'YEARLY' || [...parts.keys()].some((name) => !understood.has(name))) return null;
  const [, nth, name] = NTH.exec(parts.get('BYDAY') ?? '') ?? [];
  const monthDay = Number(parts.get('BYMONTHDAY') ?? 1);
  const months = parts.get('BYMONTH')?.split(',').map(Number) ?? null;
  const limit = DATE.exec(parts.get('UNTIL')?.slice(0, 8) ?? '');
  const [interval, count] = [Number(parts.get('INTERVAL') ?? 1), Number(parts.get('COUNT') ?? 1_000)];
  const whole = [interval, count, monthDay, ...(months ?? [])].every(
    (one) => Number.isInteger(one) && one > 0,
  );
  const unread = (parts.has('BYDAY') && nth === undefined) || (parts.has('UNTIL') && limit === null);
  if (!whole || unread || (months ?? []).some((month) => month > 12)) return null;
  return {
    interval,
    count,
    until:
      limit === null ? Infinity : (realDay(Number(limit[1]), Number(limit[2]), Number(limit[3])) ?? Infinity),
    months,
    monthDay: parts.has('BYMONTHDAY') ? monthDay : null,
    weekday: nth === undefined ? null : { nth: Number(nth), day: weekdays.indexOf(name ?? '') },
  };
}

/** null where the calendar has no such day, e.g. 29 February of most years. */
function realDay(year: number, month: number, date: number): Day | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return same ? at.getTime() / days(1) : null;
}

const dayOf = (date: string): Day => Date.parse(`${date}T00:00:00Z`) / days(1);
const isoDate = (day: Day): string => new Date(day * days(1)).toISOString().slice(0, 10);
