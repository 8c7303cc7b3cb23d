import { asId } from '@ringside/shared/model/ids';
import { expect, test } from 'vitest';
import { answerToRota } from '../../testing/rota.ts';
import { rotaSchedule } from '@ringside/shared/protocol/rota';
import { keyOf, lanesOf, layerRows, personRows, runsOf, shiftsOnDay } from './rows.ts';
import { isUnsaved, withPlanned } from './with-planned.ts';

/** A Thursday; the week after it has a gap on Tuesday and Max on twice on Wednesday. */
const now = Date.parse('2026-11-19T14:20+08:00');
const schedule = rotaSchedule.parse(
  answerToRota({ ask: 'rota.schedule', rotaId: asId('duty'), from: '2026-11-01', until: '2026-12-01' }, now),
);
const gap = { layer: 'duty', from: '2026-11-24T09:00', until: '2026-11-24T18:00' };

test('RVIEW-2 every shift stands in one row, whichever way the rows are', () => {
  const count = (rows: ReturnType<typeof layerRows>) =>
    rows.reduce((sum, { shifts }) => sum + shifts.length, 0);
  expect(count(layerRows(schedule, 'en'))).toBe(schedule.shifts.length);
  expect(count(personRows(schedule, 'Nobody'))).toBe(schedule.shifts.length);
});

test('RVIEW-4 by person, what nobody has stands first', () => {
  const [first] = personRows(schedule, 'Nobody');
  expect(first).toMatchObject({ name: 'Nobody', agentId: null });
  expect(first?.shifts.map(({ fromLocal }) => fromLocal)).toEqual(['2026-11-24T09:00']);
});

test('RVIEW-3 who is on twice has both shifts one above the other', () => {
  const max = personRows(schedule, 'Nobody').find(({ name }) => name === 'Max Weber');
  const lanes = lanesOf(max?.shifts ?? []);
  const twice = shiftsOnDay(max?.shifts ?? [], '2026-11-25').map((shift) => lanes.get(keyOf(shift)));
  expect(twice).toEqual([0, 1]);
});

test('RVIEW-3 a week of one person is one run, and a week-end ends it', () => {
  const [duty] = layerRows(schedule, 'en');
  const runs = runsOf(duty?.shifts ?? [], ({ agentName, how }) => `${agentName} ${how}`);
  expect(runs.slice(0, 2).map(({ first, untilLocal }) => [first.fromLocal, untilLocal])).toEqual([
    ['2026-11-02T09:00', '2026-11-06T18:00'],
    ['2026-11-09T09:00', '2026-11-13T18:00'],
  ]);
});

test('RVIEW-9 what Noor plans is drawn at once, in the place of what was there', () => {
  const grace = schedule.people.find(({ name }) => name === 'Grace Lin');
  const byHand = { origin: 'byHand', stays: false } as const;
  const planned = [{ ...gap, ...byHand, agentId: grace?.agentId ?? null, until: '2026-11-24T13:00' }];
  const then = withPlanned(schedule, planned);
  const day = shiftsOnDay(then.shifts, '2026-11-24').filter(({ layer }) => layer === 'duty');
  expect(
    day.map(({ agentName, fromLocal, untilLocal }) => [agentName, fromLocal.slice(11), untilLocal.slice(11)]),
  ).toEqual([
    ['', '13:00', '18:00'],
    ['Grace Lin', '09:00', '13:00'],
  ]);
  expect(day.map(({ how }) => how)).toEqual(['gap', 'byHand']);
  expect(day.map((shift) => isUnsaved(shift, planned))).toEqual([false, true]);
  const lengths = day.map(({ from, until }) => (until - from) / 3_600_000);
  expect(lengths).toEqual([5, 4]);
});
