/** Local days of a rota: dates as 2027-03-28, times as 2027-03-28T09:00, both without a zone. */
export const lengths = ['week', 'month', 'quarter'] as const;
export type Length = (typeof lengths)[number];

/** Days [from, until). */
export interface Span {
  readonly from: string;
  readonly until: string;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;
const atMidnight = (date: string): number => Date.parse(`${date}T00:00Z`);
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

export const laterDate = (date: string, days: number): string => dateOf(atMidnight(date) + days * dayMs);

/** Of a local time so many minutes later on the wall. */
export const laterTime = (local: string, minutes: number): string =>
  new Date(Date.parse(`${local}Z`) + minutes * minuteMs).toISOString().slice(0, 16);

/** Wall minutes from one local time to another. */
export const minutesBetween = (from: string, until: string): number =>
  (Date.parse(`${until}Z`) - Date.parse(`${from}Z`)) / minuteMs;

/** 0 is Monday. */
export const weekdayOf = (date: string): number => (new Date(atMidnight(date)).getUTCDay() + 6) % 7;

/** The week, month or three months that hold a date; weeks begin on Monday. */
export function spanAround(date: string, length: Length): Span {
  if (length === 'week') {
    const from = laterDate(date, -weekdayOf(date));
    return { from, until: laterDate(from, 7) };
  }
  const from = `${date.slice(0, 7)}-01`;
  return { from, until: laterMonth(from, length === 'month' ? 1 : 3) };
}

/** The one before or after. */
export function nextSpan({ from }: Span, length: Length, steps: number): Span {
  if (length === 'week') return spanAround(laterDate(from, 7 * steps), length);
  return spanAround(laterMonth(from, steps * (length === 'month' ? 1 : 3)), length);
}

function laterMonth(first: string, months: number): string {
  const [year = 1970, month = 1] = first.split('-').map(Number);
  return dateOf(Date.UTC(year, month - 1 + months, 1));
}

export const daysOf = ({ from, until }: Span): readonly string[] =>
  Array.from({ length: (atMidnight(until) - atMidnight(from)) / dayMs }, (_, nth) => laterDate(from, nth));

/** The hours that a column shows, in minutes of the day: no room is lost on nights when nobody is on. */
export interface DayWindow {
  readonly opens: number;
  readonly closes: number;
}
export const wholeDay: DayWindow = { opens: 0, closes: 1_440 };

/** What the column of a day shows. */
export type Hours = (date: string) => DayWindow;

interface Times {
  readonly fromLocal: string;
  readonly untilLocal: string;
}

/** RVIEW-3: the hours of nearly all shifts, and more where one would not be seen; the whole day where people are on past midnight. */
export function windowOf(shifts: readonly Times[]): DayWindow {
  const ofOneDay = shifts.filter(({ fromLocal, untilLocal }) => isOneDay(fromLocal, untilLocal));
  if (ofOneDay.length === 0 || ofOneDay.length < shifts.length * nearlyAll) return wholeDay;
  const begins = ofOneDay.map(({ fromLocal }) => minuteOf(fromLocal)).sort((a, b) => a - b);
  const ends = ofOneDay.map(({ untilLocal }) => minuteOf(untilLocal)).sort((a, b) => b - a);
  const few = Math.floor(ofOneDay.length * (1 - nearlyAll));
  const core = { opens: begins[few] ?? 0, closes: ends[few] ?? 1_440 };
  if (shifts.every((shift) => isSeen(shift, core))) return core;
  const all = { opens: begins[0] ?? 0, closes: ends[0] ?? 1_440 };
  return shifts.every((shift) => isSeen(shift, all)) ? all : wholeDay;
}

const nearlyAll = 0.9;

/** RVIEW-3: a week has one scale, so that its days compare; in longer spans each day has its own, so that its names have room. */
export function hoursOf(shifts: readonly Times[], length: Length): Hours {
  if (length === 'week') {
    const all = windowOf(shifts);
    return () => all;
  }
  const byDay = new Map<string, DayWindow>();
  for (const { fromLocal, untilLocal } of shifts)
    for (let date = fromLocal.slice(0, 10); `${date}T00:00` < untilLocal; date = laterDate(date, 1)) {
      const known = byDay.get(date) ?? { opens: 1_440, closes: 0 };
      const opens = fromLocal < `${date}T00:00` ? 0 : minuteOf(fromLocal);
      const closes = untilLocal >= `${laterDate(date, 1)}T00:00` ? 1_440 : minuteOf(untilLocal);
      byDay.set(date, { opens: Math.min(known.opens, opens), closes: Math.max(known.closes, closes) });
    }
  return (date) => byDay.get(date) ?? wholeDay;
}

const isOneDay = (from: string, until: string): boolean => from.slice(0, 10) === until.slice(0, 10);

function isSeen({ fromLocal, untilLocal }: Times, { opens, closes }: DayWindow): boolean {
  const begins = minuteOf(fromLocal) < closes;
  const ends = minuteOf(untilLocal) > opens;
  if (isOneDay(fromLocal, untilLocal)) return begins && ends;
  return begins || ends || minutesBetween(fromLocal, untilLocal) > 1_440;
}

const minuteOf = (local: string): number => minutesBetween(`${local.slice(0, 10)}T00:00`, local);

/** How far into the span a local time lies, 0 to 1, where each day shows these hours alone. */
export function shareOf(local: string, { from, until }: Span, hours: Hours = () => wholeDay): number {
  const date = local.slice(0, 10);
  const { opens, closes } = hours(date);
  if (date < from) return 0;
  if (date >= until) return 1;
  const day = (atMidnight(date) - atMidnight(from)) / dayMs;
  const ofDay = Math.min(1, Math.max(0, (minuteOf(local) - opens) / (closes - opens)));
  return (day + ofDay) / daysOf({ from, until }).length;
}

/** What wall clocks of a zone show at an instant. */
export const localAt = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T');
