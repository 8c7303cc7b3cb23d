import { days, hours, minutes } from '@ringside/shared/model/instant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aTask } from '../../testing/records.ts';
import { lookAtTask } from './look-at-task.ts';
import type { Task } from './task.ts';
import { nextLook } from './task-times.ts';

const due = days(20_000);
const plain = (given: Partial<Task> = {}): Task =>
  aTask('t1', { kind: 'send', number: null, dueAt: due, ...given });
const toldAt = (task: Task, now: number) =>
  lookAtTask(task, now).notices.map(({ why, to }) => `${why} ${to}`);

describe('what time does to a task', () => {
  test('TASK-10 its owner is reminded once', () => {
    const task = plain({ remindAt: due - hours(1) });
    expect(nextLook(task)).toBe(due - hours(1));
    const looked = lookAtTask(task, due - hours(1));
    expect(looked.notices).toEqual([{ why: 'reminder', to: 'owner' }]);
    expect(nextLook(looked.task)).toBe(due);
    expect(toldAt(looked.task, due - minutes(30))).toEqual([]);
  });

  test('TASK-11 its owner is told when it is due, and those in charge half an hour later and every four hours', () => {
    let task = plain();
    const told: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      const at = nextLook(task) as number;
      const looked = lookAtTask(task, at);
      told.push(`${(at - due) / minutes(1)}: ${looked.notices.map(({ to }) => to).join(' ')}`);
      task = looked.task;
    }
    expect(told).toEqual(['0: owner', '30: owner inCharge', '270: owner inCharge', '510: owner inCharge']);
  });

  test('TASK-12 after a weekend without a gateway each is told once', () => {
    const looked = lookAtTask(plain({ remindAt: due - hours(1) }), due + days(2));
    expect(looked.notices).toEqual([
      { why: 'late', to: 'owner' },
      { why: 'lateForLong', to: 'inCharge' },
    ]);
    expect(lookAtTask(looked.task, due + days(2)).notices).toEqual([]);
  });

  test('TASK-8 a task that waits for another is left alone, whatever the time', () => {
    const task = plain({ after: aTask('t0').taskId, waiting: true, remindAt: due - hours(1) });
    expect(nextLook(task)).toBeNull();
    expect(toldAt(task, due + days(9))).toEqual([]);
  });

  test('TASK-7 a task that was put off is late when it comes back, not before', () => {
    const task = plain({ snoozed: { until: due + hours(5), reason: 'he is travelling' } });
    expect(toldAt(task, due + hours(4))).toEqual([]);
    expect(toldAt(task, due + hours(5))).toEqual(['late owner']);
  });

  test('TASK-13 a call-back rings at the begin of its window, and not after its end', () => {
    const task = aTask('t1', { from: due - hours(2), dueAt: due });
    expect(lookAtTask(task, due - hours(2)).rings).toBe(true);
    const tooLate = lookAtTask(task, due);
    expect(tooLate).toMatchObject({ rings: false, notices: [{ why: 'late', to: 'owner' }] });
    expect(lookAtTask(aTask('t2', { dueAt: due }), due)).toMatchObject({ rings: true, notices: [] });
    expect(lookAtTask(aTask('t3', { dueAt: due, number: null }), due).rings).toBe(false);
    expect(lookAtTask(aTask('t4', { dueAt: due, ownerId: null }), due).rings).toBe(false);
  });

  test('whatever it is and whenever it is looked at: it settles at once, nothing is told twice, and what is finished is left alone', () => {
    const anyTask = fc
      .record({
        kind: fc.constantFrom('send', 'callBack' as const),
        from: fc.option(fc.integer({ min: 1, max: hours(10) }).map((before) => due - before)),
        remindAt: fc.option(fc.nat(hours(30)).map((before) => due - before)),
        repeat: fc.option(fc.constantFrom('daily', 'monthly' as const)),
        snoozed: fc.option(fc.nat(hours(40)).map((after) => ({ until: due + after, reason: 'later' }))),
        state: fc.constantFrom('open', 'open', 'done' as const),
      })
      .map((given) => aTask('t1', { dueAt: due, ...given }));
    fc.assert(
      fc.property(anyTask, fc.array(fc.nat(hours(60)), { maxLength: 12 }), (begin, steps) => {
        let task = begin;
        let reminders = 0;
        for (const at of steps.map((step) => due - hours(20) + step).sort((a, b) => a - b)) {
          const looked = lookAtTask(task, at);
          expect(begin.state === 'open' || looked.task.version === begin.version).toBe(true);
          const next = looked.rings
            ? { ...looked.task.ringing, times: 1, callId: null }
            : looked.task.ringing;
          task = { ...looked.task, ringing: next, nextId: looked.repeats ? task.taskId : task.nextId };
          reminders += looked.notices.filter(({ why }) => why === 'reminder').length;
          // nothing is left for this moment
          expect(nextLook(task) ?? Infinity).toBeGreaterThan(at);
          expect(lookAtTask(task, at).notices).toEqual([]);
        }
        expect(reminders).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1_000 },
    );
  });
});
