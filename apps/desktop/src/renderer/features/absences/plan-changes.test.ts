import { asId } from '@ringside/shared/model/ids';
import type { ShiftOfPlan } from '@ringside/shared/protocol/rota';
import { expect, test } from 'vitest';
import { changesHands, drawnShifts, isOf, peopleIn } from './plan-changes.ts';

const grace = { agentId: asId<'agent'>('grace'), agentName: 'Grace Lin' };
const max = { agentId: asId<'agent'>('max'), agentName: 'Max Weber' };
const wu = { agentId: asId<'agent'>('wu'), agentName: '吳雅婷' };
const nobody = { agentId: null, agentName: '' };
const shift = (day: number, to: typeof grace, ...was: ShiftOfPlan['was']): ShiftOfPlan => ({
  ...{ layer: 'duty', from: `2027-03-0${day}T09:00`, until: `2027-03-0${day}T18:00`, was },
  ...to,
});
const hers = shift(1, grace, grace);
const fromMax = shift(2, grace, max);
const wasOpen = shift(3, wu, wu, nobody);

test('PLAN-9 a shift that Grace has anyway stays; one of Max, and one of which nobody has a part, change hands', () => {
  expect([hers, fromMax, wasOpen].map(changesHands)).toEqual([false, true, true]);
  expect(changesHands(shift(4, grace))).toBe(false);
});

test('PLAN-9 of one person are the shifts that they give or get', () => {
  const all = [hers, fromMax, wasOpen];
  expect(all.filter((one) => isOf(one, grace.agentId))).toEqual([hers, fromMax]);
  expect(all.filter((one) => isOf(one, max.agentId))).toEqual([fromMax]);
  expect(peopleIn([fromMax, wasOpen]).map(({ name }) => name)).toEqual(['Grace Lin', 'Max Weber', '吳雅婷']);
});

test('PLAN-10 in the calendar each of them is the plan’s, and it is known which changes nothing', () => {
  const drawn = drawnShifts([hers, fromMax]);
  expect(drawn).toEqual([
    {
      layer: 'duty',
      from: hers.from,
      until: hers.until,
      agentId: grace.agentId,
      origin: 'plan',
      stays: true,
    },
    { ...drawn[1], from: fromMax.from, origin: 'plan', stays: false },
  ]);
});
