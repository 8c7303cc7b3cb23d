import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentLines } from '../calendar/content-lines.ts';
import type { CalendarItem } from './calendar-text.ts';
import { calendarText } from './calendar-text.ts';

const item = (given: Partial<CalendarItem> = {}): CalendarItem => ({
  uid: 't1@ringside',
  sequence: 3,
  changedAt: Date.UTC(2026, 10, 21, 1),
  from: Date.UTC(2026, 10, 21, 7, 45),
  until: Date.UTC(2026, 10, 21, 8),
  title: 'Call back',
  remindAt: null,
  ...given,
});

describe('TASK-18 the calendar', () => {
  test('has one event a task, in UTC, with its reminder', () => {
    const text = calendarText('Ringside', [item({ remindAt: Date.UTC(2026, 10, 21, 7) })]);
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Ringside//Follow-ups//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Ringside',
      'BEGIN:VEVENT',
      'UID:t1@ringside',
      'SEQUENCE:3',
      'DTSTAMP:20261121T010000Z',
      'LAST-MODIFIED:20261121T010000Z',
      'DTSTART:20261121T074500Z',
      'DTEND:20261121T080000Z',
      'SUMMARY:Call back',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER;VALUE=DATE-TIME:20261121T070000Z',
      'DESCRIPTION:Call back',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('whatever a title says, in any script: no line is too long, no character is cut, and a reader reads it back', () => {
    const titles = fc.string({ unit: fc.constantFrom(...'aé陳😀,;\\"\n:', 'BEGIN:VEVENT'), maxLength: 120 });
    fc.assert(
      fc.property(titles, (title) => {
        const text = calendarText('Ringside', [item({ title })]);
        for (const line of text.split('\r\n')) {
          const bytes = new TextEncoder().encode(line);
          expect(bytes.length).toBeLessThanOrEqual(75);
          // lone halves of a character would have been replaced
          expect(line).not.toContain('\uFFFD');
        }
        const read = [...contentLines(text)].find(({ name }) => name === 'SUMMARY')?.value;
        expect(unescaped(read ?? '')).toBe(title);
        expect(text.match(/^BEGIN:VEVENT\r$/gmu)).toHaveLength(1);
      }),
    );
  });
});

const unescaped = (text: string): string =>
  text.replaceAll(/\\(?<what>[\\;,nN])/gu, (_all, what: string) =>
    what.toLowerCase() === 'n' ? '\n' : what,
  );
