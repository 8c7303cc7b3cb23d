import type { TaskId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { hours } from '@ringside/shared/model/instant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aTask } from '../../testing/records.ts';
import { begun, wouldCircle } from './chain.ts';

const id = (count: number): TaskId => asId<'task'>(`t${count}`);

describe('TASK-8 one task after another', () => {
  test('whatever is asked for in whatever order, a chain that was let through has no circle', async () => {
    const wishes = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(wishes, async (asked) => {
        const earlier = new Map<TaskId, TaskId>();
        const earlierOf = async (task: TaskId) => earlier.get(task) ?? null;
        for (const [task, after] of asked) {
          const isCircle = await wouldCircle(id(task), id(after), earlierOf);
          expect(isCircle).toBe(reaches(earlier, id(after), id(task)));
          if (!isCircle) earlier.set(id(task), id(after));
        }
        for (const task of earlier.keys()) expect(lengthFrom(earlier, task)).toBeLessThanOrEqual(8);
      }),
      { numRuns: 500 },
    );
  });

  test('its time is kept where it is still to come, and moved with its window where it has gone by', () => {
    const earlier = aTask('t1', { dueAt: hours(10) });
    const waits = aTask('t2', { waiting: true, from: hours(12), dueAt: hours(14), remindAt: hours(13) });
    expect(begun(waits, earlier, hours(11))).toMatchObject({ waiting: false, dueAt: hours(14) });
    expect(begun(waits, earlier, hours(20))).toMatchObject({
      from: hours(22),
      dueAt: hours(24),
      remindAt: hours(23),
    });
    expect(begun({ ...waits, dueAt: hours(9) }, earlier, hours(20)).dueAt).toBe(hours(21));
  });
});

function reaches(earlier: ReadonlyMap<TaskId, TaskId>, from: TaskId, to: TaskId): boolean {
  for (let one: TaskId | undefined = from; one !== undefined; one = earlier.get(one))
    if (one === to) return true;
  return false;
}

function lengthFrom(earlier: ReadonlyMap<TaskId, TaskId>, from: TaskId): number {
  let length = 0;
  for (let one: TaskId | undefined = from; one !== undefined && length < 99; one = earlier.get(one))
    length += 1;
  return length;
}
