import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import { localDateAt } from '../calendar/opening.ts';
import { localDay } from '../centre/local-day.ts';

export interface Month {
  /** ISO 8601 "2026-11" */
  readonly month: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** The local months that a period touches, cut to it, first to last. */
export function monthsOf(from: Instant, until: Instant, timeZone: string): readonly Month[] {
  const months: Month[] = [];
  for (let at = from; at < until;) {
    const next = Math.min(nextMonth(at, timeZone), until);
    months.push({ month: localDateAt(at, timeZone).slice(0, 7), from: at, until: next });
    at = next;
  }
  return months;
}

function nextMonth(at: Instant, timeZone: string): Instant {
  const [year = 0, month = 1, day = 1] = localDateAt(at, timeZone).split('-').map(Number);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const today = localDay(at, timeZone);
  const noon = (today.from + today.until) / 2;
  return localDay(noon + days(length - day), timeZone).until;
}
