import { asId } from '@ringside/shared/model/ids';
import { expect, test } from 'vitest';
import type { DrawnShift } from './rota-changes.ts';
import { mostAtOnce, saveInTurn } from './rota-changes.ts';

const shifts: DrawnShift[] = Array.from({ length: 1_100 }, (_, nth) => {
  const at = (hour: number): string => new Date(Date.UTC(2027, 2, 1, hour)).toISOString().slice(0, 16);
  return {
    ...{ layer: 'duty', from: at(nth), until: at(nth + 1), agentId: asId('grace') },
    origin: 'plan',
    stays: false,
  };
});

test('PLAN-11 a plan of 1,100 shifts is saved in three commands, the earliest first, whatever order they stand in', async () => {
  const sent: (readonly DrawnShift[])[] = [];
  const left = await saveInTurn(shifts.toReversed(), async (some) => sent.push(some) > 0);
  expect(sent.map((some) => some.length)).toEqual([mostAtOnce, mostAtOnce, 100]);
  expect(sent.flat()).toEqual(shifts);
  expect(left).toEqual([]);
});

test('PLAN-11 where the second is refused the first stays saved, the rest is left and no more is sent', async () => {
  const sent: (readonly DrawnShift[])[] = [];
  const left = await saveInTurn(shifts, async (some) => sent.push(some) < 2);
  expect(sent).toHaveLength(2);
  expect(left).toEqual(shifts.slice(mostAtOnce));
});
