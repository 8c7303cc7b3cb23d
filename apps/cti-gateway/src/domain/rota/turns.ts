import { days } from '@ringside/shared/model/instant';
import type { Weekday } from '../centre/calendar.ts';
import { weekdays } from '../centre/calendar.ts';
import { laterDate, localTime } from './local-time.ts';
import type { LocalTime, RotaLayer } from './rota.ts';

/** One turn: from then on it is that person's, until the next turn begins. */
export interface Turn {
  readonly from: LocalTime;
  /** null: a layer without people */
  readonly userName: string | null;
}

/**
 * ROTA-2: the turns of a layer that touch the local days [from, until), in order. Days of the week on which nobody need be
 * on are nobody's turn: the one before goes on, so that everybody gets their share of the days that count.
 */
export function turnsOf(
  layer: RotaLayer,
  counted: ReadonlySet<Weekday>,
  from: string,
  until: string,
): readonly Turn[] {
  if (layer.rotation === 'byHand') return [];
  const turns: Turn[] = [];
  for (let date = begun(layer, from); date < until; date = laterDate(date, 1)) {
    for (const [half, minute] of changesOn(layer, counted, date).entries())
      turns.push({ from: localTime(date, minute), userName: personOf(layer, counted, date, half) });
  }
  return turns;
}

/** A day on or before which the turn began that runs at the beginning of `from`. */
function begun({ startsOn }: RotaLayer, from: string): string {
  const weekBefore = laterDate(from, -8);
  return weekBefore > startsOn ? weekBefore : startsOn;
}

const dayNumber = (date: string): number => Date.parse(`${date}T00:00Z`) / days(1);

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (date: string): Weekday => weekdays[(dayNumber(date) + 3) % 7] ?? 'mon';

function changesOn(layer: RotaLayer, counted: ReadonlySet<Weekday>, date: string): readonly number[] {
  const [first = 0, second] = layer.changesAt;
  switch (layer.rotation) {
    case 'byHand':
      return [];
    case 'weekly':
      return date === layer.startsOn || weekdayOf(date) === layer.changesOn ? [first] : [];
    case 'daily':
      return counted.has(weekdayOf(date)) ? [first] : [];
    case 'halfDaily':
      return counted.has(weekdayOf(date)) ? [first, second ?? 12 * 60] : [];
  }
}

function personOf(
  layer: RotaLayer,
  counted: ReadonlySet<Weekday>,
  date: string,
  half: number,
): string | null {
  const { people, turnLength } = layer;
  if (people.length === 0) return null;
  const turn = Math.floor(unitOf(layer, counted, date, half) / turnLength);
  return people[turn % people.length] ?? null;
}

/** How many half-days, days or weeks of the rotation have begun before this one. */
function unitOf(layer: RotaLayer, counted: ReadonlySet<Weekday>, date: string, half: number): number {
  if (layer.rotation === 'weekly') return weeksBegun(layer, date);
  const since = countedDays(counted, layer.startsOn, date);
  return layer.rotation === 'halfDaily' ? 2 * since + half : since;
}

function weeksBegun({ startsOn, changesOn: day }: RotaLayer, date: string): number {
  if (date === startsOn) return 0;
  const toFirst = (weekdays.indexOf(day) - weekdays.indexOf(weekdayOf(startsOn)) + 7) % 7 || 7;
  return 1 + (dayNumber(date) - dayNumber(startsOn) - toFirst) / 7;
}

/** Counted days in [from, until). */
function countedDays(counted: ReadonlySet<Weekday>, from: string, until: string): number {
  const length = dayNumber(until) - dayNumber(from);
  const weeks = Math.floor(length / 7);
  let rest = 0;
  for (let day = weeks * 7; day < length; day += 1)
    if (counted.has(weekdayOf(laterDate(from, day)))) rest += 1;
  return weeks * counted.size + rest;
}
