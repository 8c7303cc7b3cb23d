import { days } from '@ringside/shared/model/instant';
import type { ContentLine } from './content-lines.ts';
import type { HolidayFaultWord } from './icalendar.ts';
import type { Day } from './repeat-rule.ts';
import { patience, readRule, repeatedDays } from './repeat-rule.ts';

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

/** The dates within a span on which a whole-day event lies. A rule that can't be understood leaves its first time. */
export function datesOf(event: DatedEvent, span: Span, raise: Raise): readonly string[] {
  const start = wholeDay(event.start, event.start.value, raise);
  if (start === null) return [];
  const length = lengthOf(event, start, raise);
  const [from, until] = [dayOf(span.from), dayOf(span.until)];
  const begins =
    event.rule === undefined ? [start] : repeated(start, event.rule, { from: from - length, until }, raise);
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

/** Days on which a yearly rule lets an event begin: what public holidays are made of. */
function repeated(
  start: Day,
  line: ContentLine,
  span: { from: Day; until: Day },
  raise: Raise,
): readonly Day[] {
  const rule = readRule(line.value);
  if (rule === null || rule.frequency !== 'YEARLY') {
    raise(line, 'badRule');
    return [start];
  }
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})/.exec(rule.until ?? '') ?? [];
  const last = year === undefined ? null : realDay(Number(year), Number(month), Number(date));
  const until = Math.min(span.until, last ?? span.until);
  return repeatedDays(start, rule, { from: span.from, until }, patience()).days;
}

/** null where the calendar has no such day, e.g. 29 February of most years. */
function realDay(year: number, month: number, date: number): Day | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return same ? at.getTime() / days(1) : null;
}

const dayOf = (date: string): Day => Date.parse(`${date}T00:00:00Z`) / days(1);
const isoDate = (day: Day): string => new Date(day * days(1)).toISOString().slice(0, 10);
