import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { days, hours, minutes } from '@ringside/shared/model/instant';
import type { CalendarFault } from '@ringside/shared/model/rota';

/** A person's own calendar, read again and again: whatever it says they are busy with is an absence (ABSENT-7). */
export interface FollowedCalendar {
  readonly agentId: AgentId;
  /** a secret: whoever has it reads the calendar (ABSENT-11) */
  readonly address: string;
  /** what its server calls the state that was read last; null: it says nothing */
  readonly etag: string | null;
  /** when it was last sent whole, rather than said to be unchanged */
  readonly readWholeAt: Instant;
  readonly lastReadAt: Instant;
  /** since when it can't be read, and how often that was tried; null: it can */
  readonly failing: CalendarTrouble | null;
  readonly version: number;
}

interface CalendarTrouble {
  readonly since: Instant;
  readonly times: number;
  readonly fault: CalendarFault;
}

/** ABSENT-7, ABSENT-9: what people paste, as it is read; null: no address of a calendar. */
export function calendarAddress(pasted: string): string | null {
  const text = pasted.trim().replace(/^webcals?:\/\//iu, 'https://');
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  url.hash = '';
  return url.href;
}

/** ABSENT-11: all of it that is ever shown. */
export const hostOfCalendar = (address: string): string => new URL(address).hostname;

const every = hours(1);
const longestWait = days(1);
const wholeEvery = days(1);

/**
 * ABSENT-7, ABSENT-8: when it is read next, at `minute` (0 to 1) of its hour, so that a hundred calendars spread over it.
 * Steadily an hour, and the first time half an hour to one and a half.
 */
export function nextReading(now: Instant, failedTimes: number, minute: number): Instant {
  const wait = waitAfter(failedTimes);
  const earliest = now + wait - minutes(30);
  const offset = Math.floor(minute * every);
  return Math.ceil((earliest - offset) / every) * every + offset;
}

const waitAfter = (failedTimes: number): Milliseconds =>
  Math.min(longestWait, every * 2 ** Math.min(10, Math.max(0, failedTimes - 1)));

/** ABSENT-13: what its server is told, so that it need not send what is known already. */
export const knownState = ({ etag, readWholeAt }: FollowedCalendar, now: Instant): string | null =>
  now - readWholeAt < wholeEvery ? etag : null;

export function wasRead(
  calendar: FollowedCalendar,
  read: { readonly etag: string | null; readonly isWhole: boolean },
  now: Instant,
): FollowedCalendar {
  return {
    ...calendar,
    etag: read.etag,
    readWholeAt: read.isWhole ? now : calendar.readWholeAt,
    lastReadAt: now,
    failing: null,
    version: calendar.version + 1,
  };
}

export function couldNotBeRead(
  calendar: FollowedCalendar,
  fault: CalendarFault,
  now: Instant,
): FollowedCalendar {
  const { failing } = calendar;
  return {
    ...calendar,
    failing: { since: failing?.since ?? now, times: (failing?.times ?? 0) + 1, fault },
    version: calendar.version + 1,
  };
}
