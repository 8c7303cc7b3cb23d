import { expect, test } from 'vitest';
import {
  daysOf,
  hoursOf,
  localAt,
  minutesBetween,
  nextSpan,
  shareOf,
  spanAround,
  wholeDay,
  windowOf,
} from './span.ts';

test('RVIEW-2 a week begins on Monday, a month and a quarter on their first', () => {
  expect(spanAround('2027-02-28', 'week')).toEqual({ from: '2027-02-22', until: '2027-03-01' });
  expect(spanAround('2028-02-29', 'month')).toEqual({ from: '2028-02-01', until: '2028-03-01' });
  expect(spanAround('2026-11-19', 'quarter')).toEqual({ from: '2026-11-01', until: '2027-02-01' });
  expect(daysOf(spanAround('2028-02-29', 'month'))).toHaveLength(29);
});

test('RVIEW-2 forward and back again comes to where one was', () => {
  for (const length of ['week', 'month', 'quarter'] as const) {
    const here = spanAround('2026-12-31', length);
    const there = nextSpan(here, length, 1);
    expect(there.from).toBe(here.until);
    expect(nextSpan(there, length, -1)).toEqual(here);
  }
});

test('RVIEW-2 a time stands where it is on the wall, and at the edge if it is beyond', () => {
  const week = spanAround('2027-03-01', 'week');
  expect(shareOf('2027-03-04T12:00', week)).toBe(0.5);
  expect(shareOf('2027-02-01T00:00', week)).toBe(0);
  expect(shareOf('2027-04-01T00:00', week)).toBe(1);
});

test('RVIEW-6 what clocks show in London is known at both ends of a change', () => {
  expect(localAt(Date.UTC(2027, 2, 28, 0, 59), 'Europe/London')).toBe('2027-03-28T00:59');
  expect(localAt(Date.UTC(2027, 2, 28, 1, 0), 'Europe/London')).toBe('2027-03-28T02:00');
  expect(minutesBetween('2027-03-28T00:00', '2027-03-29T00:00')).toBe(1_440);
});

const shift = (fromLocal: string, untilLocal: string) => ({ fromLocal, untilLocal });
const days = Array.from({ length: 20 }, (_, nth) => `2027-03-${String(nth + 1).padStart(2, '0')}`);
const office = days.flatMap((day) => [
  shift(`${day}T09:00`, `${day}T13:00`),
  shift(`${day}T13:00`, `${day}T18:00`),
]);

test('RVIEW-3 a rota of office hours shows those hours, so that names have room', () => {
  expect(windowOf(office)).toEqual({ opens: 540, closes: 1_080 });
  const week = spanAround('2027-03-01', 'week');
  expect(shareOf('2027-03-01T18:00', week, hoursOf(office, 'week'))).toBeCloseTo(1 / 7);
  expect(shareOf('2027-03-02T09:00', week, hoursOf(office, 'week'))).toBeCloseTo(1 / 7);
});

test('RVIEW-3 one cover of a whole day fills its column and leaves the others as they are', () => {
  const cover = shift('2027-03-09T00:00', '2027-03-10T00:00');
  expect(windowOf([...office, cover])).toEqual({ opens: 540, closes: 1_080 });
});

test('RVIEW-3 where one shift would not be seen more hours are shown, and the whole day where people are on at night', () => {
  const evening = shift('2027-03-09T20:00', '2027-03-09T23:00');
  expect(windowOf([...office, evening])).toEqual({ opens: 540, closes: 1_380 });
  expect(windowOf([...office, shift('2027-03-09T20:00', '2027-03-10T06:00')])).toEqual(wholeDay);
  expect(windowOf([shift('2027-03-01T09:00', '2027-03-08T09:00')])).toEqual(wholeDay);
  expect(windowOf([])).toEqual(wholeDay);
});

test('RVIEW-3 in a month one evening takes no room from the names of the other days', () => {
  const month = spanAround('2027-03-01', 'month');
  const hours = hoursOf([...office, shift('2027-03-21T20:00', '2027-03-22T06:00')], 'month');
  expect(hours('2027-03-02')).toEqual({ opens: 540, closes: 1_080 });
  expect(hours('2027-03-21')).toEqual({ opens: 1_200, closes: 1_440 });
  expect(hours('2027-03-22')).toEqual({ opens: 0, closes: 360 });
  expect(hours('2027-03-23')).toEqual(wholeDay);
  expect(shareOf('2027-03-21T20:00', month, hours)).toBeCloseTo(20 / 31);
  expect(shareOf('2027-03-22T06:00', month, hours)).toBeCloseTo(22 / 31);
});

test('RVIEW-3 a shift until midnight is of its own day alone', () => {
  const hours = hoursOf([shift('2027-03-02T18:00', '2027-03-03T00:00')], 'quarter');
  expect(hours('2027-03-02')).toEqual({ opens: 1_080, closes: 1_440 });
  expect(hours('2027-03-03')).toEqual(wholeDay);
});
