import { asId } from '@ringside/shared/model/ids';
import type { ShiftView } from '@ringside/shared/protocol/rota';
import { expect, test } from 'vitest';
import { rearranged, stillToCome } from './rearrange.ts';

const grace = asId<'agent'>('grace');
const max = asId<'agent'>('max');
const shiftOf = (agentId: typeof grace | null, fromLocal: string, untilLocal: string): ShiftView => ({
  rotaId: asId('duty'),
  layer: 'duty',
  from: Date.parse(`${fromLocal}Z`),
  until: Date.parse(`${untilLocal}Z`),
  fromLocal,
  untilLocal,
  agentId,
  agentName: agentId ?? '',
  how: agentId === null ? 'gap' : 'turn',
  gap: agentId === null ? 'nobody' : null,
  missingName: '',
  changeId: null,
});
const monday = shiftOf(grace, '2027-03-01T09:00', '2027-03-01T18:00');
const tuesday = shiftOf(max, '2027-03-02T09:00', '2027-03-02T18:00');
const shifts = [monday, tuesday];
const inHand = (shift: ShiftView) => ({
  shift,
  layer: shift.layer,
  from: shift.fromLocal,
  until: shift.untilLocal,
  agentId: shift.agentId,
});

test('RVIEW-8 Noor moves Grace’s Monday to Tuesday, and Max gets the Monday for it', () => {
  const moved = { ...inHand(monday), from: tuesday.fromLocal, until: tuesday.untilLocal };
  expect(rearranged(shifts, moved)).toEqual({
    planned: [
      { layer: 'duty', from: '2027-03-02T09:00', until: '2027-03-02T18:00', agentId: grace },
      { layer: 'duty', from: '2027-03-01T09:00', until: '2027-03-01T18:00', agentId: max },
    ],
    open: null,
  });
});

test('RVIEW-8 moved to a day without anybody, the time left is asked about, never left open unseen', () => {
  const moved = { ...inHand(monday), from: '2027-03-06T09:00', until: '2027-03-06T18:00' };
  expect(rearranged(shifts, moved).open).toEqual({
    layer: 'duty',
    from: '2027-03-01T09:00',
    until: '2027-03-01T18:00',
    agentId: null,
  });
});

test('RVIEW-8 what is over stays as it was, and nobody is asked who takes it', () => {
  const [past, coming] = [
    { layer: 'duty', from: monday.fromLocal, until: monday.untilLocal, agentId: null },
    { layer: 'duty', from: tuesday.fromLocal, until: tuesday.untilLocal, agentId: null },
  ];
  const now = '2027-03-01T18:00';
  expect(stillToCome({ planned: [past, coming], open: past }, now)).toEqual({
    planned: [coming],
    open: null,
  });
  expect(stillToCome({ planned: [past], open: coming }, now)).toEqual({ planned: [], open: coming });
});

test('RVIEW-8 a longer shift changes nothing but the time it takes', () => {
  const longer = { ...inHand(monday), until: '2027-03-01T20:00' };
  expect(rearranged(shifts, longer)).toEqual({
    planned: [{ layer: 'duty', from: '2027-03-01T09:00', until: '2027-03-01T20:00', agentId: grace }],
    open: null,
  });
});

test('RVIEW-8 a shorter one hands what is cut off to who adjoins it', () => {
  const week = shiftOf(grace, '2027-03-01T09:00', '2027-03-08T09:00');
  const next = shiftOf(max, '2027-03-08T09:00', '2027-03-15T09:00');
  const shorter = { ...inHand(week), until: '2027-03-07T09:00' };
  expect(rearranged([week, next], shorter)).toEqual({
    planned: [{ layer: 'duty', from: '2027-03-07T09:00', until: '2027-03-08T09:00', agentId: max }],
    open: null,
  });
  expect(rearranged([week], shorter).open).toMatchObject({ from: '2027-03-07T09:00' });
});

test('RVIEW-8 to another person or to nobody, the time stays', () => {
  expect(rearranged(shifts, { ...inHand(monday), agentId: max }).planned).toEqual([
    { layer: 'duty', from: '2027-03-01T09:00', until: '2027-03-01T18:00', agentId: max },
  ]);
  expect(rearranged(shifts, inHand(monday))).toEqual({ planned: [], open: null });
});

const hour = (nth: number): string => new Date(Date.UTC(2027, 2, 1, nth)).toISOString().slice(0, 16);
test('RVIEW-8 wherever a shift goes, each hour it had is somebody’s or asked about', () => {
  const [begin, end] = [10, 19];
  const shift = shiftOf(grace, hour(begin), hour(end));
  const around = [
    shiftOf(max, hour(begin - 60), hour(begin)),
    shift,
    shiftOf(max, hour(end), hour(end + 60)),
  ];
  for (let by = -30; by <= 30; by += 1) {
    if (by === 0) continue;
    const moved = { ...inHand(shift), from: hour(begin + by), until: hour(end + by) };
    const { planned, open } = rearranged(around, moved);
    const spans = open === null ? planned : [...planned, open];
    for (let at = begin; at < end; at += 1)
      expect(spans.some(({ from, until }) => from <= hour(at) && hour(at) < until)).toBe(true);
  }
});
