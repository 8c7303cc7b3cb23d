import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Opening } from '../calendar/openings.ts';
import { openings } from '../calendar/openings.ts';
import type { Calendar } from '../centre/calendar.ts';
import { localDay } from '../centre/local-day.ts';

/** When a customer is to be asked, both in days after their acceptance (Workflow.satisfaction). */
interface Days {
  readonly fromDay: number;
  readonly untilDay: number;
}

export interface Hours {
  /** null: no calendar, whole days count */
  readonly calendar: Calendar | null;
  readonly timeZone: string;
}

/** How far an opening is looked for behind the last day: past any holiday. */
const sight = days(60);

/** CHECK-2: from the first opening on or after the first day to the last closing on or before the last one. */
export function checkWindow(acceptedAt: Instant, { fromDay, untilDay }: Days, hours: Hours): Opening {
  const first = dayAfter(acceptedAt, fromDay, hours.timeZone);
  const last = dayAfter(acceptedAt, Math.max(fromDay, untilDay), hours.timeZone);
  const whole = { from: Math.max(first.from, acceptedAt), until: last.until };
  if (hours.calendar === null) return whole;
  const zone = hours.calendar.timeZone ?? hours.timeZone;
  const open = [...openings(hours.calendar, zone, whole.from, whole.until + sight)]
    .map(({ from, until }) => ({ from: Math.max(from, whole.from), until }))
    .filter(({ from, until }) => from < until);
  const within = open.filter(({ from }) => from < whole.until);
  if (within.length === 0) return open[0] ?? whole;
  const closing = Math.max(...within.map(({ until }) => Math.min(until, whole.until)));
  return { from: within[0]?.from ?? whole.from, until: closing };
}

/** CHECK-6: the next time to try: the next day's opening; null where the window is over by then. */
export function nextAttemptFrom(triedAt: Instant, windowUntil: Instant, hours: Hours): Instant | null {
  const tomorrow = localDay(triedAt, hours.timeZone).until;
  if (hours.calendar === null) return tomorrow < windowUntil ? tomorrow : null;
  const zone = hours.calendar.timeZone ?? hours.timeZone;
  for (const { from, until } of openings(hours.calendar, zone, tomorrow, windowUntil)) {
    const begins = Math.max(from, tomorrow);
    if (begins < Math.min(until, windowUntil)) return begins;
  }
  return null;
}

/** Noon of a day is reached over days of 23 and 25 hours alike. */
function dayAfter(at: Instant, count: number, timeZone: string) {
  const { from, until } = localDay(at, timeZone);
  return localDay((from + until) / 2 + days(count), timeZone);
}
