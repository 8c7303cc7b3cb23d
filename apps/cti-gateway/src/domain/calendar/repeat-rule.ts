import { days } from '@ringside/shared/model/instant';

/** A day counted since 1970-01-01. */
export type Day = number;

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
type Frequency = (typeof frequencies)[number];

/** RRULE of RFC 5545 section 3.3.10, as far as it speaks of days. */
export interface RepeatRule {
  readonly frequency: Frequency;
  readonly interval: number;
  /** null: without end, or until a time */
  readonly count: number | null;
  /** as written: a date, or a date with a time of day */
  readonly until: string | null;
  readonly months: readonly number[] | null;
  /** below zero from the end of the month */
  readonly monthDays: readonly number[] | null;
  /** of a month the nth, below zero from its end; nth null: each */
  readonly weekdays: readonly { readonly nth: number | null; readonly day: number }[] | null;
  readonly weekBegins: number;
}

/** from Sunday on, as 1970-01-01 was a Thursday */
const dayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

const understood = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'WKST']);
const UNTIL = /^\d{8}(T\d{6}Z?)?$/;
const BY_DAY = /^([+-]?[1-5])?(SU|MO|TU|WE|TH|FR|SA)$/;

/** null: a rule that can't be read. */
export function readRule(value: string): RepeatRule | null {
  const parts = new Map(
    value
      .toUpperCase()
      .split(';')
      .map((part) => {
        const [name = '', ...rest] = part.split('=');
        return [name, rest.join('=')] as const;
      }),
  );
  const frequency = frequencies.find((one) => one === parts.get('FREQ'));
  if (frequency === undefined || [...parts.keys()].some((name) => !understood.has(name))) return null;
  const interval = wholeNumber(parts.get('INTERVAL') ?? '1', 1, 9_999);
  const count = parts.has('COUNT') ? wholeNumber(parts.get('COUNT') ?? '', 1, 999_999_999) : null;
  const until = parts.get('UNTIL') ?? null;
  const months = listOf(parts.get('BYMONTH'), (one) => wholeNumber(one, 1, 12));
  const monthDays = listOf(parts.get('BYMONTHDAY'), monthDay);
  const weekdays = listOf(parts.get('BYDAY'), weekday);
  const weekBegins = dayNames.indexOf(parts.get('WKST') ?? 'MO');
  const wrong =
    interval === null ||
    (parts.has('COUNT') && count === null) ||
    (until !== null && !UNTIL.test(until)) ||
    [months, monthDays, weekdays].includes('wrong') ||
    weekBegins === -1;
  if (wrong || months === 'wrong' || monthDays === 'wrong' || weekdays === 'wrong') return null;
  const once = months === null ? null : [...new Set(months)];
  const rule = { frequency, interval, count, until, months: once, monthDays, weekdays, weekBegins };
  return isMeaningful(rule) ? rule : null;
}

/** The nth weekday is one of a month: of a week or a day it means nothing, of a year without months it is not read. */
function isMeaningful({ frequency, weekdays, months, monthDays }: RepeatRule): boolean {
  const counted = weekdays?.some(({ nth }) => nth !== null) === true;
  if (counted && (frequency === 'DAILY' || frequency === 'WEEKLY')) return false;
  if (frequency === 'WEEKLY' && monthDays !== null) return false;
  return !(frequency === 'YEARLY' && weekdays !== null && months === null);
}

function wholeNumber(text: string, from: number, to: number): number | null {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : null;
}

function monthDay(text: string): number | null {
  const [, sign, digits = ''] = /^([+-])?(\d{1,2})$/.exec(text) ?? [];
  const number = wholeNumber(digits, 1, 31);
  return number === null ? null : sign === '-' ? -number : number;
}

function weekday(text: string): { nth: number | null; day: number } | null {
  const [, nth, name] = BY_DAY.exec(text) ?? [];
  if (name === undefined) return null;
  return { nth: nth === undefined ? null : Number(nth), day: dayNames.indexOf(name) };
}

/** seven days of the week, each by number from both ends, some of them twice */
const longestList = 120;

function listOf<One>(
  text: string | undefined,
  read: (one: string) => One | null,
): readonly One[] | null | 'wrong' {
  if (text === undefined) return null;
  const written = text.split(',');
  // no list that means something is longer, and what it costs is paid for every period
  if (written.length > longestList) return 'wrong';
  const list = written.map(read);
  return list.some((one) => one === null) ? 'wrong' : list.filter((one) => one !== null);
}

/** How far rules may still be followed; shared by those of one file, so that many of them take no longer than one. */
export interface Patience {
  steps: number;
}
export const patience = (): Patience => ({ steps: 10_000 });

export interface Repeated {
  readonly days: readonly Day[];
  /** whether it would have gone on */
  readonly cut: boolean;
}

/** The days from `span.from` to `span.until`, both included, on which a rule lets something begin that began on `start`. UNTIL is left to whoever knows the time of day. */
export function repeatedDays(
  start: Day,
  rule: RepeatRule,
  span: { readonly from: Day; readonly until: Day },
  left: Patience,
): Repeated {
  const found: Day[] = [];
  let counted = 0;
  // what is counted must be counted from its beginning
  let period = rule.count === null ? periodBefore(start, rule, span.from) : 0;
  // a year costs as much as its months, and each as much as it has days to look for
  const cost = (rule.frequency === 'YEARLY' ? 12 : 1) * (1 + Math.floor((rule.weekdays?.length ?? 0) / 8));
  for (; left.steps > 0; left.steps -= cost, period += 1) {
    const at = periodOf(start, rule, period);
    if (at.begins > span.until) return { days: found, cut: false };
    for (const day of daysIn(start, rule, at)) {
      if (day < start) continue;
      counted += 1;
      if (day >= span.from && day <= span.until) found.push(day);
      if (rule.count !== null && counted >= rule.count) return { days: found, cut: false };
    }
  }
  return { days: found, cut: true };
}

interface Period {
  readonly begins: Day;
  readonly year: number;
  /** of a year, from 0 */
  readonly month: number;
}

const dayIn = (year: number, month: number, date: number): Day => Date.UTC(year, month, date) / days(1);

function periodOf(start: Day, { frequency, interval, weekBegins }: RepeatRule, nth: number): Period {
  const first = new Date(start * days(1));
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth()];
  switch (frequency) {
    case 'DAILY':
      return { begins: start + nth * interval, year, month };
    case 'WEEKLY': {
      const monday = start - ((weekdayOf(start) - weekBegins + 7) % 7);
      return { begins: monday + 7 * nth * interval, year, month };
    }
    case 'MONTHLY': {
      const months = year * 12 + month + nth * interval;
      const at = { year: Math.floor(months / 12), month: months % 12 };
      return { ...at, begins: dayIn(at.year, at.month, 1) };
    }
    case 'YEARLY':
      return { begins: dayIn(year + nth * interval, 0, 1), year: year + nth * interval, month };
  }
}

const longestPeriod: Readonly<Record<Frequency, number>> = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 };

/** A period that begins before the day, so that what is long past need not be gone through. */
const periodBefore = (start: Day, { frequency, interval }: RepeatRule, day: Day): number =>
  Math.max(0, Math.floor((day - start) / (longestPeriod[frequency] * interval)) - 1);

function daysIn(start: Day, rule: RepeatRule, { begins, year, month }: Period): readonly Day[] {
  switch (rule.frequency) {
    case 'DAILY':
      return [begins].filter((day) => isLet(rule, day));
    case 'WEEKLY': {
      const wanted = rule.weekdays?.map(({ day }) => day) ?? [weekdayOf(start)];
      const week = Array.from({ length: 7 }, (_, i) => begins + i);
      return week.filter((day) => wanted.includes(weekdayOf(day)) && isInMonths(rule, day));
    }
    case 'MONTHLY':
      return daysOfMonth(start, rule, year, month).filter((day) => isInMonths(rule, day));
    case 'YEARLY': {
      const own = new Date(start * days(1)).getUTCMonth();
      const every = Array.from({ length: 12 }, (_, i) => i);
      const months = rule.months?.map((one) => one - 1) ?? (rule.monthDays === null ? [own] : every);
      return months.toSorted((a, b) => a - b).flatMap((one) => daysOfMonth(start, rule, year, one));
    }
  }
}

const isInMonths = ({ months }: RepeatRule, day: Day): boolean =>
  months === null || months.includes(new Date(day * days(1)).getUTCMonth() + 1);

function isLet(rule: RepeatRule, day: Day): boolean {
  const at = new Date(day * days(1));
  const length = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  const date = at.getUTCDate();
  return (
    isInMonths(rule, day) &&
    (rule.monthDays?.some((one) => one === date || one === date - length - 1) ?? true) &&
    (rule.weekdays?.some((one) => one.day === weekdayOf(day)) ?? true)
  );
}

function daysOfMonth(start: Day, rule: RepeatRule, year: number, month: number): readonly Day[] {
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const all = Array.from({ length }, (_, i) => dayIn(year, month, i + 1));
  const date = new Date(start * days(1)).getUTCDate();
  const { monthDays, weekdays } = rule;
  if (monthDays === null && weekdays === null) return all.slice(date - 1, date);
  const byDate = all.filter((_, i) => monthDays?.some((one) => one === i + 1 || one === i - length) ?? true);
  return byDate.filter((day) => weekdays?.some((one) => isNth(one, day, all)) ?? true);
}

function isNth(
  { nth, day }: { readonly nth: number | null; readonly day: number },
  candidate: Day,
  month: readonly Day[],
): boolean {
  if (weekdayOf(candidate) !== day) return false;
  if (nth === null) return true;
  const same = month.filter((one) => weekdayOf(one) === day);
  return candidate === same.at(nth > 0 ? nth - 1 : nth);
}
