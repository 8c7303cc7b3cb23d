import { asId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import { expect, test } from 'vitest';
import { aTask } from '../../testing/records.ts';
import { nextOfSeries } from './next-of-series.ts';

const london = { timeZone: 'Europe/London', isWorkday: () => true };
const at = (text: string): number => Date.parse(text);

test('TASK-9 the next of a series brings window, reminder and an empty checklist, each at its time on the wall', () => {
  const task = aTask('t1', {
    repeat: 'daily',
    from: at('2027-03-26T18:00:00Z'),
    dueAt: at('2027-03-27T10:00:00Z'),
    remindAt: at('2027-03-27T08:00:00Z'),
    checklist: [{ text: 'read the meter', done: true }],
  });
  expect(nextOfSeries(task, asId('t2'), task.dueAt, london)).toMatchObject({
    taskId: 't2',
    from: at('2027-03-27T18:00:00Z'),
    dueAt: at('2027-03-28T09:00:00Z'),
    remindAt: at('2027-03-28T07:00:00Z'),
    firstDueAt: task.dueAt,
    checklist: [{ text: 'read the meter', done: false }],
    version: 1,
  });
});

test('TASK-9 what was missed for a month is one task, and a task that does not repeat has no next', () => {
  const task = aTask('t1', { repeat: 'daily', dueAt: at('2027-01-01T09:00:00Z') });
  const now = task.dueAt + days(31) + 1;
  expect(nextOfSeries(task, asId('t2'), now, london)?.dueAt).toBe(at('2027-02-02T09:00:00Z'));
  expect(nextOfSeries(aTask('t1'), asId('t2'), now, london)).toBeNull();
});
