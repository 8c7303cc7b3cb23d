import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { days, minutes } from '@ringside/shared/model/instant';
import { instantOf, laterDate, localDateAt, localTime } from './local-time.ts';

/** RNOTE-1: so many days before a gap those responsible are warned. */
const warnedBefore = [1, 3, 7, 14] as const;
export const furthestWarning: Milliseconds = days(14);

/** The warning that holds at this time, by its days; null: the gap is too far. */
export const warningAt = (gapFrom: Instant, now: Instant): number | null =>
  warnedBefore.find((count) => gapFrom - now <= days(count)) ?? null;

/** When the next warning of it is due; null: there is none. */
export function nextWarning(gapFrom: Instant, now: Instant): Instant | null {
  const due = warnedBefore.map((count) => gapFrom - days(count)).filter((at) => at > now);
  return due.length === 0 ? null : Math.min(...due);
}

/** The evening whose reminders hold now: since when, and the day of which people are reminded. */
export interface Evening {
  readonly since: Instant;
  readonly day: { readonly from: Instant; readonly until: Instant };
  readonly next: Instant;
}

/** RNOTE-2: until today's time comes, it is that of yesterday: who was not reminded then, is now. */
export function eveningAt(now: Instant, remindAt: number, timeZone: string): Evening {
  const at = (date: string, minute: number): Instant => instantOf(localTime(date, minute), timeZone);
  const today = localDateAt(now, timeZone);
  const begun = now >= at(today, remindAt);
  const evening = begun ? today : laterDate(today, -1);
  return {
    since: at(evening, remindAt),
    day: { from: at(laterDate(evening, 1), 0), until: at(laterDate(evening, 2), 0) },
    next: begun ? at(laterDate(today, 1), remindAt) : at(today, remindAt),
  };
}

/** nothing comes sooner: look again all the same, since a wall clock may be set */
export const lookEvery: Milliseconds = minutes(15);
