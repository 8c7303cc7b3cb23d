import type { Milliseconds } from '@ringside/shared/model/instant';
import { days, hours, minutes, seconds } from '@ringside/shared/model/instant';
import type { ContentLine } from './content-lines.ts';
import type { Day } from './repeat-rule.ts';
import { zonesOfWindows } from './zones-of-windows.ts';

/** A DATE or DATE-TIME of RFC 5545, as walls of its zone show it. */
export interface IcalTime {
  readonly day: Day;
  /** since midnight; null: the whole day */
  readonly time: Milliseconds | null;
  /** IANA */
  readonly timeZone: string;
}

export type TimeFault = 'badDate' | 'badZone';

const TIME = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)(Z)?)?$/;
/** what is written for "since ever" and "for ever" is no time that anybody is away */
const [firstYear, lastYear] = [1970, 2200];

/** The times of a line, each of which may stand alone: EXDATE and RDATE have several. Floating times are of the zone given. */
export function timesOf(
  line: ContentLine,
  timeZone: string,
  raise: (line: ContentLine, why: TimeFault) => void,
): readonly IcalTime[] {
  const zone = zoneOf(line, timeZone);
  if (zone === null) raise(line, 'badZone');
  return line.value.split(',').flatMap((value) => {
    const time = timeOf(value.trim(), zone ?? timeZone, timeZone);
    if (time === null) raise(line, 'badDate');
    return time ?? [];
  });
}

function timeOf(value: string, timeZone: string, home: string): IcalTime | null {
  const [whole, year, month, date, hour, minute, second, utc] = TIME.exec(value) ?? [];
  if (whole === undefined) return null;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  const isReal = at.toISOString().slice(0, 10) === `${year}-${month}-${date}`;
  if (!isReal || Number(year) < firstYear || Number(year) > lastYear) return null;
  const day = at.getTime() / days(1);
  if (hour === undefined) return { day, time: null, timeZone: home };
  const time = hours(Number(hour)) + minutes(Number(minute)) + seconds(Number(second));
  return { day, time, timeZone: utc === undefined ? timeZone : 'UTC' };
}

/** null: a zone that nobody knows */
function zoneOf({ parameters }: ContentLine, timeZone: string): string | null {
  const written = parameters.get('TZID');
  if (written === undefined || written === '') return timeZone;
  if (Object.hasOwn(zonesOfWindows, written)) return zonesOfWindows[written] ?? null;
  // some programs set their own name before it: /softwarestudio.org/Olson_20011030_5/Europe/London
  const parts = written.split('/').filter((part) => part !== '');
  const names = [parts, parts.slice(-3), parts.slice(-2)].map((some) => some.join('/'));
  for (const name of new Set(names)) {
    const zone = knownZone(name);
    if (zone !== null) return zone;
  }
  return null;
}

/** Asking costs far more than all else that is done with a line, and files name the same zone in each. */
const zonesAsked = new Map<string, string | null>();
/** names come from files */
const [mostAsked, longestName] = [1_000, 100];

/** As everybody spells it: what is kept by zone is kept once. */
function knownZone(name: string): string | null {
  if ((!name.includes('/') && name !== 'UTC') || name.length > longestName) return null;
  const known = zonesAsked.get(name);
  if (known !== undefined) return known;
  if (zonesAsked.size >= mostAsked) zonesAsked.clear();
  const zone = askZone(name);
  zonesAsked.set(name, zone);
  return zone;
}

function askZone(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

const DURATION =
  /^([+-])?P(?:(\d{1,3})W|(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?)$/;

/** RFC 5545 section 3.3.6; null: none, or one that goes backwards. */
export function durationOf(value: string): Milliseconds | null {
  const [whole, sign, ...parts] = DURATION.exec(value) ?? [];
  if (whole === undefined || sign === '-' || parts.every((part) => part === undefined)) return null;
  const [week = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  return days(7 * week + day) + hours(hour) + minutes(minute) + seconds(second);
}

/** What the wall of its zone shows, to the minute; a whole day begins at midnight. */
export const wallTime = ({ day, time }: IcalTime): string =>
  new Date(day * days(1) + (time ?? 0)).toISOString().slice(0, 16);
