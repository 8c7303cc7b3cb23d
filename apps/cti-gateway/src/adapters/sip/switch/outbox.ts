import type { Log } from '../../../ports/log.ts';
import type { SwitchEvent } from '../../../ports/switch.ts';

/**
 * Events in the order in which they happened. What the listener does in answer may make more of them; those come after.
 * Before there is a listener they are kept, after stop() they are dropped: a gateway that stops has not lost its calls.
 */
export class Outbox {
  readonly #log: Log;
  readonly #waiting: SwitchEvent[] = [];
  #hear: ((event: SwitchEvent) => void) | null = null;
  #delivering = false;
  #stopped = false;

  constructor(log: Log) {
    this.#log = log;
  }

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
    const hear = this.#hear;
    if (this.#delivering || hear === null) return;
    this.#delivering = true;
    for (let event = this.#waiting.shift(); event !== undefined; event = this.#waiting.shift())
      this.#tell(hear, event);
    this.#delivering = false;
  }

  /** A listener that fails on one event must still hear of the others: they may be about other calls. */
  #tell(hear: (event: SwitchEvent) => void, event: SwitchEvent): void {
    try {
      hear(event);
    } catch (cause) {
      this.#log.error('An event of the switch could not be handled.', { type: event.type, cause });
    }
  }
}
