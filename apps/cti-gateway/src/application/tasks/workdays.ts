import { days } from '@ringside/shared/model/instant';
import type { Weekday } from '../../domain/centre/calendar.ts';
import type { Centre } from '../../domain/centre/centre.ts';
import { localDate } from '../../domain/calendar/openings.ts';
import type { Series } from '../../domain/task/repeat.ts';

const byDay: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const weekend: ReadonlySet<Weekday> = new Set(['sat', 'sun']);

/** TASK-9: the centre works on the days on which any of its calendars is open; without one, from Monday to Friday. */
export function centreDays({
  calendars,
  timeZone,
}: Pick<Centre, 'calendars' | 'timeZone'>): Pick<Series, 'timeZone' | 'isWorkday'> {
  return {
    timeZone,
    isWorkday: (day) => {
      const date = new Date(day * days(1));
      const weekday = byDay[date.getUTCDay()] ?? 'sun';
      if (calendars.length === 0) return !weekend.has(weekday);
      return calendars.some(({ week, exceptions }) => {
        const special = exceptions.find((one) => one.date === localDate(day));
        return (special?.open ?? week[weekday]).length > 0;
      });
    },
  };
}
