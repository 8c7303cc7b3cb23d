import type { Centre } from '../../domain/centre/centre.ts';
import type { Hours } from '../../domain/check/check-window.ts';

/** CHECK-2: the calendar of the resolution clock, else the centre's first. */
export function checkHours({ clocks, calendars, timeZone }: Centre): Hours {
  const named = clocks.find(
    ({ clock, calendarId }) => clock === 'resolve' && calendarId !== null,
  )?.calendarId;
  const calendar = calendars.find(({ calendarId }) => calendarId === named) ?? calendars[0] ?? null;
  return { calendar, timeZone };
}
