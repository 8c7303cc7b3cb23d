import { asId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import { dutyLayer, dutyRota, workingDays } from '../../testing/rotas.ts';
import type { Calendar } from '../centre/calendar.ts';
import { instantOf, localTimeAt } from './local-time.ts';
import type { RotaLayer } from './rota.ts';
import { scheduleOf } from './schedule.ts';

const zone = 'Europe/London';
const people = new Map(['max', 'grace', 'wei'].map((name) => [name, asId<'agent'>(name)]));
const office: Calendar = {
  ...workingDays,
  exceptions: [{ date: '2027-03-10', name: 'Holiday', open: [] }],
};
/** Max from Monday, 1 March 2027 on. */
const layer = (changed: Partial<RotaLayer> = {}): RotaLayer =>
  dutyLayer({ startsOn: '2027-03-01', ...changed });

const said = (one: RotaLayer, calendar: Calendar | null, from: string, until: string): readonly string[] =>
  scheduleOf(
    {
      rota: dutyRota({ layers: [one] }),
      timeZone: zone,
      ...{ calendar, people, changes: [], absences: [] },
    },
    instantOf(from, zone),
    instantOf(until, zone),
  ).map(
    (shift) =>
      `${localTimeAt(shift.from, zone).slice(5)} ${localTimeAt(shift.until, zone).slice(5)} ${shift.agentId ?? shift.gap}`,
  );

describe('turns on the days of a calendar', () => {
  test('ROTA-2 daily turns count working days; a holiday is somebody’s turn all the same', () => {
    expect(said(layer(), office, '2027-03-05T00:00', '2027-03-12T00:00')).toEqual([
      '03-05T09:00 03-05T18:00 grace',
      '03-08T09:00 03-08T18:00 wei',
      '03-09T09:00 03-09T18:00 max',
      '03-11T09:00 03-11T18:00 wei',
    ]);
  });

  test('ROTA-2 half-days, and two of them to a turn', () => {
    const halves = layer({ rotation: 'halfDaily', changesAt: [540, 780] });
    expect(said(halves, office, '2027-03-01T00:00', '2027-03-02T00:00')).toEqual([
      '03-01T09:00 03-01T13:00 max',
      '03-01T13:00 03-01T18:00 grace',
    ]);
    expect(said({ ...halves, turnLength: 2 }, office, '2027-03-01T00:00', '2027-03-04T00:00')).toEqual([
      '03-01T09:00 03-01T18:00 max',
      '03-02T09:00 03-02T18:00 grace',
      '03-03T09:00 03-03T18:00 wei',
    ]);
  });

  test('ROTA-2 weeks from Friday noon on: the first is short where the rota starts on a Monday', () => {
    const weekly = layer({ rotation: 'weekly', changesOn: 'fri', changesAt: [720] });
    expect(said(weekly, null, '2027-03-01T12:00', '2027-03-20T00:00')).toEqual([
      '03-01T12:00 03-05T12:00 max',
      '03-05T12:00 03-12T12:00 grace',
      '03-12T12:00 03-19T12:00 wei',
      '03-19T12:00 03-20T00:00 max',
    ]);
  });

  test('ROTA-2 before the first turn, and without people, somebody must be on and nobody is', () => {
    expect(said(layer(), null, '2027-02-28T09:00', '2027-03-01T12:00')).toEqual([
      '02-28T09:00 03-01T09:00 nobody',
      '03-01T09:00 03-01T12:00 max',
    ]);
    expect(said(layer({ people: [] }), office, '2027-03-01T00:00', '2027-03-02T00:00')).toEqual([
      '03-01T09:00 03-01T18:00 nobody',
    ]);
    expect(said(layer({ rotation: 'byHand' }), office, '2027-03-06T00:00', '2027-03-08T00:00')).toEqual([]);
  });

  test('ROTA-1 the night on which clocks go forward in London is an hour short, and no hour is nobody’s', () => {
    const nights = layer({ changesAt: [90], startsOn: '2027-03-26' });
    expect(said(nights, null, '2027-03-27T01:30', '2027-03-29T01:30')).toEqual([
      '03-27T01:30 03-28T02:00 grace',
      '03-28T02:00 03-29T01:30 wei',
    ]);
  });

  test('ROTA-1 when they go back, the hour that comes twice is his whose turn begins in it', () => {
    const nights = layer({ changesAt: [90], startsOn: '2027-10-30' });
    expect(said(nights, null, '2027-10-30T01:30', '2027-11-01T01:30')).toEqual([
      '10-30T01:30 10-31T01:30 max',
      '10-31T01:30 11-01T01:30 grace',
    ]);
  });
});
