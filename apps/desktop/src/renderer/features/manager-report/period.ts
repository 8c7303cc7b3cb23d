import { serverNow } from '@ringside/ui/ticker';
import { atHour, dayOf } from '../../wording/time-wording.ts';

export const lengths = [7, 28, 90] as const;
export interface Period {
  readonly from: number;
  readonly until: number;
}

/** Whole days of the centre, today's among them. */
export const lastDays = (days: number, timeZone: string): Period => ({
  from: atHour(0, 1 - days, serverNow(), timeZone),
  until: atHour(0, 1, serverNow(), timeZone),
});

/** Monday to Sunday, so many weeks ago; 0 is this one. */
export function weekAgo(weeks: number, timeZone: string): Period {
  const today = new Date(`${dayOf(serverNow(), timeZone)}T00:00Z`).getUTCDay();
  const monday = -((today + 6) % 7) - 7 * weeks;
  return {
    from: atHour(0, monday, serverNow(), timeZone),
    until: atHour(0, monday + 7, serverNow(), timeZone),
  };
}
