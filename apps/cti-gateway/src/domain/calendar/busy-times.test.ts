import { days } from '@ringside/shared/model/instant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, localTimeAt } from '../rota/local-time.ts';
import { readBusyTimes } from './busy-times.ts';

const from = Date.parse('2027-03-01T00:00Z');
const span = { timeZone: 'Asia/Taipei', from, until: from + days(400), instantOf };
const file = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', 'UID:one', ...lines, 'END:VEVENT'];
const read = (...lines: string[]) => readBusyTimes(file(...lines), span);
/** in Taipei */
const timesOf = (...lines: string[]): string[] =>
  read(...event(...lines)).times.map(
    (one) => `${localTimeAt(one.from, 'Asia/Taipei')} ${localTimeAt(one.until, 'Asia/Taipei')}`,
  );
const whysOf = (...lines: string[]): (string | number)[][] =>
  read(...event(...lines)).faults.map(({ line, why }) => [line, why]);

describe('absences from an iCalendar file', () => {
  test('ABSENT-5 a zone nobody knows costs its fault and no more: the event was read, in the centre’s zone', () => {
    for (const zone of ['Customized Time Zone', 'constructor', 'toString', '__proto__']) {
      const { times, faults, unread } = read(
        ...event(`DTSTART;TZID=${zone}:20270310T090000`, 'DURATION:PT1H'),
      );
      expect(times.map((one) => localTimeAt(one.from, 'Asia/Taipei'))).toEqual(['2027-03-10T09:00']);
      expect(faults.map(({ why }) => why)).toEqual(['badZone']);
      expect([...unread]).toEqual([]);
    }
  });

  test('ABSENT-6 a rule with more days than a week or a year has is not understood', () => {
    const months = Array.from({ length: 60_000 }, () => '1').join(',');
    const rule = `RRULE:FREQ=YEARLY;COUNT=999999999;BYMONTH=${months};BYDAY=MO`;
    expect(whysOf('DTSTART;VALUE=DATE:19700101', rule)).toEqual([[6, 'badRule']]);
  });

  test.each([
    ['a whole day', ['DTSTART;VALUE=DATE:20270310'], '2027-03-10T00:00 2027-03-11T00:00'],
    [
      'a holiday of a week',
      ['DTSTART;VALUE=DATE:20270405', 'DTEND;VALUE=DATE:20270410'],
      '2027-04-05T00:00 2027-04-10T00:00',
    ],
    [
      'days counted by a duration',
      ['DTSTART;VALUE=DATE:20270405', 'DURATION:P1W'],
      '2027-04-05T00:00 2027-04-12T00:00',
    ],
    [
      'an afternoon in UTC',
      ['DTSTART:20270310T060000Z', 'DTEND:20270310T080000Z'],
      '2027-03-10T14:00 2027-03-10T16:00',
    ],
    [
      'a time without a zone',
      ['DTSTART:20270310T090000', 'DURATION:PT1H30M'],
      '2027-03-10T09:00 2027-03-10T10:30',
    ],
    [
      'a time in London',
      ['DTSTART;TZID=Europe/London:20270310T090000', 'DURATION:PT1H'],
      '2027-03-10T17:00 2027-03-10T18:00',
    ],
    [
      'as Outlook writes it',
      ['DTSTART;TZID="GMT Standard Time":20270310T090000', 'DURATION:PT1H'],
      '2027-03-10T17:00 2027-03-10T18:00',
    ],
    [
      'as Evolution writes it',
      ['DTSTART;TZID=/freeassociation.sourceforge.net/Europe/London:20270310T090000', 'DURATION:PT1H'],
      '2027-03-10T17:00 2027-03-10T18:00',
    ],
    [
      'a flight from zone to zone',
      ['DTSTART;TZID=Asia/Taipei:20270310T220000', 'DTEND;TZID=Europe/London:20270311T060000'],
      '2027-03-10T22:00 2027-03-11T14:00',
    ],
    [
      'what began before and goes on',
      ['DTSTART;VALUE=DATE:20270220', 'DTEND;VALUE=DATE:20270305'],
      '2027-02-20T00:00 2027-03-05T00:00',
    ],
  ])('ABSENT-3 %s', (_, lines, expected) => {
    expect(timesOf(...lines)).toEqual([expected]);
    expect(whysOf(...lines)).toEqual([]);
  });

  test('ABSENT-3 each Tuesday morning in London, an hour later in Taipei until clocks go forward', () => {
    const lines = ['DTSTART;TZID=Europe/London:20270309T090000', 'DTEND;TZID=Europe/London:20270309T100000'];
    expect(timesOf(...lines, 'RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=4')).toEqual([
      '2027-03-09T17:00 2027-03-09T18:00',
      '2027-03-16T17:00 2027-03-16T18:00',
      '2027-03-23T17:00 2027-03-23T18:00',
      '2027-03-30T16:00 2027-03-30T17:00',
    ]);
  });

  test.each([
    [
      'every other day',
      'DTSTART;VALUE=DATE:20270301',
      'FREQ=DAILY;INTERVAL=2;COUNT=3',
      ['03-01', '03-03', '03-05'],
    ],
    ['until a day', 'DTSTART;VALUE=DATE:20270301', 'FREQ=DAILY;UNTIL=20270303', ['03-01', '03-02', '03-03']],
    [
      'working days',
      'DTSTART;VALUE=DATE:20270305',
      'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=3',
      ['03-05', '03-08', '03-09'],
    ],
    [
      'every other week on two days',
      'DTSTART;VALUE=DATE:20270302',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4',
      ['03-02', '03-04', '03-16', '03-18'],
    ],
    [
      'a week that begins on Sunday',
      'DTSTART;VALUE=DATE:20270302',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=4',
      ['03-02', '03-14', '03-16', '03-28'],
    ],
    [
      'the 31st where there is one',
      'DTSTART;VALUE=DATE:20270331',
      'FREQ=MONTHLY;COUNT=3',
      ['03-31', '05-31', '07-31'],
    ],
    [
      'the last day of each month',
      'DTSTART;VALUE=DATE:20270331',
      'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3',
      ['03-31', '04-30', '05-31'],
    ],
    [
      'the second Friday',
      'DTSTART;VALUE=DATE:20270312',
      'FREQ=MONTHLY;BYDAY=2FR;COUNT=3',
      ['03-12', '04-09', '05-14'],
    ],
    [
      'Friday the 13th',
      'DTSTART;VALUE=DATE:20270813',
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=1',
      ['08-13'],
    ],
    ['what began years ago', 'DTSTART;VALUE=DATE:20000101', 'FREQ=YEARLY', ['01-01']],
    [
      'what was counted years ago',
      'DTSTART;VALUE=DATE:20260101',
      'FREQ=MONTHLY;COUNT=16',
      ['03-01', '04-01'],
    ],
  ])('ABSENT-3 %s', (_, start, rule, expected) => {
    expect(timesOf(start, `RRULE:${rule}`).map((one) => one.slice(5, 10))).toEqual(expected);
    expect(whysOf(start, `RRULE:${rule}`)).toEqual([]);
  });

  test('ABSENT-3 UNTIL in UTC counts the time of day', () => {
    const lines = ['DTSTART;TZID=Asia/Taipei:20270301T090000', 'DURATION:PT1H'];
    expect(timesOf(...lines, 'RRULE:FREQ=DAILY;UNTIL=20270303T010000Z')).toHaveLength(3);
    expect(timesOf(...lines, 'RRULE:FREQ=DAILY;UNTIL=20270303T005959Z')).toHaveLength(2);
  });

  test('ABSENT-3 what is cancelled, leaves time free, or is excepted is no absence; what is added is', () => {
    const day = 'DTSTART;VALUE=DATE:20270310';
    expect(timesOf(day, 'STATUS:CANCELLED')).toEqual([]);
    expect(timesOf(day, 'TRANSP:TRANSPARENT')).toEqual([]);
    const weekly = [
      day,
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'EXDATE;VALUE=DATE:20270317',
      'RDATE;VALUE=DATE:20270318',
    ];
    expect(timesOf(...weekly).map((one) => one.slice(5, 10))).toEqual(['03-10', '03-24', '03-18']);
    const timed = ['DTSTART:20270310T010000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=2'];
    expect(timesOf(...timed, 'EXDATE;TZID=Asia/Taipei:20270317T090000')).toHaveLength(1);
  });

  test('ABSENT-3 one meeting of a series that was moved counts where it is now', () => {
    const { times } = read(
      ...event('DTSTART;VALUE=DATE:20270310', 'RRULE:FREQ=WEEKLY;COUNT=2'),
      ...event('RECURRENCE-ID;VALUE=DATE:20270317', 'DTSTART;VALUE=DATE:20270319'),
    );
    expect(times.map((one) => localTimeAt(one.from, 'Asia/Taipei').slice(5, 10))).toEqual(['03-10', '03-19']);
  });

  test('ABSENT-3 what is private is taken without its name', () => {
    const noteOf = (...lines: string[]) =>
      read(...event('DTSTART;VALUE=DATE:20270310', 'SUMMARY:Dentist\\, 3rd floor', ...lines)).times[0]?.note;
    expect(noteOf()).toBe('Dentist, 3rd floor');
    expect(noteOf('CLASS:PRIVATE')).toBe('');
  });

  test('ABSENT-5 each line that can’t be understood is told with why, and what stands around it is taken', () => {
    const { times, faults, unread } = read(
      'BEGIN:VTIMEZONE',
      'TZID:Mars/Olympus',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'END:STANDARD',
      'END:VTIMEZONE',
      ...event('DTSTART;TZID=Mars/Olympus:20270310T090000', 'DURATION:PT1H'),
      ...event('DTSTART:20270230T090000', 'DURATION:PT1H'),
      ...event('DTSTART:20270311T090000', 'DTEND:20270311T080000'),
      ...event('DTSTART:20270312T090000'),
      ...event('SUMMARY:Some time'),
      ...event('DTSTART;VALUE=DATE:20270313', 'RRULE:FREQ=HOURLY'),
      ...event('DTSTART;VALUE=DATE:20270314', 'DURATION:-P1D'),
      'nonsense',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20270315',
    );
    expect(times.map((one) => localTimeAt(one.from, 'Asia/Taipei'))).toEqual([
      '2027-03-10T09:00',
      '2027-03-13T00:00',
      '2027-03-14T00:00',
    ]);
    expect(faults.map(({ line, why }) => [line, why])).toEqual([
      [11, 'badZone'],
      [16, 'badDate'],
      [22, 'badEnd'],
      [24, 'noEnd'],
      [28, 'noStart'],
      [35, 'badRule'],
      [40, 'badDuration'],
      [42, 'notALine'],
      [43, 'notEnded'],
    ]);
    expect([...unread]).toEqual(['one']);
  });

  test('ABSENT-5 a file of another kind is refused at its first line', () => {
    expect(readBusyTimes('<html>', span)).toMatchObject({
      isCalendar: false,
      faults: [{ line: 1, text: '<html>', why: 'notCalendar' }],
    });
  });

  test('ABSENT-6 a million times, lines and faults come to an end, and what is left out is told', () => {
    const long = 1_000_000;
    const many = Array.from({ length: 3_000 }, (_, i) => [
      'BEGIN:VEVENT',
      `UID:${i}`,
      'DTSTART:19700101T000000Z',
      'DURATION:PT1M',
      'RRULE:FREQ=MONTHLY;COUNT=999999999;BYDAY=MO',
      'END:VEVENT',
    ]).flat();
    const busy = read(...many);
    expect(busy.times).toHaveLength(1_000);
    expect(busy.faults.map(({ why }) => why)).toEqual(expect.arrayContaining(['tooMany', 'moreFaults']));
    const folded = `BEGIN:VCALENDAR\r\n${'X\r\n '.repeat(long / 2)}`;
    expect(readBusyTimes(folded, span).faults).toHaveLength(1);
    const nonsense = read('x\r\n'.repeat(long / 2));
    expect(nonsense.faults).toHaveLength(201);
    const dates = read(...event('DTSTART;VALUE=DATE:20270310', `RDATE:${'20270311,'.repeat(long / 10)}`));
    expect(dates.times.length).toBeLessThanOrEqual(1_000);
  }, 60_000);

  test('ABSENT-6 no file takes the reader down, and whatever it says lies within the span', () => {
    const words = fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      'UID:x',
      'BEGIN:VALARM',
      'END:VALARM',
      'DTSTART;VALUE=DATE:00010101',
      'DTSTART;VALUE=DATE:20270401',
      'DTSTART;TZID=America/New_York:20270314T023000',
      'DTEND:99991231T235959Z',
      'DURATION:P999W',
      'DURATION:PT0S',
      'RRULE:FREQ=YEARLY;INTERVAL=9999',
      'RRULE:FREQ=DAILY;UNTIL=20270501',
      'RRULE:FREQ=MONTHLY;COUNT=999999999;BYMONTHDAY=31;BYMONTH=2',
      'RRULE:=;=;',
      'EXDATE:,,,',
      'RDATE:20270402,20270403T000000Z',
      'RECURRENCE-ID:20270402',
      'SUMMARY:x',
      ' folded',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 30 }), (lines) => {
        const { times } = read(...lines);
        expect(
          times.every((one) => one.until > span.from && one.until <= span.until && one.from < one.until),
        ).toBe(true);
      }),
    );
  });
});
