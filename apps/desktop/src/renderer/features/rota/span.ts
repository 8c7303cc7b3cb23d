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

/** RVIEW-3: from the earliest beginning to the latest end; all day as soon as somebody is on past midnight. */
export function windowOf(
  shifts: readonly { readonly fromLocal: string; readonly untilLocal: string }[],
): DayWindow {
  if (shifts.length === 0) return wholeDay;
  if (shifts.some(({ fromLocal, untilLocal }) => fromLocal.slice(0, 10) !== untilLocal.slice(0, 10)))
    return wholeDay;
  const opens = Math.min(...shifts.map(({ fromLocal }) => minuteOf(fromLocal)));
  const closes = Math.max(...shifts.map(({ untilLocal }) => minuteOf(untilLocal)));
  return { opens, closes };
}

const minuteOf = (local: string): number => minutesBetween(`${local.slice(0, 10)}T00:00`, local);

/** How far into the span a local time lies, 0 to 1, where each day shows these hours alone. */
export function shareOf(local: string, { from, until }: Span, { opens, closes } = wholeDay): number {
  const date = local.slice(0, 10);
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
