import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { ContentLine } from './content-lines.ts';
import { contentLines } from './content-lines.ts';
import type { IcalEvent } from './ical-events.ts';
import { emptyLine, eventsIn, isCalendar, unescaped } from './ical-events.ts';
import type { IcalTime } from './ical-time.ts';
import { durationOf, timesOf, wallTime } from './ical-time.ts';
import type { Patience } from './repeat-rule.ts';
import { readRule, repeatedDays } from './repeat-rule.ts';

/** A time at which the owner of a calendar is busy. */
export interface BusyTime {
  /** of the event, and when this time of it begins: the same whenever the file is read */
  readonly uid: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly note: string;
}

export type BusyFaultWord =
  | 'notCalendar'
  | 'notALine'
  | 'notEnded'
  | 'noStart'
  | 'noEnd'
  | 'badDate'
  | 'badZone'
  | 'badEnd'
  | 'badDuration'
  | 'badRule'
  | 'ruleTooLong'
  | 'tooMany'
  | 'moreFaults';

/** A line of the file that could not be understood; what stands around it was taken all the same. */
export interface BusyFault {
  /** from 1 */
  readonly line: number;
  readonly text: string;
  readonly why: BusyFaultWord;
}

export interface ReadBusyTimes {
  /** false: a file of another kind */
  readonly isCalendar: boolean;
  readonly times: readonly BusyTime[];
  /** events that stand in the file and could not be taken, whole or in part */
  readonly unread: ReadonlySet<string>;
  readonly faults: readonly BusyFault[];
}

/** ABSENT-6 */
const [mostTimes, mostFaults, longestUid, longestNote] = [1_000, 200, 200, 200];

interface Reading {
  /** the centre's zone, for whole days and floating times */
  readonly timeZone: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly instantOf: (wall: string, timeZone: string) => Instant;
  readonly patience: Patience;
  readonly raise: (line: ContentLine, why: BusyFaultWord) => void;
}

/** ABSENT-3, ABSENT-5: when the owner of an iCalendar file (RFC 5545) is busy within a span. */
export function readBusyTimes(
  text: string,
  span: Pick<Reading, 'timeZone' | 'from' | 'until' | 'instantOf'>,
): ReadBusyTimes {
  const faults: BusyFault[] = [];
  const raise: Reading['raise'] = ({ line, text: written }, why) => {
    if (faults.length < mostFaults) faults.push({ line, text: written.slice(0, 100), why });
    else if (faults.length === mostFaults) faults.push({ line, text: '', why: 'moreFaults' });
  };
  const lines = contentLines(text);
  if (!isCalendar(lines)) {
    raise(lines[0] ?? emptyLine, 'notCalendar');
    return { isCalendar: false, times: [], unread: new Set(), faults };
  }
  const times: BusyTime[] = [];
  const unread = new Set<string>();
  const events = eventsIn(lines, raise).map(eventOf);
  const moved = movedTimes(events, span.timeZone);
  const patience = { steps: 50_000 };
  for (const event of events) {
    let isWhole = true;
    const told: Reading['raise'] = (line, why) => {
      // read all the same, in the zone of the centre (ABSENT-5)
      if (why !== 'badZone') isWhole = false;
      raise(line, why);
    };
    // one event of a name has the rule (RFC 5545 section 3.8.4.7); what moved is looked for in it alone
    const own = event.first.has('RECURRENCE-ID') ? [] : (moved.get(event.uid) ?? []);
    if (own.length > 0) moved.delete(event.uid);
    const found = timesIn(event, own, { ...span, patience, raise: told });
    if (times.length + found.length > mostTimes) told(event.begin, 'tooMany');
    times.push(...found.slice(0, mostTimes - times.length));
    if (!isWhole) unread.add(event.uid);
  }
  return {
    isCalendar: true,
    times: [...new Map(times.map((one) => [one.uid, one])).values()],
    unread,
    faults: faults.toSorted((a, b) => a.line - b.line),
  };
}

interface BusyEvent extends IcalEvent {
  readonly uid: string;
  readonly first: ReadonlyMap<string, ContentLine>;
}

function eventOf(event: IcalEvent): BusyEvent {
  const first = new Map<string, ContentLine>();
  for (const line of event.lines) if (!first.has(line.name)) first.set(line.name, line);
  const written = first.get('UID')?.value ?? '';
  // one without is known by what it says
  const uid = written === '' ? `${first.get('DTSTART')?.value ?? ''} ${noteOf(first)}` : written;
  return { ...event, first, uid: uid.slice(0, longestUid) };
}

/** Times of an event that repeats which stand in the file as events of their own (RECURRENCE-ID). */
function movedTimes(events: readonly BusyEvent[], timeZone: string): Map<string, readonly IcalTime[]> {
  const moved = new Map<string, IcalTime[]>();
  for (const { uid, first } of events) {
    const line = first.get('RECURRENCE-ID');
    if (line === undefined) continue;
    const known = moved.get(uid) ?? [];
    for (const time of timesOf(line, timeZone, () => undefined)) known.push(time);
    moved.set(uid, known);
  }
  return moved;
}

const isFree = (first: BusyEvent['first']): boolean =>
  first.get('STATUS')?.value.toUpperCase() === 'CANCELLED' ||
  first.get('TRANSP')?.value.toUpperCase() === 'TRANSPARENT';

function timesIn(event: BusyEvent, moved: readonly IcalTime[], reading: Reading): readonly BusyTime[] {
  const { first, begin, uid } = event;
  if (isFree(first)) return [];
  const startLine = first.get('DTSTART');
  if (startLine === undefined) {
    reading.raise(begin, 'noStart');
    return [];
  }
  const [start] = timesOf(startLine, reading.timeZone, reading.raise);
  const length = start === undefined ? null : lengthOf(event, start, reading);
  if (start === undefined || length === null) return [];
  const isMoved = first.has('RECURRENCE-ID');
  const begins = beginningsOf(event, start, length, isMoved ? [] : moved, reading);
  const note = noteOf(first);
  return begins
    .map((at) => ({ at, from: instantOf(at, reading), until: endOf(at, length, reading) }))
    .filter(({ from, until }) => until > reading.from && from < reading.until && from < until)
    .map(({ at, from, until }) => ({
      uid: `${uid} ${wallTime(at)}`,
      from,
      until: Math.min(until, reading.until),
      note,
    }));
}

const instantOf = (time: IcalTime, reading: Reading): Instant =>
  reading.instantOf(wallTime(time), time.timeZone);

/** Whole days on the wall, or a length of time. */
type Length = { readonly days: number } | { readonly time: Milliseconds };

function endOf(at: IcalTime, length: Length, reading: Reading): Instant {
  return 'days' in length
    ? instantOf({ ...at, day: at.day + length.days, time: null }, reading)
    : instantOf(at, reading) + length.time;
}

/** nobody is away longer at a stretch than is looked ahead */
const longestDays = 400;

/** RFC 5545 section 3.6.1: without an end a day is whole and a time has no length. null: none that can be read. */
function lengthOf({ first, begin }: BusyEvent, start: IcalTime, reading: Reading): Length | null {
  const [endLine, durationLine] = [first.get('DTEND'), first.get('DURATION')];
  if (endLine !== undefined) {
    const [end] = timesOf(endLine, reading.timeZone, reading.raise);
    const length = end === undefined ? null : lengthUntil(start, end, reading);
    if (end !== undefined && length === null) reading.raise(endLine, 'badEnd');
    return length ?? (start.time === null ? { days: 1 } : null);
  }
  if (durationLine !== undefined) {
    const time = durationOf(durationLine.value);
    if (time === null) reading.raise(durationLine, 'badDuration');
    if (start.time === null)
      return { days: Math.min(longestDays, Math.max(1, Math.ceil((time ?? 0) / days(1)))) };
    return time === null ? null : { time: Math.min(time, days(longestDays)) };
  }
  if (start.time === null) return { days: 1 };
  reading.raise(begin, 'noEnd');
  return null;
}

function lengthUntil(start: IcalTime, end: IcalTime, reading: Reading): Length | null {
  if ((start.time === null) !== (end.time === null)) return null;
  if (start.time === null)
    return end.day < start.day ? null : { days: Math.min(longestDays, Math.max(1, end.day - start.day)) };
  const time = instantOf(end, reading) - instantOf(start, reading);
  return time < 0 ? null : { time: Math.min(time, days(longestDays)) };
}

/** When an event begins that may reach into the span: by its rule and its further dates, without those excepted or moved. */
function beginningsOf(
  event: BusyEvent,
  start: IcalTime,
  length: Length,
  moved: readonly IcalTime[],
  reading: Reading,
): readonly IcalTime[] {
  const { timeZone, raise } = reading;
  const some = (name: string): readonly IcalTime[] =>
    event.lines.filter((line) => line.name === name).flatMap((line) => timesOf(line, timeZone, raise));
  const rule = event.first.get('RRULE');
  const repeated = rule === undefined ? [start] : repeatedTimes(start, length, rule, reading);
  const except = [...some('EXDATE'), ...moved];
  const exceptDays = new Set(except.filter(({ time }) => time === null).map(({ day }) => day));
  const exceptTimes = new Set(
    except.filter(({ time }) => time !== null).map((one) => instantKey(one, reading)),
  );
  return [...repeated, ...some('RDATE').map((one) => ({ ...one, time: one.time ?? start.time }))].filter(
    (one) => !exceptDays.has(one.day) && !exceptTimes.has(instantKey(one, reading)),
  );
}

/** A time that is far from the span needs no zone to be told apart. */
function instantKey(time: IcalTime, { from, until, ...reading }: Reading): string {
  const wall = Date.parse(`${wallTime(time)}Z`);
  const isNear = wall > from - days(longestDays + 2) && wall < until + days(2);
  return isNear ? String(instantOf(time, { from, until, ...reading })) : `${time.timeZone} ${wall}`;
}

function repeatedTimes(
  start: IcalTime,
  length: Length,
  line: ContentLine,
  { from, until, patience, raise, ...reading }: Reading,
): readonly IcalTime[] {
  const rule = readRule(line.value);
  if (rule === null) {
    raise(line, 'badRule');
    return [start];
  }
  const reach = 'days' in length ? length.days : Math.ceil(length.time / days(1));
  const span = { from: Math.floor(from / days(1)) - reach - 2, until: Math.ceil(until / days(1)) + 1 };
  const { days: found, cut } = repeatedDays(start.day, rule, span, patience);
  if (cut) raise(line, 'ruleTooLong');
  const all = found.map((day) => ({ ...start, day }));
  if (rule.until === null) return all;
  const [last] = timesOf({ ...line, value: rule.until }, start.timeZone, (_, why) => raise(line, why));
  return last === undefined
    ? all
    : all.filter((one) => isUntil(one, last, { from, until, patience, raise, ...reading }));
}

/** UNTIL is a day, or a time that stands in UTC where the event has a zone. */
function isUntil(one: IcalTime, last: IcalTime, reading: Reading): boolean {
  if (last.time === null || one.time === null) return one.day <= last.day;
  return instantOf(one, reading) <= instantOf(last, reading);
}

/** What is private stays so. */
function noteOf(first: BusyEvent['first']): string {
  const access = first.get('CLASS')?.value.toUpperCase();
  if (access === 'PRIVATE' || access === 'CONFIDENTIAL') return '';
  return unescaped(first.get('SUMMARY')?.value ?? '')
    .trim()
    .slice(0, longestNote);
}

export const isOfEvent = (uidOfTime: string, uid: string): boolean =>
  uidOfTime.startsWith(`${uid} `) && !Number.isNaN(Date.parse(`${uidOfTime.slice(uid.length + 1)}Z`));
