import type { Calendar, OpenInterval } from '../domain/centre/calendar.ts';
import { weekdays } from '../domain/centre/calendar.ts';

/** Some weeks of a zone's clocks on the wall, read off them minute by minute with nothing of the gateway's own. */
export interface WallTable {
  readonly timeZone: string;
  /** minutes since 1970-01-01T00:00Z */
  readonly from: number;
  /** local minutes since 1970-01-01T00:00, by minute since `from` */
  readonly walls: Int32Array;
}

/** Clocks change on quarters of an hour at most, so one reading holds for fifteen minutes. */
const step = 15;

export function readWalls(timeZone: string, from: number, minutes: number): WallTable {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric' },
    ...{ day: 'numeric', hour: 'numeric', minute: 'numeric' },
  });
  const walls = new Int32Array(minutes);
  for (let minute = 0; minute < minutes; minute += step) {
    const parts = new Map(
      format.formatToParts((from + minute) * 60_000).map(({ type, value }) => [type, Number(value)]),
    );
    const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')) / 60_000;
    for (let i = 0; i < step && minute + i < minutes; i += 1) walls[minute + i] = wall + i;
  }
  return { timeZone, from, walls };
}

/** A pause in minutes since the table's begin; `until` null: it goes on. */
export interface MinutePause {
  readonly from: number;
  readonly until: number | null;
}

interface Clock {
  /** minutes since the table's begin */
  readonly start: number;
  readonly target: number;
  readonly pauses: readonly MinutePause[];
}

/** Where the table ends before the clock is due. */
export const beyond = 'beyond';

/** When a clock in business time is due, by looking at each minute: is it open, does the clock stand still? */
export function businessDue({ walls }: WallTable, calendar: Calendar, clock: Clock): number | typeof beyond {
  if (clock.target === 0) return clock.start;
  const isOpen = openBy(calendar);
  const still = stillBy(clock.pauses, walls.length);
  let counted = 0;
  for (let minute = clock.start; minute < walls.length; minute += 1) {
    if (still[minute] === 1 || !isOpen(walls[minute] ?? 0)) continue;
    counted += 1;
    if (counted === clock.target) return minute + 1;
  }
  return beyond;
}

/** When a clock in calendar time is due: whole days by the wall, the rest and the pauses by each minute that passes. */
export function calendarDue({ walls }: WallTable, clock: Clock): number | typeof beyond {
  const wholeDays = Math.floor(clock.target / 1_440);
  const wall = (walls[clock.start] ?? 0) + wholeDays * 1_440;
  let due = clock.start;
  if (wholeDays > 0) while (due < walls.length && (walls[due] ?? 0) < wall) due += 1;
  let left = due - clock.start + (clock.target % 1_440);
  const still = stillBy(clock.pauses, walls.length);
  for (let minute = clock.start; minute < walls.length; minute += 1) {
    if (left === 0) return minute;
    if (still[minute] === 0) left -= 1;
  }
  return beyond;
}

/** By minute: 1 where the clock stands still. */
function stillBy(pauses: readonly MinutePause[], minutes: number): Uint8Array {
  const still = new Uint8Array(minutes);
  for (const { from, until } of pauses) still.fill(1, from, until ?? minutes);
  return still;
}

/** Whether a calendar is open at a time on the wall, in minutes since 1970-01-01T00:00. */
export function openBy({ week, exceptions }: Calendar): (wall: number) => boolean {
  const special = new Map(
    exceptions.map(({ date, open }) => [Date.parse(`${date}T00:00Z`) / 86_400_000, open]),
  );
  let midnight = -Infinity;
  let hours: readonly OpenInterval[] = [];
  return (wall) => {
    if (wall < midnight || wall >= midnight + 1_440) {
      const day = Math.floor(wall / 1_440);
      midnight = day * 1_440;
      // 1970-01-01 was a Thursday
      hours = special.get(day) ?? week[weekdays[(day + 3) % 7] ?? 'mon'];
    }
    const minute = wall - midnight;
    return hours.some(({ from, until }) => minute >= from && minute < until);
  };
}
