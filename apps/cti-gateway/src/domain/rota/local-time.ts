import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import { stretchAt } from '../calendar/zone-days.ts';
import type { LocalTime } from './rota.ts';

/**
 * When wall clocks of a zone first show this time or a later one. So times keep their order and what adjoins on the wall
 * adjoins: a time that comes twice is meant the first time, one that is left out is the moment of the jump (SPEC ROTA-1).
 */
export function instantOf(local: LocalTime, timeZone: string): Instant {
  const wall = Date.parse(`${local}Z`);
  let stretch = stretchAt(wall - days(1) - stretchAt(wall, timeZone).offset, timeZone);
  while (wall - stretch.offset >= stretch.until) stretch = stretchAt(stretch.until, timeZone);
  return Math.max(wall - stretch.offset, stretch.from);
}

/** What wall clocks show, to the minute. */
export const localTimeAt = (at: Instant, timeZone: string): LocalTime =>
  new Date(at + stretchAt(at, timeZone).offset).toISOString().slice(0, 16);

export const localDateAt = (at: Instant, timeZone: string): string => localTimeAt(at, timeZone).slice(0, 10);

/** A local date so many days later. */
export const laterDate = (date: string, count: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days(count)).toISOString().slice(0, 10);

export const localTime = (date: string, minute: number): LocalTime =>
  `${date}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Whether the calendar has such a day and time; years of four digits sort as text. */
export const isLocalTime = (local: LocalTime): boolean =>
  new Date(`${local}Z`).toJSON()?.startsWith(local) ?? false;
