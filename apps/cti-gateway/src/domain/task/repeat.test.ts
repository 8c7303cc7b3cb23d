import { days, hours } from '@ringside/shared/model/instant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Series } from './repeat.ts';
import { dueNext, instantOf, wallAt } from './repeat.ts';

const everyDay = (): boolean => true;
const isWeekday = (day: number): boolean => ![0, 6].includes(new Date(day * days(1)).getUTCDay());
const zones = ['Asia/Taipei', 'Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];

const series = (repeat: Series['repeat'], first: string, timeZone = 'Europe/London'): Series => ({
  repeat,
  firstDueAt: Date.parse(first),
  timeZone,
  isWorkday: isWeekday,
});
const next = (one: Series, after: string): string => new Date(dueNext(one, Date.parse(after))).toISOString();

describe('TASK-9 a task that repeats', () => {
  test('daily at nine is at nine by the clock on the wall, before and after the clocks change', () => {
    const daily = series('daily', '2027-03-27T09:00:00Z');
    expect(next(daily, '2027-03-27T09:00:00Z')).toBe('2027-03-28T08:00:00.000Z');
    expect(next(daily, '2027-03-28T08:00:00Z')).toBe('2027-03-29T08:00:00.000Z');
    expect(next(daily, '2027-10-30T08:00:00Z')).toBe('2027-10-31T09:00:00.000Z');
  });

  test('a time that the clocks leave out comes after the gap, and is itself again the day after', () => {
    const daily = series('daily', '2027-03-27T01:30:00Z');
    expect(next(daily, '2027-03-27T01:30:00Z')).toBe('2027-03-28T01:30:00.000Z');
    expect(next(daily, '2027-03-28T01:30:00Z')).toBe('2027-03-29T00:30:00.000Z');
  });

  test('on workdays it leaves out the weekend', () => {
    const workdays = series('workdays', '2026-11-20T09:00:00Z');
    expect(next(workdays, '2026-11-20T09:00:00Z')).toBe('2026-11-23T09:00:00.000Z');
  });

  test('a centre that never opens still has its task, a day later', () => {
    const never = { ...series('workdays', '2026-11-20T09:00:00Z'), isWorkday: () => false };
    expect(next(never, '2026-11-20T09:00:00Z')).toBe('2026-11-21T09:00:00.000Z');
  });

  test('monthly on the 31st is the last day of a shorter month, leap years too, and the 31st again', () => {
    const monthly = series('monthly', '2028-01-31T09:00:00Z');
    const due = ['2028-01-31T09:00:00Z'];
    for (let month = 0; month < 4; month += 1) due.push(next(monthly, due.at(-1) as string));
    expect(due.slice(1).map((at) => at.slice(0, 10))).toEqual([
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
      '2028-05-31',
    ]);
    expect(next(series('monthly', '2027-01-31T09:00:00Z'), '2027-02-01T00:00:00Z').slice(0, 10)).toBe(
      '2027-02-28',
    );
  });

  const anySeries = fc.record({
    repeat: fc.constantFrom('daily', 'workdays', 'weekly', 'monthly' as const),
    firstDueAt: fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2032, 0) }),
    timeZone: fc.constantFrom(...zones),
    isWorkday: fc.constantFrom(everyDay, isWeekday),
  }) as fc.Arbitrary<Series>;

  test('whatever repeats, in any zone: the next one is later, on its own kind of day, at its own time on the wall', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(days(900)), (one, later) => {
        const after = one.firstDueAt + later;
        const due = dueNext(one, after);
        expect(due).toBeGreaterThan(after);
        const longest = { daily: 1, workdays: one.isWorkday === everyDay ? 1 : 3, weekly: 7, monthly: 31 };
        expect(due - after).toBeLessThanOrEqual(days(longest[one.repeat]) + hours(2));
        const [first, wall] = [wallAt(one.firstDueAt, one.timeZone), wallAt(due, one.timeZone)];
        // only where the clocks leave that time out is it another one, by the length of the gap
        expect(wall).toEqual(
          wallAt(instantOf({ day: wall.day, time: first.time }, one.timeZone), one.timeZone),
        );
        expect(isOneOf[one.repeat](first.day, wall.day, one)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('walking a series step by step leaves none out: asking from any moment between gives the same next', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(999), (one, share) => {
        let due = one.firstDueAt;
        for (let step = 0; step < 12; step += 1) {
          const following = dueNext(one, due);
          expect(dueNext(one, Math.floor(due + ((following - due) * share) / 1_000))).toBe(following);
          due = following;
        }
      }),
    );
  });
});

/** Whether a day may be one of a series that began on another. */
const isOneOf: Record<Series['repeat'], (first: number, day: number, series: Series) => boolean> = {
  daily: () => true,
  workdays: (_first, day, { isWorkday }) => isWorkday(day),
  weekly: (first, day) => (day - first) % 7 === 0,
  monthly: isSameDate,
};

function isSameDate(firstDay: number, day: number): boolean {
  const [wanted, date] = [new Date(firstDay * days(1)), new Date(day * days(1))];
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.getUTCDate() === Math.min(wanted.getUTCDate(), last);
}
