import type { CalendarId } from '@ringside/shared/model/ids';
import type { LocalText } from '@ringside/shared/model/language';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Local wall-clock minutes since midnight; `until` is exclusive and at most 1440 (24:00). */
export interface OpenInterval {
  readonly from: number;
  readonly until: number;
}

/** Opening hours as local wall time in an IANA zone; several intervals a day, none is a closed day. */
export interface Calendar {
  readonly calendarId: CalendarId;
  readonly name: LocalText;
  /** IANA zone; null: the centre's */
  readonly timeZone: string | null;
  readonly week: Readonly<Record<Weekday, readonly OpenInterval[]>>;
  /** days that are otherwise than their weekday: holidays (no interval) and special hours */
  readonly exceptions: readonly CalendarException[];
}

export interface CalendarException {
  /** local date, ISO 8601 "2027-01-01" */
  readonly date: string;
  readonly name: string;
  readonly open: readonly OpenInterval[];
}
