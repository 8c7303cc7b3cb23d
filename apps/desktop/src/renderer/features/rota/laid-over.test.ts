import { asId } from '@ringside/shared/model/ids';
import { expect, test } from 'vitest';
import type { DrawnShift } from '../../rota-changes.ts';
import { daysTouched, laidOver, nearestTo } from './laid-over.ts';

const grace = asId<'agent'>('grace');
const max = asId<'agent'>('max');
const drawn = (from: string, until: string, part: Partial<DrawnShift> = {}): DrawnShift => ({
  ...{ layer: 'duty', from, until, agentId: grace, origin: 'plan', stays: false },
  ...part,
});
const week = drawn('2027-03-01T09:00', '2027-03-08T09:00');
const byHand = { agentId: max, origin: 'byHand' } as const;

test('PLAN-10 what Noor changes by hand is hers, and the rest of the plan’s shift stays the plan’s', () => {
  const tuesday = drawn('2027-03-02T09:00', '2027-03-03T09:00', byHand);
  expect(laidOver([week], [tuesday])).toEqual([
    { ...week, until: '2027-03-02T09:00' },
    { ...week, from: '2027-03-03T09:00' },
    tuesday,
  ]);
});

test('PLAN-10 a plan is put around what was changed by hand before, and leaves other layers as they are', () => {
  const backup = drawn('2027-03-01T09:00', '2027-03-08T09:00', { ...byHand, layer: 'backup' });
  const end = drawn('2027-03-07T09:00', '2027-03-09T09:00', byHand);
  expect(laidOver([week], [backup, end])).toEqual([{ ...week, until: '2027-03-07T09:00' }, backup, end]);
});

test('RVIEW-9 of two changes of one time the later alone is left', () => {
  const other = { ...week, ...byHand };
  expect(laidOver([week], [other])).toEqual([other]);
  expect(laidOver([], [week, other])).toEqual([other]);
});

test('RVIEW-9 the days that changes touch are whole, also where one ends at midnight', () => {
  expect(daysTouched([])).toBeNull();
  expect(daysTouched([week, drawn('2027-02-27T09:00', '2027-02-28T00:00')])).toEqual({
    from: '2027-02-27',
    until: '2027-03-09',
  });
});

test('PLAN-11 of more shifts than one question takes, those nearest to the days shown are looked at', () => {
  const days = Array.from({ length: 9 }, (_, nth) =>
    drawn(`2027-03-0${nth + 1}T09:00`, `2027-03-0${nth + 1}T18:00`),
  );
  const near = nearestTo({ from: '2027-03-04', until: '2027-03-06' }, days, 4);
  expect(near.map(({ from }) => from.slice(8, 10))).toEqual(['03', '04', '05', '06']);
  expect(nearestTo({ from: '2027-03-04', until: '2027-03-06' }, days, 9)).toEqual(days);
});
