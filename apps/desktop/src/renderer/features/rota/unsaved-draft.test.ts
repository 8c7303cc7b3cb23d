import { asId } from '@ringside/shared/model/ids';
import { expect, test } from 'vitest';
import type { DrawnShift } from '../../rota-changes.ts';
import { draftOf, drawnFrom } from './unsaved-draft.ts';

const people = Array.from({ length: 12 }, (_, nth) => asId<'agent'>(`0194c1f2-7d3a-7c61-9b0e-${nth + 1e11}`));
const dateOf = (day: number): string => new Date(Date.UTC(2027, 2, 1 + day)).toISOString().slice(0, 10);
const drawn: DrawnShift[] = Array.from({ length: 500 }, (_, nth) => {
  const date = dateOf(Math.floor(nth / 3));
  return {
    layer: 'Duty managers, the south',
    from: `${date}T${['06', '12', '18'][nth % 3]}:00`,
    until:
      nth % 3 === 2 ? `${dateOf(Math.floor(nth / 3) + 1)}T06:00` : `${date}T${nth % 3 === 0 ? 12 : 18}:00`,
    agentId: nth % 50 === 0 ? null : (people[nth % 12] ?? null),
    origin: nth % 10 === 0 ? 'byHand' : 'plan',
    stays: nth % 10 > 6,
  };
});
const plan = { shifts: drawn, reason: '公平排班，2027年3月1日至5月30日' };

test('RVIEW-9 what is not saved is read as it was written, whose plan or hand it was with it', () => {
  expect(drawnFrom(draftOf(plan))).toEqual(plan);
});

test('PLAN-10 500 shifts of a plan are a draft that the gateway keeps', () => {
  const kept = JSON.stringify({ json: draftOf(plan) });
  expect(kept.length).toBeLessThan(20_000);
});

test('RVIEW-9 a change that can’t be read takes none of the others with it', () => {
  const draft = JSON.parse(draftOf({ shifts: drawn.slice(0, 3), reason: '' }));
  const broken = { ...draft, shifts: ['', 'x/y', 7, null, '2027-03-01T09:00/18:00/9/0/p', ...draft.shifts] };
  expect(drawnFrom(JSON.stringify(broken)).shifts).toEqual(drawn.slice(0, 3));
  expect(drawnFrom('{}').shifts).toEqual([]);
});
