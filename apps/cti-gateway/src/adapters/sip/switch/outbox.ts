import type { SwitchEvent } from '../../../ports/switch.ts';

/**
 * Events in the order in which they happened. What the listener does in answer may make more of them; those come after.
 * Before there is a listener they are kept, after stop() they are dropped: a gateway that stops has not lost its calls.
 */
export class Outbox {
  readonly #waiting: SwitchEvent[] = [];
  #hear: ((event: SwitchEvent) => void) | null = null;
  #delivering = false;
  #stopped = false;

  listen(hear: (event: SwitchEvent) => void): void {
    this.#hear = hear;
    this.#deliver();
  }

  put(event: SwitchEvent): void {
    if (this.#stopped) return;
    this.#waiting.push(event);
    this.#deliver();
  }

  stop(): void {
    this.#stopped = true;
    this.#waiting.length = 0;
  }

  #deliver(): void {
    if (this.#delivering || this.#hear === null) return;
    this.#delivering = true;
    try {
      for (let event = this.#waiting.shift(); event !== undefined; event = this.#waiting.shift())
        this.#hear(event);
    } finally {
      this.#delivering = false;
    }
  }
}
