import type { Instant } from '@ringside/shared/model/instant';

/** One thing in a person's calendar. */
export interface CalendarItem {
  readonly uid: string;
  /** raised with each change of it */
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly from: Instant;
  readonly until: Instant;
  readonly title: string;
  readonly remindAt: Instant | null;
}

/** TASK-18: a calendar as RFC 5545 has it, times in UTC. The same items give the same bytes. */
export function calendarText(name: string, items: readonly CalendarItem[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ringside//Follow-ups//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...items.flatMap(event),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('');
}

function event({ uid, sequence, changedAt, from, until, title, remindAt }: CalendarItem): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(until)}`,
    `SUMMARY:${escaped(title)}`,
    ...(remindAt === null ? [] : alarm(remindAt, title)),
    'END:VEVENT',
  ];
}

const alarm = (at: Instant, title: string): readonly string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `TRIGGER;VALUE=DATE-TIME:${utc(at)}`,
  `DESCRIPTION:${escaped(title)}`,
  'END:VALARM',
];

/** RFC 5545 3.3.5, form 2 */
const utc = (at: Instant): string =>
  new Date(at)
    .toISOString()
    .replaceAll(/[-:]/gu, '')
    .replace(/[.]\d+Z$/u, 'Z');

/** RFC 5545 3.3.11; what would end the line or is no text is left out */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/gu, '\\n')
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/gu, '');

const longestLine = 75;

/** RFC 5545 3.1: no line has more than 75 octets, and no character is cut in two. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > longestLine) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return `${out}\r\n`;
}
