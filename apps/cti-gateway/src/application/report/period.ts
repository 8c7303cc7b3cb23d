import type { Instant } from '@ringside/shared/model/instant';
import { minutes as ofMinutes } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { LocalDay } from '../../domain/centre/local-day.ts';
import { localDay, offsetAt } from '../../domain/centre/local-day.ts';

/** The centre's day of that date; refused when there is no such date. */
export function dayOfDate(date: string, timeZone: string): Result<LocalDay, 'badMessage'> {
  const noon = Date.parse(`${date}T12:00:00Z`);
  if (Number.isNaN(noon) || new Date(noon).toISOString().slice(0, 10) !== date) return refuse('badMessage');
  return ok(localDay(noon - offsetAt(noon, timeZone), timeZone));
}

/** Parts of a day, from its first minute to now; the last one may be short where the clocks change. */
export function intervalsOf(day: LocalDay, minutes: number, now: Instant): readonly LocalDay[] {
  const step = ofMinutes(minutes);
  const end = Math.min(day.until, now + 1);
  const intervals: LocalDay[] = [];
  for (let from = day.from; from < end; from += step)
    intervals.push({ from, until: Math.min(from + step, day.until) });
  return intervals;
}

export const isIn = ({ from, until }: LocalDay, at: Instant | null): boolean =>
  at !== null && at >= from && at < until;
