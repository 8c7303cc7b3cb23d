import { expect, test } from 'vitest';
import { clockChangesIn } from './clock-changes.ts';
import { instantOf } from './local-time.ts';

const yearOf = (timeZone: string) =>
  clockChangesIn(instantOf('2027-01-01T00:00', timeZone), instantOf('2028-01-01T00:00', timeZone), timeZone);

test('RVIEW-6 a planner in London sees the day of 23 hours and the day of 25', () => {
  expect(yearOf('Europe/London')).toEqual([
    { date: '2027-03-28', minutes: 1_380 },
    { date: '2027-10-31', minutes: 1_500 },
  ]);
});

test('RVIEW-6 Lord Howe Island changes by half an hour, Taipei not at all', () => {
  expect(yearOf('Australia/Lord_Howe').map(({ minutes }) => minutes)).toEqual([1_470, 1_410]);
  expect(yearOf('Asia/Taipei')).toEqual([]);
});
