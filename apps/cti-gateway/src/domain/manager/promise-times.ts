import type { Instant } from '@ringside/shared/model/instant';
import { hours, minutes } from '@ringside/shared/model/instant';
import { instantOf, laterDate, localDateAt, localTime } from '../rota/local-time.ts';

export type PromiseWhen = 'inTwoHours' | 'todayAtFive' | 'tomorrowAtTen' | 'inAWeek';

/** NOTE-3: the times by which most is promised, so that nobody has to type one; what is nearly past is not offered. */
export function promiseTimes(
  now: Instant,
  timeZone: string,
): readonly { readonly when: PromiseWhen; readonly at: Instant }[] {
  const today = localDateAt(now, timeZone);
  const on = (date: string, hour: number): Instant => instantOf(localTime(date, hour * 60), timeZone);
  const inTwoHours = Math.ceil((now + hours(2)) / minutes(5)) * minutes(5);
  const times = [
    { when: 'inTwoHours', at: inTwoHours },
    { when: 'todayAtFive', at: on(today, 17) },
    { when: 'tomorrowAtTen', at: on(laterDate(today, 1), 10) },
    { when: 'inAWeek', at: on(laterDate(today, 7), 10) },
  ] as const;
  return times.filter(({ when, at }) => when !== 'todayAtFive' || at > now + hours(1));
}
