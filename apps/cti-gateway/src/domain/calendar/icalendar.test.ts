import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHolidays } from './icalendar.ts';

const span = { from: '2026-11-01', until: '2029-12-31' };
const file = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const datesOf = (...lines: string[]) =>
  readHolidays(file(...event('SUMMARY:Holiday', ...lines)), span).holidays.map(({ date }) => date);

describe('holidays from an iCalendar file', () => {
  test('CAL-5 a day is taken with its name, also where the line is folded and has escapes', () => {
    const text = file(...event('DTSTART;VALUE=DATE:20270101', 'SUMMARY:中華民國開國紀念日\\, 元', ' 旦'));
    expect(readHolidays(text, span)).toEqual({
      holidays: [{ date: '2027-01-01', name: '中華民國開國紀念日, 元旦' }],
      faults: [],
    });
  });

  test('CAL-5 the new year’s week lasts until the day before DTEND', () => {
    expect(datesOf('DTSTART;VALUE=DATE:20270205', 'DTEND;VALUE=DATE:20270208')).toEqual([
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
    ]);
  });

  test('CAL-5 a duration counts days or weeks', () => {
    expect(datesOf('DTSTART;VALUE=DATE:20270205', 'DURATION:P2D')).toEqual(['2027-02-05', '2027-02-06']);
    expect(datesOf('DTSTART;VALUE=DATE:20270205', 'DURATION:P1W')).toHaveLength(7);
  });

  test('CAL-5 what comes every year comes in every year of the span, past ones left out', () => {
    expect(datesOf('DTSTART;VALUE=DATE:20201010', 'RRULE:FREQ=YEARLY')).toEqual([
      '2027-10-10',
      '2028-10-10',
      '2029-10-10',
    ]);
    expect(datesOf('DTSTART;VALUE=DATE:20201010', 'RRULE:FREQ=YEARLY;UNTIL=20280101')).toEqual([
      '2027-10-10',
    ]);
    expect(datesOf('DTSTART;VALUE=DATE:20261210', 'RRULE:FREQ=YEARLY;COUNT=2')).toEqual([
      '2026-12-10',
      '2027-12-10',
    ]);
  });

  test('CAL-5 Thanksgiving is the fourth Thursday, Memorial Day the last Monday', () => {
    expect(datesOf('DTSTART;VALUE=DATE:20261126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH')).toEqual([
      '2026-11-26',
      '2027-11-25',
      '2028-11-23',
      '2029-11-22',
    ]);
    expect(datesOf('DTSTART;VALUE=DATE:20260525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO')).toEqual([
      '2027-05-31',
      '2028-05-29',
      '2029-05-28',
    ]);
  });

  test('CAL-5 29 February is a holiday in leap years alone', () => {
    expect(datesOf('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY')).toEqual(['2028-02-29']);
  });

  test('CAL-5 a day that is excepted or cancelled is none', () => {
    expect(datesOf('DTSTART;VALUE=DATE:20271010', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20281010')).toEqual(
      ['2027-10-10', '2029-10-10'],
    );
    expect(datesOf('DTSTART;VALUE=DATE:20271010', 'STATUS:CANCELLED')).toEqual([]);
  });

  test('CAL-5 of two on one day both names stand', () => {
    const text = file(
      ...event('DTSTART;VALUE=DATE:20270404', 'SUMMARY:兒童節'),
      ...event('DTSTART;VALUE=DATE:20270404', 'SUMMARY:清明節'),
    );
    expect(readHolidays(text, span).holidays).toEqual([{ date: '2027-04-04', name: '兒童節 / 清明節' }]);
  });

  test('CAL-5 what can’t be understood is named by its line, and the rest is taken', () => {
    const text = file(
      ...event('DTSTART;VALUE=DATE:20270230', 'SUMMARY:No such day'),
      ...event('DTSTART:20270301T090000Z', 'SUMMARY:A meeting'),
      ...event('SUMMARY:Without a day'),
      ...event('DTSTART;VALUE=DATE:20270303', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Every week'),
      'nonsense',
      ...event('DTSTART;VALUE=DATE:20270401'),
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20270501',
    );
    const { holidays, faults } = readHolidays(text, span);
    expect(holidays).toEqual([
      { date: '2027-03-03', name: 'Every week' },
      { date: '2027-04-01', name: '2027-04-01' },
    ]);
    expect(faults.map(({ line, why }) => [line, why])).toEqual([
      [4, 'badDate'],
      [8, 'notADay'],
      [11, 'noStart'],
      [16, 'badRule'],
      [19, 'notALine'],
      [20, 'noName'],
      [23, 'notEnded'],
    ]);
  });

  test('CAL-5 a file of another kind is refused at its first line', () => {
    expect(readHolidays('PK\u0003\u0004', span).faults).toEqual([
      { line: 1, text: 'PK\u0003\u0004', why: 'notCalendar' },
    ]);
    expect(readHolidays('', span).faults.map(({ why }) => why)).toEqual(['notCalendar']);
  });

  test('CAL-5 no file takes the reader down or makes it endless', () => {
    const words = fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      'BEGIN:VALARM',
      'END:VALARM',
      'DTSTART;VALUE=DATE:00010101',
      'DTSTART;VALUE=DATE:99991231',
      'DURATION:P999W',
      'RRULE:FREQ=YEARLY;INTERVAL=9999',
      'RRULE:FREQ=YEARLY;COUNT=999999999;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=5MO',
      'RRULE:=;=;',
      'EXDATE:,,,',
      'SUMMARY:x',
      ' folded',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 30 }), (lines) => {
        const { holidays } = readHolidays(file(...lines), span);
        expect(holidays.every(({ date }) => date >= span.from && date <= span.until)).toBe(true);
      }),
    );
  });
});
