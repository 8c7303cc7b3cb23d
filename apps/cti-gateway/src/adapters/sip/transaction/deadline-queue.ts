import type { Instant } from '@ringside/shared/model/instant';
import type { Clock } from '../../../ports/clock.ts';

/** Something that is to be woken at a time. */
export interface Due {
  dueAt: Instant;
  /** its place in the queue, kept by the queue; -1 when it is not in it */
  place: number;
  wake(now: Instant): void;
}

/** One heap and one clock timer for all deadlines: thousands of transactions a second would drown a clock of closures. */
export interface DeadlineQueue {
  /** Puts it in, or moves it; null takes it out. */
  schedule(one: Due, at: Instant | null): void;
  readonly size: number;
  /** Forgets everything. */
  clear(): void;
}

export function createDeadlineQueue(clock: Clock): DeadlineQueue {
  const heap: Due[] = [];
  let armedFor: Instant | null = null;
  let disarm = () => {};

  function put(one: Due, place: number): void {
    heap[place] = one;
    one.place = place;
  }

  function rise(one: Due, from: number): void {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || parent.dueAt <= one.dueAt) break;
      put(parent, place);
      place = above;
    }
    put(one, place);
  }

  function sink(one: Due, from: number): void {
    let place = from;
    for (;;) {
      const left = heap[2 * place + 1];
      const right = heap[2 * place + 2];
      const child = left !== undefined && right !== undefined && right.dueAt < left.dueAt ? right : left;
      if (child === undefined || child.dueAt >= one.dueAt) break;
      const below = child.place;
      put(child, place);
      place = below;
    }
    put(one, place);
  }

  function remove(one: Due): void {
    const place = one.place;
    if (place === -1) return;
    one.place = -1;
    const last = heap.pop();
    if (last === undefined || last === one) return;
    sink(last, place);
    rise(last, last.place);
  }

  function arm(): void {
    const first = heap[0];
    if (first === undefined || (armedFor !== null && armedFor <= first.dueAt)) return;
    disarm();
    armedFor = first.dueAt;
    disarm = clock.after(Math.max(0, first.dueAt - clock.now()), wakeDue);
  }

  function wakeDue(): void {
    armedFor = null;
    disarm = () => {};
    const now = clock.now();
    for (let first = heap[0]; first !== undefined && first.dueAt <= now; first = heap[0]) {
      remove(first);
      first.wake(now);
    }
    arm();
  }

  return {
    get size() {
      return heap.length;
    },
    schedule(one, at) {
      remove(one);
      if (at === null) return;
      one.dueAt = at;
      rise(one, heap.length);
      arm();
    },
    clear() {
      disarm();
      armedFor = null;
      for (const one of heap) one.place = -1;
      heap.length = 0;
    },
  };
}
