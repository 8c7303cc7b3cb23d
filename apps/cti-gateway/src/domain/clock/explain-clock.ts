import type { ClockTime } from '@ringside/shared/model/case-clock';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { localDateAt } from '../calendar/opening.ts';
import type { Opening } from '../calendar/openings.ts';
import type { Calendar } from '../centre/calendar.ts';
import { localDay } from '../centre/local-day.ts';
import { businessBetween, openingsBetween } from './business-time.ts';
import type { CaseClock, Pause } from './case-clock.ts';
import { openPauseOf } from './clock-life.ts';
import type { ClockTimes } from './clock-timing.ts';
import { calendarOf, dueOf, orderly } from './clock-timing.ts';

/** CLOCK-14: the arithmetic behind a due time, in the order in which a person does it. */
export interface Explanation {
  readonly time: ClockTime;
  /** null: every minute counts */
  readonly calendar: Calendar | null;
  /** in which days and hours are told */
  readonly timeZone: string;
  readonly startedAt: Instant;
  readonly target: Milliseconds;
  /** of business time, day by day; [] in calendar time */
  readonly days: readonly ExplainedDay[];
  /** days behind these that are not listed */
  readonly daysLeftOut: number;
  readonly pauses: readonly ExplainedPause[];
  readonly dueAt: Instant | null;
  /** why there is no due time */
  readonly missing: 'standsStill' | 'neverOpen' | null;
}

export interface ExplainedDay {
  /** local, ISO 8601 */
  readonly date: string;
  /** its name, where the day is otherwise than its weekday */
  readonly holiday: string | null;
  /** what counted, pauses left out; [] where it is closed or stood still */
  readonly counted: readonly Opening[];
  readonly length: Milliseconds;
  /** of all days up to this one */
  readonly sum: Milliseconds;
}

export interface ExplainedPause extends Pause {
  /** how much of the clock's own kind of time it left out until it ended, or until now */
  readonly leftOut: Milliseconds;
}

const mostDays = 120;

export function explainClock(clock: CaseClock, times: ClockTimes, now: Instant): Explanation {
  const calendar = clock.time === 'business' ? calendarOf(clock, times) : null;
  const timeZone = calendar?.timeZone ?? times.timeZone;
  const dueAt = clock.metAt === null ? dueOf(clock, times) : clock.dueAt;
  const pauses = orderly(clock);
  const all = calendar === null ? [] : countedDays(clock, dueAt ?? now, { calendar, timeZone }, pauses);
  return {
    time: clock.time,
    calendar,
    timeZone,
    startedAt: clock.startedAt,
    target: clock.target,
    days: all.slice(0, mostDays),
    daysLeftOut: Math.max(0, all.length - mostDays),
    pauses: pauses.map((pause) => {
      const until = Math.max(pause.from, pause.until ?? now);
      const leftOut =
        calendar === null ? until - pause.from : businessBetween(pause.from, until, calendar, timeZone);
      return { ...pause, leftOut };
    }),
    dueAt,
    missing: dueAt !== null ? null : openPauseOf(clock) === null ? 'neverOpen' : 'standsStill',
  };
}

function countedDays(
  { startedAt }: CaseClock,
  until: Instant,
  { calendar, timeZone }: { readonly calendar: Calendar; readonly timeZone: string },
  pauses: readonly Pause[],
): readonly ExplainedDay[] {
  const special = new Map(calendar.exceptions.map(({ date, name }) => [date, name]));
  const told: ExplainedDay[] = [];
  let sum = 0;
  for (let day = localDay(startedAt, timeZone); day.from <= until; day = localDay(day.until, timeZone)) {
    const [from, end] = [Math.max(day.from, startedAt), Math.min(day.until, until)];
    const counted = running(joined(openingsBetween(from, end, calendar, timeZone)), pauses);
    const length = counted.reduce((total, one) => total + one.until - one.from, 0);
    sum += length;
    const date = localDateAt(day.from, timeZone);
    told.push({ date, holiday: special.get(date) ?? null, counted, length, sum });
  }
  return told;
}

/** Openings of one day in one piece each: they come cut at midnight UTC. */
function joined(openings: Iterable<Opening>): readonly Opening[] {
  const result: Opening[] = [];
  for (const opening of openings) {
    const last = result.at(-1);
    if (last?.until === opening.from) result[result.length - 1] = { from: last.from, until: opening.until };
    else result.push(opening);
  }
  return result;
}

/** What of the openings is in no pause. */
const running = (openings: readonly Opening[], pauses: readonly Pause[]): readonly Opening[] =>
  pauses.reduce<readonly Opening[]>(
    (left, pause) =>
      left.flatMap(({ from, until }) =>
        [
          { from, until: Math.min(until, pause.from) },
          { from: Math.max(from, pause.until ?? Infinity), until },
        ].filter((piece) => piece.from < piece.until),
      ),
    openings,
  );
