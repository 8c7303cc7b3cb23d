import { asId } from '@ringside/shared/model/ids';
import { days, hours, minutes } from '@ringside/shared/model/instant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar, OpenInterval, Weekday } from '../centre/calendar.ts';
import { weekdays } from '../centre/calendar.ts';
import { isOpenAt } from './opening.ts';

const utc = (text: string): number => Date.parse(text);
const closed: Calendar['week'] = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const nineToFive: OpenInterval = { from: 9 * 60, until: 17 * 60 };
const always: OpenInterval = { from: 0, until: 1_440 };

const calendarOf = (changed: Partial<Calendar>): Calendar => ({
  calendarId: asId('office'),
  name: { en: 'Office', 'zh-Hant': '辦公室', 'zh-Hans': '办公室' },
  timeZone: 'Asia/Taipei',
  week: {
    ...closed,
    mon: [nineToFive],
    tue: [nineToFive],
    wed: [nineToFive],
    thu: [nineToFive],
    fri: [nineToFive],
  },
  exceptions: [],
  ...changed,
});
const everyDay = (...open: OpenInterval[]): Calendar['week'] => ({
  mon: open,
  tue: open,
  wed: open,
  thu: open,
  fri: open,
  sat: open,
  sun: open,
});

describe('opening hours', () => {
  test('CAL-1 on Friday at ten the office is open until five', () => {
    expect(isOpenAt(calendarOf({}), utc('2026-11-20T02:00:00Z'), 'Europe/London')).toEqual({
      open: true,
      until: utc('2026-11-20T09:00:00Z'),
    });
  });

  test('CAL-1 at five sharp it is closed, and opens on Monday at nine', () => {
    expect(isOpenAt(calendarOf({}), utc('2026-11-20T09:00:00Z'), 'Europe/London')).toEqual({
      open: false,
      why: 'hours',
      holiday: null,
      nextOpening: utc('2026-11-23T01:00:00Z'),
    });
  });

  test('CAL-1 a calendar without a zone goes by the centre’s clocks', () => {
    const office = calendarOf({ timeZone: null });
    expect(isOpenAt(office, utc('2026-11-20T10:00:00Z'), 'Europe/London').open).toBe(true);
    expect(isOpenAt(office, utc('2026-11-20T10:00:00Z'), 'Asia/Taipei').open).toBe(false);
  });

  test('CAL-3 on a holiday callers are told which, and when it opens again', () => {
    const exceptions = [{ date: '2027-01-01', name: 'New Year’s Day', open: [] }];
    expect(isOpenAt(calendarOf({ exceptions }), utc('2027-01-01T04:00:00Z'), 'UTC')).toEqual({
      open: false,
      why: 'holiday',
      holiday: 'New Year’s Day',
      nextOpening: utc('2027-01-04T01:00:00Z'),
    });
  });

  test('CAL-3 a day with special hours is open in them alone', () => {
    const exceptions = [{ date: '2026-12-24', name: 'Christmas Eve', open: [{ from: 540, until: 720 }] }];
    const office = calendarOf({ exceptions });
    expect(isOpenAt(office, utc('2026-12-24T02:00:00Z'), 'UTC')).toEqual({
      open: true,
      until: utc('2026-12-24T04:00:00Z'),
    });
    expect(isOpenAt(office, utc('2026-12-24T05:00:00Z'), 'UTC')).toMatchObject({
      why: 'hours',
      holiday: 'Christmas Eve',
    });
  });

  test('CAL-3 the day after a holiday that has no hours either is no holiday', () => {
    const exceptions = [{ date: '2027-01-01', name: 'New Year’s Day', open: [] }];
    const office = calendarOf({ week: { ...closed, mon: [nineToFive] }, exceptions });
    expect(isOpenAt(office, utc('2027-01-01T04:00:00Z'), 'UTC')).toMatchObject({ why: 'holiday' });
    expect(isOpenAt(office, utc('2027-01-01T16:00:00Z'), 'UTC')).toMatchObject({
      why: 'hours',
      holiday: null,
    });
  });

  test('CAL-4 a night is one opening, past midnight', () => {
    const night = calendarOf({ week: everyDay({ from: 0, until: 360 }, { from: 1_200, until: 1_440 }) });
    expect(isOpenAt(night, utc('2026-11-20T13:00:00Z'), 'UTC')).toEqual({
      open: true,
      until: utc('2026-11-20T22:00:00Z'),
    });
  });

  test('CAL-4 round the clock has no end, and hours that never come have no next opening', () => {
    expect(isOpenAt(calendarOf({ week: everyDay(always) }), utc('2026-11-20T13:00:00Z'), 'UTC')).toEqual({
      open: true,
      until: null,
    });
    expect(isOpenAt(calendarOf({ week: closed }), utc('2026-11-20T13:00:00Z'), 'UTC')).toMatchObject({
      nextOpening: null,
    });
  });

  test('CAL-2 an hour that comes twice in London is open twice', () => {
    const early = calendarOf({ timeZone: 'Europe/London', week: everyDay({ from: 60, until: 90 }) });
    expect(isOpenAt(early, utc('2026-10-25T00:10:00Z'), 'UTC')).toEqual({
      open: true,
      until: utc('2026-10-25T00:30:00Z'),
    });
    expect(isOpenAt(early, utc('2026-10-25T00:40:00Z'), 'UTC')).toMatchObject({
      nextOpening: utc('2026-10-25T01:00:00Z'),
    });
  });
});

interface Wall {
  readonly date: string;
  readonly weekday: Weekday;
  readonly minute: number;
}

/** What a clock on the wall of a zone shows, read from the time-zone database. */
function wallClock(at: number, timeZone: string): Wall {
  const parts = wallFormat(timeZone).formatToParts(at);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return {
    date: `${of('year')}-${of('month')}-${of('day')}`,
    weekday: of('weekday').toLowerCase() as Weekday,
    minute: Number(of('hour')) * 60 + Number(of('minute')),
  };
}

function openByTheClock(calendar: Calendar, { date, weekday, minute }: Wall): boolean {
  const open = calendar.exceptions.find((one) => one.date === date)?.open ?? calendar.week[weekday];
  return open.some(({ from, until }) => from <= minute && minute < until);
}

const wallFormats = new Map<string, Intl.DateTimeFormat>();
function wallFormat(timeZone: string): Intl.DateTimeFormat {
  const known = wallFormats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  wallFormats.set(timeZone, format);
  return format;
}

/** Around the moment clocks change in 2026; Lord Howe moves by half an hour, Havana at midnight, Taipei never. */
const changes = [
  ['Europe/London', '2026-03-29T01:00:00Z'],
  ['Europe/London', '2026-10-25T01:00:00Z'],
  ['America/New_York', '2026-03-08T07:00:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['Asia/Taipei', '2026-06-01T00:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ['America/Havana', '2026-03-08T05:00:00Z'],
  ['America/Havana', '2026-11-01T05:00:00Z'],
] as const;

const intervals = fc
  .uniqueArray(fc.integer({ min: 0, max: 48 }), { maxLength: 6 })
  .map((marks) => marks.map((mark) => mark * 30).sort((a, b) => a - b))
  .map((marks): OpenInterval[] =>
    marks.flatMap((from, i) => {
      const until = marks[i + 1];
      return i % 2 === 0 && until !== undefined ? [{ from, until }] : [];
    }),
  );

describe.each(changes)('in %s, when the clocks change at %s', (timeZone, changeAt) => {
  const begin = utc(changeAt) - hours(30);
  const walls = Array.from({ length: 60 * 60 }, (_, minute) => wallClock(begin + minutes(minute), timeZone));
  const dates = [-1, 0, 1, 2].map((by) => new Date(utc(changeAt) + days(by)).toISOString().slice(0, 10));
  const calendars = fc
    .record({
      days: fc.tuple(...weekdays.map(() => intervals)),
      special: fc.option(fc.record({ date: fc.constantFrom(...dates), open: intervals })),
    })
    .map(({ days: [mon, tue, wed, thu, fri, sat, sun], special }) =>
      calendarOf({
        timeZone,
        week: { mon, tue, wed, thu, fri, sat, sun } as Calendar['week'],
        exceptions: special === null ? [] : [{ ...special, name: 'Special' }],
      }),
    );

  test('CAL-2 the doors are open when the clock on the wall says so, and change when it was foretold', () => {
    fc.assert(
      fc.property(calendars, (calendar) => {
        const reference = walls.map((wall) => openByTheClock(calendar, wall));
        for (let minute = 0; minute < reference.length; minute += 7) {
          const state = isOpenAt(calendar, begin + minutes(minute), 'UTC');
          expect(state.open).toBe(reference[minute]);
          const next = reference.indexOf(!state.open, minute);
          const told = state.open ? state.until : state.nextOpening;
          // past the end of what was looked at any time is right
          const unseen = begin + minutes(reference.length);
          expect(Math.min(told ?? Infinity, unseen)).toBe(next === -1 ? unseen : begin + minutes(next));
        }
      }),
      { numRuns: 30 },
    );
  });
});
