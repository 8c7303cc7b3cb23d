import { asId } from '@ringside/shared/model/ids';
import { hours, minutes } from '@ringside/shared/model/instant';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beyond, businessDue, calendarDue, readWalls } from '../../testing/minute-by-minute.ts';
import type { Calendar, OpenInterval } from '../centre/calendar.ts';
import { weekdays } from '../centre/calendar.ts';
import { addBusiness, businessBetween } from './business-time.ts';
import type { Counted } from './clock-timing.ts';
import { dueOf } from './clock-timing.ts';

const day = 1_440;
const length = 42 * day;
/** Weeks in which clocks change both ways, by an hour and by half of one, a month or a leap day ends, and a day is left out. */
const walls = (
  [
    ['Asia/Taipei', '2027-12-20'],
    ['Europe/London', '2027-03-14'],
    ['Europe/London', '2027-10-17'],
    ['America/New_York', '2028-02-20'],
    ['America/St_Johns', '2027-10-25'],
    ['Australia/Lord_Howe', '2027-03-22'],
    ['Australia/Lord_Howe', '2027-09-20'],
    ['Africa/Cairo', '2027-04-17'],
    ['Asia/Kathmandu', '2028-02-20'],
    ['Pacific/Apia', '2011-12-18'],
    ['America/Santiago', '2027-08-22'],
    ['Pacific/Chatham', '2027-09-12'],
  ] as const
).map(([timeZone, date]) => readWalls(timeZone, Date.parse(`${date}T00:00Z`) / 60_000, length));

const intervals = fc
  .uniqueArray(fc.nat(day), { maxLength: 6 })
  .map((marks) => marks.sort((a, b) => a - b))
  .map((marks): OpenInterval[] =>
    marks.flatMap((from, i) => {
      const until = marks[i + 1];
      return i % 2 === 0 && until !== undefined ? [{ from, until }] : [];
    }),
  );
const closed = fc.constant<OpenInterval[]>([]);
const weeks = fc.record(
  Object.fromEntries(weekdays.map((name) => [name, fc.oneof({ weight: 4, arbitrary: intervals }, closed)])),
) as fc.Arbitrary<Calendar['week']>;

const clocks = fc.record({
  table: fc.constantFrom(...walls),
  week: weeks,
  exceptions: fc.array(fc.record({ on: fc.nat(44), open: fc.oneof(intervals, closed) }), { maxLength: 4 }),
  /** whether the calendar has a zone of its own */
  own: fc.boolean(),
  start: fc.nat(25 * day),
  target: fc.oneof(fc.nat(600), fc.nat(2 * day)),
  /** first to last, each by its distance from the one before; one may lie before the start */
  pauses: fc.array(fc.record({ after: fc.integer({ min: -600, max: 2_000 }), took: fc.nat(2_000) }), {
    maxLength: 3,
  }),
  goesOn: fc.boolean(),
});
type Drawn = typeof clocks extends fc.Arbitrary<infer Value> ? Value : never;

function calendarOf({ table, week, exceptions, own }: Drawn): Calendar {
  const dates = new Map(
    exceptions.map(({ on, open }) => [
      new Date((table.from + on * day) * 60_000).toISOString().slice(0, 10),
      open,
    ]),
  );
  return {
    calendarId: asId('office'),
    name: { en: 'Office', 'zh-Hant': '辦公室', 'zh-Hans': '办公室' },
    timeZone: own ? table.timeZone : null,
    week,
    exceptions: [...dates].map(([date, open]) => ({ date, name: 'Special', open })),
  };
}

function pausesOf({ start, pauses, goesOn }: Drawn) {
  let at = start;
  return pauses.map(({ after, took }, i) => {
    const from = Math.max(0, at + after);
    at = from + took;
    return { from, until: goesOn && i === pauses.length - 1 ? null : at };
  });
}

const times = (calendar: Calendar, { table, own }: Drawn) => ({
  calendars: [calendar],
  // the centre's zone must make no difference to a calendar that has its own
  timeZone: own ? 'Pacific/Kiritimati' : table.timeZone,
});

describe('when a clock is due', () => {
  test('CLOCK-2 CLOCK-4 in business time, as somebody finds who looks at every minute: a hundred thousand times', () => {
    fc.assert(
      fc.property(clocks, (drawn) => {
        const { table, start, target } = drawn;
        const calendar = calendarOf(drawn);
        const pauses = pausesOf(drawn);
        const expected = businessDue(table, calendar, { start, target, pauses });
        const due = dueOf(counted('business', drawn, pauses), times(calendar, drawn));
        sameMoment(due, expected, table.from, pauses);
      }),
      { numRuns: 100_000 },
    );
  }, 600_000);

  test('CLOCK-3 CLOCK-4 in calendar time, as somebody finds who looks at the wall every minute', () => {
    fc.assert(
      fc.property(clocks, (drawn) => {
        const { table, start, target } = drawn;
        const pauses = pausesOf(drawn);
        const expected = calendarDue(table, { start, target, pauses });
        const due = dueOf(counted('calendar', drawn, pauses), {
          calendars: [],
          timeZone: table.timeZone,
        });
        sameMoment(due, expected, table.from, pauses);
      }),
      { numRuns: 20_000 },
    );
  }, 600_000);

  test('CLOCK-2 what is added is found between, to the millisecond', () => {
    fc.assert(
      fc.property(clocks, fc.nat(hours(9)), fc.nat(59_999), (drawn, time, off) => {
        const calendar = calendarOf(drawn);
        const start = minutes(drawn.table.from + drawn.start) + off;
        const due = addBusiness(start, time, calendar, drawn.table.timeZone);
        fc.pre(due !== null);
        expect(businessBetween(start, due ?? start, calendar, drawn.table.timeZone)).toBe(time);
      }),
      { numRuns: 5_000 },
    );
  });
});

function counted(
  time: Counted['time'],
  { table, start, target }: Drawn,
  pauses: ReturnType<typeof pausesOf>,
): Counted {
  return {
    time,
    calendarId: null,
    startedAt: minutes(table.from + start),
    target: minutes(target),
    pauses: pauses.map(({ from, until }) => ({
      from: minutes(table.from + from),
      until: until === null ? null : minutes(table.from + until),
      why: 'waiting',
      who: null,
    })),
  };
}

/** Without `expect`: a hundred thousand of them take longer than the reckoning. */
function sameMoment(
  due: number | null,
  expected: number | typeof beyond,
  from: number,
  pauses: ReturnType<typeof pausesOf>,
): void {
  const isRight =
    expected === beyond
      ? // it stands still for good, or is due behind what was looked at
        due === null || (due >= minutes(from + length) && pauses.every(({ until }) => until !== null))
      : due === minutes(from + expected);
  if (!isRight)
    throw new Error(`It is due at ${due}, and minute by minute at ${expected} since ${minutes(from)}`);
}
