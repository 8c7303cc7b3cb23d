import { asId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import { dutyPlace, jainsIndex, loadsOf, weightOfDuty } from './burden.ts';
import { instantOf } from './local-time.ts';
import type { Shift } from './rota.ts';

const zone = 'Asia/Taipei';
const at = (local: string): number => instantOf(local, zone);
const grace = asId<'agent'>('grace');
const shift = (from: string, until: string): Shift => ({
  rotaId: asId('duty'),
  layer: 'duty',
  from: at(from),
  until: at(until),
  agentId: grace,
  how: 'turn',
  gap: null,
  missing: null,
  changeId: null,
});
const place = dutyPlace(zone, {
  calendarId: asId('hours'),
  name: { en: 'Hours', 'zh-Hant': '時間', 'zh-Hans': '时间' },
  timeZone: null,
  week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  exceptions: [{ date: '2027-01-01', name: 'New Year', open: [] }],
});

describe('what duty weighs', () => {
  test.each([
    ['a working day', '2027-01-04T09:00', '2027-01-04T17:00', 8],
    ['an evening into the night', '2027-01-04T20:00', '2027-01-05T00:00', 2 + 2 * 1.5],
    ['an early morning', '2027-01-04T04:00', '2027-01-04T08:00', 2 * 1.5 + 2],
    ['a night into Saturday', '2027-01-08T22:00', '2027-01-09T02:00', 2 * 1.5 + 2 * 2],
    ['a whole Sunday, its night too', '2027-01-10T00:00', '2027-01-11T00:00', 48],
    ['New Year’s Day, a Friday', '2027-01-01T00:00', '2027-01-02T00:00', 72],
  ])('PLAN-1 %s', (_, from, until, weight) => {
    expect(weightOfDuty(at(from), at(until), place)).toBeCloseTo(weight, 9);
  });

  test('PLAN-1 an hour that the clocks leave out or bring twice is as long as it is', () => {
    const london = dutyPlace('Europe/London', null);
    const day = (date: string, next: string) =>
      weightOfDuty(
        instantOf(`${date}T00:00`, 'Europe/London'),
        instantOf(`${next}T00:00`, 'Europe/London'),
        london,
      );
    expect(day('2027-03-28', '2027-03-29')).toBe(2 * 23);
    expect(day('2027-10-31', '2027-11-01')).toBe(2 * 25);
  });

  test('PLAN-2 a lunch parts no shift, and a week-end counts once', () => {
    const load = loadsOf(
      [
        shift('2027-01-09T09:00', '2027-01-09T12:00'),
        shift('2027-01-09T13:00', '2027-01-09T17:00'),
        shift('2027-01-10T09:00', '2027-01-10T12:00'),
        shift('2027-01-01T09:00', '2027-01-01T12:00'),
      ],
      place,
    ).get(grace);
    expect(load).toEqual({
      time: 13 * 3_600_000,
      weight: 10 * 2 + 3 * 3,
      shifts: 3,
      weekends: new Set(['2027-01-09']),
      holidays: new Set(['2027-01-01']),
    });
  });

  test('PLAN-2 Jain’s index is 1 where all carry the same, 1/n where one carries all, and nothing where nobody carries anything', () => {
    expect(jainsIndex([3, 3, 3])).toBeCloseTo(1, 12);
    expect(jainsIndex([9, 0, 0])).toBeCloseTo(1 / 3, 12);
    expect(jainsIndex([0, 0])).toBeNull();
    expect(jainsIndex([])).toBeNull();
  });
});
