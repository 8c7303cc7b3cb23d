import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Calendar } from '../centre/calendar.ts';
import { offsetAt } from '../centre/local-day.ts';
import { localDate, openings } from './openings.ts';

/** Whether the doors are open, and what comes next (SPEC CAL). */
export type OpenState =
  /** `until` null: as far as can be seen they don't close */
  | { readonly open: true; readonly until: Instant | null }
  | {
      readonly open: false;
      readonly why: 'hours' | 'holiday';
      /** the name of the day, on a holiday and outside the special hours of a day */
      readonly holiday: string | null;
      /** null: as far as can be seen they don't open again */
      readonly nextOpening: Instant | null;
    };

/** How far ahead is looked: past every yearly holiday. */
const sight = days(400);

/** CAL-1: open or closed at an instant, by the calendar's own zone or else the centre's. */
export function isOpenAt(calendar: Calendar, at: Instant, centreZone: string): OpenState {
  const timeZone = calendar.timeZone ?? centreZone;
  const known = latest.get(calendar);
  if (known?.timeZone === timeZone && at >= known.from && at < known.until) return known.state;
  const state = stateAt(calendar, at, timeZone);
  latest.set(calendar, { timeZone, from: at, until: changesAt(state, at, timeZone), state });
  return state;
}

/** What was found last for each calendar, until it may be otherwise: every call of the minute asks the same. */
const latest = new WeakMap<Calendar, Known>();

interface Known {
  readonly timeZone: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly state: OpenState;
}

function stateAt(calendar: Calendar, at: Instant, timeZone: string): OpenState {
  const horizon = at + sight;
  const { value: next } = openings(calendar, timeZone, at, horizon).next();
  if (next !== undefined && next.from <= at)
    return { open: true, until: next.until >= horizon ? null : next.until };
  const nextOpening = next?.from ?? null;
  const today = calendar.exceptions.find(({ date }) => date === localDateAt(at, timeZone));
  if (today === undefined) return { open: false, why: 'hours', holiday: null, nextOpening };
  return {
    open: false,
    why: today.open.length === 0 ? 'holiday' : 'hours',
    holiday: today.name,
    nextOpening,
  };
}

/** A closed day may become another kind of closed day at midnight; one more day of sight comes into view meanwhile. */
function changesAt(state: OpenState, at: Instant, timeZone: string): Instant {
  const change = state.open ? state.until : state.nextOpening;
  return Math.min(change ?? Infinity, nextMidnight(at, timeZone));
}

/** At or before the real one, when the clocks change before it. */
function nextMidnight(at: Instant, timeZone: string): Instant {
  const day = Math.floor((at + offsetAt(at, timeZone)) / days(1)) + 1;
  const straight = day * days(1) - offsetAt(at, timeZone);
  return Math.min(straight, day * days(1) - offsetAt(straight, timeZone));
}

/** The local date an instant lies on, ISO 8601. */
export const localDateAt = (at: Instant, timeZone: string): string =>
  localDate(Math.floor((at + offsetAt(at, timeZone)) / days(1)));
