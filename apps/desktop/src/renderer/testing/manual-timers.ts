import type { Timers } from '../waiting/timers.ts';

/** Time that passes when the test says so. */
export class ManualTimers implements Timers {
  now = 0;
  #waiting: { at: number; act: () => void }[] = [];

  after(milliseconds: number, act: () => void): () => void {
    const timer = { at: this.now + milliseconds, act };
    this.#waiting.push(timer);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== timer);
    };
  }

  pass(milliseconds: number): void {
    const until = this.now + milliseconds;
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#waiting = this.#waiting.filter((other) => other !== next);
      this.now = next.at;
      next.act();
    }
    this.now = until;
  }

  #next(until: number): { at: number; act: () => void } | undefined {
    return this.#waiting.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
  }
}

/** Lets everything that was already promised happen. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
