import type { Milliseconds } from '@ringside/shared/model/instant';
import type { CalendarFault } from '@ringside/shared/model/rota';

/** Reads calendars from where people keep them (ABSENT-7, ABSENT-9, ABSENT-10). */
export interface CalendarReader {
  /** Reads it once, in a bounded time. Never rejects: why it could not be read is the answer. `cutOff` ends it at once. */
  read(asked: AskedCalendar, cutOff: AbortSignal): Promise<CalendarAnswer>;
}

export interface AskedCalendar {
  /** https; a secret that is told to nobody else */
  readonly address: string;
  /** the state of it that is known; null: it is wanted whole */
  readonly etag: string | null;
  readonly within: Milliseconds;
}

export type CalendarAnswer =
  | { readonly is: 'read'; readonly text: string; readonly etag: string | null }
  | { readonly is: 'unchanged' }
  | { readonly is: 'fault'; readonly fault: CalendarFault };
