import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { Calendar } from '../centre/calendar.ts';
import { addBusiness, businessBetween } from './business-time.ts';
import { addCalendar } from './calendar-time.ts';
import type { CaseClock, Pause } from './case-clock.ts';

/** The centre's calendars and clocks on the wall, which clocks of cases go by. */
export interface ClockTimes {
  readonly calendars: readonly Calendar[];
  readonly timeZone: string;
}

/** What of a clock its moments follow from. */
export type Counted = Pick<CaseClock, 'time' | 'calendarId' | 'startedAt' | 'target' | 'pauses'>;

/** CLOCK-2: the calendar that business time of a clock goes by; null: every minute counts. */
export const calendarOf = (
  { calendarId }: Pick<CaseClock, 'calendarId'>,
  { calendars }: ClockTimes,
): Calendar | null =>
  (calendarId === null ? calendars[0] : calendars.find((one) => one.calendarId === calendarId)) ?? null;

/** CLOCK-4: when a clock is due; null while it stands still, and where it never is (CLOCK-8). */
export const dueOf = (clock: Counted, times: ClockTimes): Instant | null => momentOf(clock, 0, times);

/** CLOCK-6: when a clock warns, in order. What would come before its start, or while it stands still, is left out. */
export const warningsOf = (
  clock: Counted,
  warnBefore: readonly Milliseconds[],
  times: ClockTimes,
): readonly Instant[] =>
  warnBefore
    .map((before) => momentOf(clock, before, times))
    .filter((at) => at !== null)
    .filter((at) => at > clock.startedAt)
    .sort((a, b) => a - b);

/** The moment so long before a clock is due, in the clock's own kind of time. */
function momentOf(clock: Counted, before: Milliseconds, times: ClockTimes): Instant | null {
  const pauses = orderly(clock);
  const calendar = calendarOf(clock, times);
  if (clock.time === 'calendar' || calendar === null)
    return inCalendarTime(clock, pauses, before, clock.time === 'calendar' ? times.timeZone : null);
  const length = clock.target - before;
  let from = clock.startedAt;
  let left = length;
  for (const pause of pauses) {
    const ran = businessBetween(from, pause.from, calendar, times.timeZone);
    if (left <= ran) break;
    if (pause.until === null) return null;
    left -= ran;
    from = pause.until;
  }
  return addBusiness(from, left, calendar, times.timeZone);
}

/** Pauses push what comes behind them by as long as they took. `zone` null: a day is 24 hours, as nothing closes. */
function inCalendarTime(
  { startedAt, target }: Counted,
  pauses: readonly Pause[],
  before: Milliseconds,
  zone: string | null,
): Instant | null {
  let at =
    zone === null
      ? startedAt + target - before
      : addCalendar(addCalendar(startedAt, target, zone), -before, zone);
  for (const { from, until } of pauses) {
    if (at <= from) break;
    if (until === null) return null;
    at += until - from;
  }
  return at;
}

/** The ledger from the start on, in order and without overlaps. */
export function orderly({ startedAt, pauses }: Pick<Counted, 'startedAt' | 'pauses'>): readonly Pause[] {
  const result: Pause[] = [];
  let after = startedAt;
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    const from = Math.max(pause.from, after);
    if (pause.until !== null && pause.until <= from) continue;
    result.push({ ...pause, from });
    if (pause.until === null) break;
    after = pause.until;
  }
  return result;
}
