import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { hours } from '@ringside/shared/model/instant';
import type { Calendar } from '../centre/calendar.ts';
import { stintsOf } from './faults.ts';
import { instantOf, laterDate, localDateAt, localTime } from './local-time.ts';
import type { Shift } from './rota.ts';
import { weekdayOf } from './turns.ts';

/** PLAN-1: what an hour of duty weighs, and a call. Of several weights of one hour the heaviest counts. */
export const weights = { weekday: 1, night: 1.5, weekend: 2, holiday: 3, call: 0.5 } as const;

/** local minutes of the day */
const nightEnds = 6 * 60;
const nightBegins = 22 * 60;
const midnight = 24 * 60;

/** Whose days and nights count. */
export interface DutyPlace {
  readonly timeZone: string;
  /** local dates */
  readonly holidays: ReadonlySet<string>;
}

export const dutyPlace = (timeZone: string, calendar: Calendar | null): DutyPlace => ({
  timeZone,
  holidays: new Set(calendar?.exceptions.map(({ date }) => date)),
});

/** What somebody carries. */
export interface Load {
  readonly time: Milliseconds;
  /** in weighted hours */
  readonly weight: number;
  readonly shifts: number;
  /** the Saturdays of week-ends on which they are on */
  readonly weekends: ReadonlySet<string>;
  readonly holidays: ReadonlySet<string>;
}

export const noLoad: Load = { time: 0, weight: 0, shifts: 0, weekends: new Set(), holidays: new Set() };

export const together = (a: Load, b: Load): Load => ({
  time: a.time + b.time,
  weight: a.weight + b.weight,
  shifts: a.shifts + b.shifts,
  weekends: new Set([...a.weekends, ...b.weekends]),
  holidays: new Set([...a.holidays, ...b.holidays]),
});

interface Part {
  readonly date: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly weight: number;
}

/** A time of duty, cut where its weight changes. */
function partsOf(from: Instant, until: Instant, place: DutyPlace): readonly Part[] {
  const parts: Part[] = [];
  const last = localDateAt(until - 1, place.timeZone);
  for (let date = localDateAt(from, place.timeZone); date <= last; date = laterDate(date, 1)) {
    const at = (minute: number): Instant =>
      minute === midnight
        ? instantOf(localTime(laterDate(date, 1), 0), place.timeZone)
        : instantOf(localTime(date, minute), place.timeZone);
    for (const [begins, ends, isNight] of [
      [0, nightEnds, true],
      [nightEnds, nightBegins, false],
      [nightBegins, midnight, true],
    ] as const) {
      const part = { from: Math.max(from, at(begins)), until: Math.min(until, at(ends)) };
      if (part.from < part.until) parts.push({ ...part, date, weight: weightOf(date, isNight, place) });
    }
  }
  return parts;
}

const isWeekend = (date: string): boolean => weekdayOf(date) === 'sat' || weekdayOf(date) === 'sun';

const weightOf = (date: string, isNight: boolean, { holidays }: DutyPlace): number =>
  Math.max(
    weights.weekday,
    isNight ? weights.night : 0,
    isWeekend(date) ? weights.weekend : 0,
    holidays.has(date) ? weights.holiday : 0,
  );

/** In weighted hours. */
export const weightOfDuty = (from: Instant, until: Instant, place: DutyPlace): number =>
  partsOf(from, until, place).reduce(
    (sum, part) => sum + (part.weight * (part.until - part.from)) / hours(1),
    0,
  );

const saturdayOf = (date: string): string => (weekdayOf(date) === 'sun' ? laterDate(date, -1) : date);

/** What each person carries on one rota. */
export function loadsOf(shifts: readonly Shift[], place: DutyPlace): ReadonlyMap<AgentId, Load> {
  const loads = new Map<AgentId, Load>();
  for (const { agentId, from, until } of shifts) {
    if (agentId === null) continue;
    const parts = partsOf(from, until, place);
    const dates = new Set(parts.map(({ date }) => date));
    loads.set(
      agentId,
      together(loads.get(agentId) ?? noLoad, {
        time: until - from,
        weight: weightOfDuty(from, until, place),
        shifts: 0,
        weekends: new Set([...dates].filter(isWeekend).map(saturdayOf)),
        holidays: new Set([...dates].filter((date) => place.holidays.has(date))),
      }),
    );
  }
  for (const { agentId } of stintsOf(shifts)) {
    const load = loads.get(agentId) ?? noLoad;
    loads.set(agentId, { ...load, shifts: load.shifts + 1 });
  }
  return loads;
}

/** PLAN-2: Jain's index; null where nobody carries anything. R. Jain, D. Chiu, W. Hawe, DEC-TR-301 (1984). */
export function jainsIndex(burdens: readonly number[]): number | null {
  const sum = burdens.reduce((all, one) => all + one, 0);
  const squares = burdens.reduce((all, one) => all + one * one, 0);
  return squares === 0 ? null : (sum * sum) / (burdens.length * squares);
}
