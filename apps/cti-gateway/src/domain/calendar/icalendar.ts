import { contentLines } from './content-lines.ts';
import type { ContentLine } from './content-lines.ts';
import type { IcalEvent } from './ical-events.ts';
import { emptyLine, eventsIn, isCalendar, unescaped } from './ical-events.ts';
import { datesOf } from './recurrence.ts';
import type { Span } from './recurrence.ts';

/** A day on which the doors have other hours than their weekday. */
export interface Holiday {
  /** ISO 8601 local date */
  readonly date: string;
  readonly name: string;
}

/** A line of the file that could not be understood; what stands around it was taken all the same. */
export interface HolidayFault {
  /** from 1 */
  readonly line: number;
  readonly text: string;
  readonly why: HolidayFaultWord;
}
export type HolidayFaultWord =
  | 'notCalendar'
  | 'notALine'
  | 'noStart'
  | 'notADay'
  | 'badDate'
  | 'badDuration'
  | 'badRule'
  | 'noName'
  | 'notEnded'
  | 'tooMany';

export interface ReadHolidays {
  readonly holidays: readonly Holiday[];
  readonly faults: readonly HolidayFault[];
}

const mostHolidays = 2_000;

/** CAL-5: whole-day events of an iCalendar file (RFC 5545) that fall into a span, by date; of two on one day both names. */
export function readHolidays(text: string, span: Span): ReadHolidays {
  const faults: HolidayFault[] = [];
  const raise = ({ line, text: written }: ContentLine, why: HolidayFaultWord): void => {
    faults.push({ line, text: written.slice(0, 100), why });
  };
  const lines = contentLines(text);
  const [first] = lines;
  if (!isCalendar(lines)) {
    raise(first ?? emptyLine, 'notCalendar');
    return { holidays: [], faults };
  }
  const names = new Map<string, string[]>();
  for (const event of eventsIn(lines, raise)) {
    for (const { date, name } of holidaysOf(event, span, raise)) {
      const known = names.get(date) ?? [];
      if (names.size >= mostHolidays && known.length === 0) {
        raise(event.begin, 'tooMany');
        break;
      }
      if (!known.includes(name)) names.set(date, [...known, name]);
    }
  }
  const holidays = [...names]
    .map(([date, all]) => ({ date, name: all.join(' / ').slice(0, 200) }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
  return { holidays, faults: faults.toSorted((a, b) => a.line - b.line) };
}

type Raise = (line: ContentLine, why: HolidayFaultWord) => void;

function holidaysOf({ begin, lines }: IcalEvent, span: Span, raise: Raise): readonly Holiday[] {
  const property = (name: string): ContentLine | undefined => lines.find((line) => line.name === name);
  if (property('STATUS')?.value.toUpperCase() === 'CANCELLED') return [];
  const start = property('DTSTART');
  if (start === undefined) {
    raise(begin, 'noStart');
    return [];
  }
  const dates = datesOf(
    {
      start,
      end: property('DTEND'),
      duration: property('DURATION'),
      rule: property('RRULE'),
      except: lines.filter(({ name }) => name === 'EXDATE'),
      also: lines.filter(({ name }) => name === 'RDATE'),
    },
    span,
    raise,
  );
  if (dates.length === 0) return [];
  const summary = property('SUMMARY');
  const name = summary === undefined ? '' : unescaped(summary.value).trim();
  if (name === '') raise(begin, 'noName');
  return dates.map((date) => ({ date, name: name === '' ? date : name }));
}
