import { asId } from '@ringside/shared/model/ids';
import { days, hours } from '@ringside/shared/model/instant';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../centre/calendar.ts';
import { localDay } from '../centre/local-day.ts';
import { checkWindow, nextAttemptFrom } from './check-window.ts';

const nineToSix = [{ from: 9 * 60, until: 18 * 60 }];
const office: Calendar = {
  calendarId: asId('office'),
  name: { en: 'Office', 'zh-Hant': '辦公室', 'zh-Hans': '办公室' },
  timeZone: null,
  week: { mon: nineToSix, tue: nineToSix, wed: nineToSix, thu: nineToSix, fri: nineToSix, sat: [], sun: [] },
  exceptions: [],
};
const taipei = { calendar: office, timeZone: 'Asia/Taipei' };
const twoToSeven = { fromDay: 2, untilDay: 7 };
const inTaipei = (text: string): number => Date.parse(`${text}+08:00`);

describe('when a customer is asked', () => {
  test('CHECK-2 accepted on a Monday: from Wednesday’s opening to the next Monday’s closing', () => {
    expect(checkWindow(inTaipei('2026-11-23T16:20'), twoToSeven, taipei)).toEqual({
      from: inTaipei('2026-11-25T09:00'),
      until: inTaipei('2026-11-30T18:00'),
    });
  });

  test('CHECK-2 accepted on a Thursday: the second day is a Saturday, so it begins on Monday', () => {
    expect(checkWindow(inTaipei('2026-11-26T10:00'), twoToSeven, taipei).from).toBe(
      inTaipei('2026-11-30T09:00'),
    );
  });

  test('CHECK-2 where the doors are closed on all those days, it is the next day on which they open', () => {
    const closed = ['2026-11-25', '2026-11-26'].map((date) => ({ date, name: 'Inventory', open: [] }));
    const calendar = { ...office, exceptions: closed };
    expect(
      checkWindow(inTaipei('2026-11-23T10:00'), { fromDay: 2, untilDay: 3 }, { ...taipei, calendar }),
    ).toEqual({ from: inTaipei('2026-11-27T09:00'), until: inTaipei('2026-11-27T18:00') });
  });

  test('CHECK-2 without a calendar whole local days count', () => {
    expect(
      checkWindow(inTaipei('2026-11-23T16:20'), twoToSeven, { calendar: null, timeZone: 'Asia/Taipei' }),
    ).toEqual({ from: inTaipei('2026-11-25T00:00'), until: inTaipei('2026-12-01T00:00') });
  });

  test('CHECK-2 days are counted on the wall, also over a change of the clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Taipei', 'Australia/Lord_Howe'),
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 10 }),
        (timeZone, at, fromDay, more) => {
          const window = checkWindow(at, { fromDay, untilDay: fromDay + more }, { calendar: null, timeZone });
          const day = localDay(window.from, timeZone);
          expect(window.from).toBe(fromDay === 0 ? at : day.from);
          expect(localDay(window.until - 1, timeZone).until).toBe(window.until);
          expect(Math.round((window.until - localDay(at, timeZone).until) / days(1))).toBe(fromDay + more);
        },
      ),
    );
  });

  test('CHECK-2 with a calendar it always begins when the doors are open, and never before the first day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        (at, fromDay, more) => {
          const { from, until } = checkWindow(at, { fromDay, untilDay: fromDay + more }, taipei);
          const hour = ((from + hours(8)) % days(1)) / hours(1);
          expect(hour).toBeGreaterThanOrEqual(9);
          expect(hour).toBeLessThan(18);
          expect(from).toBeLessThan(until);
          expect(from).toBeGreaterThanOrEqual(at);
        },
      ),
    );
  });

  test('CHECK-6 after an attempt that failed it is tried from the next opening on', () => {
    const until = inTaipei('2026-11-30T18:00');
    expect(nextAttemptFrom(inTaipei('2026-11-27T15:00'), until, taipei)).toBe(inTaipei('2026-11-30T09:00'));
    expect(nextAttemptFrom(inTaipei('2026-11-30T15:00'), until, taipei)).toBeNull();
  });
});
