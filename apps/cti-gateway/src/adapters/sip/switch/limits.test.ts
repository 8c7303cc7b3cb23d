import { expect, it } from 'vitest';
import { onceAMinute } from './once-a-minute.ts';
import { rateLimit } from './rate-limit.ts';

it('A flood from one sender is told once a minute', () => {
  const isTold = onceAMinute();
  expect([isTold('a', 0), isTold('a', 1), isTold('b', 2), isTold('a', 59_999), isTold('a', 60_000)]).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
});

it('A flood from a thousand senders is told a thousand times a minute at most', () => {
  const isTold = onceAMinute();
  const told = Array.from({ length: 5_000 }, (_, sender) => isTold(String(sender), 0)).filter(Boolean);
  expect(told).toHaveLength(1_000);
});

it('New calls are let in at the rate that was set, with a second’s worth at once', () => {
  const mayArrive = rateLimit(10);
  const at = (now: number) => Array.from({ length: 30 }, () => mayArrive(now)).filter(Boolean).length;
  expect([at(0), at(0), at(500), at(100_000)]).toEqual([10, 0, 5, 10]);
});

it('A clock that is set back an hour does not turn callers away for an hour', () => {
  const mayArrive = rateLimit(10);
  expect(mayArrive(3_600_000)).toBe(true);
  expect(Array.from({ length: 9 }, () => mayArrive(0)).every(Boolean)).toBe(true);
  expect(mayArrive(1_000)).toBe(true);
});
