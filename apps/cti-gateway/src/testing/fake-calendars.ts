import type { AskedCalendar, CalendarAnswer, CalendarReader } from '../ports/calendar-reader.ts';

export interface FakeCalendars extends CalendarReader {
  /** what is found at an address; nothing is not reached. A promise keeps it under way. */
  readonly at: Map<string, CalendarAnswer | Promise<CalendarAnswer>>;
  readonly asked: readonly AskedCalendar[];
}

/** Calendars that hold what the test wants. What is cut off was not read. */
export function createFakeCalendars(): FakeCalendars {
  const at: FakeCalendars['at'] = new Map();
  const asked: AskedCalendar[] = [];
  return {
    at,
    asked,
    read: async (one, cutOff) => {
      asked.push(one);
      const cut = new Promise<CalendarAnswer>((resolve) => {
        cutOff.addEventListener('abort', () => resolve({ is: 'fault', fault: 'tooSlow' }));
      });
      return Promise.race([
        at.get(one.address) ?? { is: 'fault' as const, fault: 'notReached' as const },
        cut,
      ]);
    },
  };
}
