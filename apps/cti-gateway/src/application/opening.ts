import type { CalendarId } from '@ringside/shared/model/ids';
import { isOpenAt } from '../domain/calendar/opening.ts';
import type { Hotline } from '../domain/centre/hotline.ts';
import type { ClosedWhy } from '../domain/flow/way.ts';
import type { Parts } from './parts.ts';

type Now = Pick<Parts, 'centre' | 'clock'>;

/** FLOW-2: why a line takes no calls now: closed by hand before its hours; null: it is open. */
export function lineClosed(now: Now, { emergency, calendarId }: Hotline): ClosedWhy | null {
  if (emergency !== null) return { by: 'emergency', reason: emergency.reason };
  return hoursOver(now, calendarId);
}

/** Why a calendar is closed now; null: it is open, or there is none. */
export function hoursOver({ centre, clock }: Now, calendarId: CalendarId | null): ClosedWhy | null {
  const calendar = centre.calendars.find((one) => one.calendarId === calendarId);
  if (!calendar) return null;
  const state = isOpenAt(calendar, clock.now(), centre.timeZone);
  if (state.open) return null;
  return state.why === 'holiday' ? { by: 'holiday', name: state.holiday ?? '' } : { by: 'hours' };
}
