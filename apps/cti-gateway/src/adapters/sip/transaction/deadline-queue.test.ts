import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createManualClock } from '../../../testing/manual-clock.ts';
import { createDeadlineQueue, type Due } from './deadline-queue.ts';

function sleeper(name: string, woken: string[], then: () => void = () => {}): Due {
  return {
    dueAt: 0,
    place: -1,
    wake: (now) => {
      woken.push(`${name}@${now}`);
      then();
    },
  };
}

it('wakes each at its time, in order, and only once', () => {
  const clock = createManualClock();
  const queue = createDeadlineQueue(clock);
  const woken: string[] = [];
  for (const [name, at] of [
    ['late', 300],
    ['early', 100],
    ['middle', 200],
  ] as const)
    queue.schedule(sleeper(name, woken), at);
  clock.advance(250);
  expect(woken).toEqual(['early@100', 'middle@200']);
  clock.advance(1_000);
  expect(woken).toEqual(['early@100', 'middle@200', 'late@300']);
  expect(queue.size).toBe(0);
});

it('moves and takes out', () => {
  const clock = createManualClock();
  const queue = createDeadlineQueue(clock);
  const woken: string[] = [];
  const [a, b] = [sleeper('a', woken), sleeper('b', woken)];
  queue.schedule(a, 100);
  queue.schedule(b, 200);
  queue.schedule(a, 300);
  queue.schedule(b, null);
  clock.advance(1_000);
  expect(woken).toEqual(['a@300']);
});

it('can be told a new time by the one that it wakes', () => {
  const clock = createManualClock();
  const queue = createDeadlineQueue(clock);
  const woken: string[] = [];
  const again: Due = sleeper('again', woken, () =>
    queue.schedule(again, clock.now() < 300 ? clock.now() + 100 : null),
  );
  queue.schedule(again, 100);
  clock.advance(1_000);
  expect(woken).toEqual(['again@100', 'again@200', 'again@300']);
});

it('keeps order under any mixture of putting in, moving and taking out', () => {
  const steps = fc.array(fc.tuple(fc.nat(30), fc.option(fc.nat(1_000), { nil: null })), { maxLength: 200 });
  fc.assert(
    fc.property(steps, (changes) => {
      const clock = createManualClock();
      const queue = createDeadlineQueue(clock);
      const woken: string[] = [];
      const sleepers = Array.from({ length: 31 }, (_, index) => sleeper(String(index), woken));
      const expected = new Map<number, number>();
      for (const [index, at] of changes) {
        const one = sleepers[index];
        if (one === undefined) continue;
        queue.schedule(one, at);
        if (at === null) expected.delete(index);
        else expected.set(index, at);
      }
      clock.advance(2_000);
      expect([...woken].sort()).toEqual([...expected].map(([index, at]) => `${index}@${at}`).sort());
      const times = woken.map((text) => Number(text.split('@')[1]));
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }),
  );
});
