import type { LegId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { Clock } from '../../../ports/clock.ts';

/** Asks again and again after callers from whom nothing is heard, until they are heard or gone. */
export class SilenceWatch {
  readonly #clock: Clock;
  readonly #every: Milliseconds;
  readonly #cancels = new Map<LegId, () => void>();

  constructor(clock: Clock, every: Milliseconds) {
    this.#clock = clock;
    this.#every = every;
  }

  watch(legId: LegId, probe: () => void): void {
    if (this.#cancels.has(legId)) return;
    const again = () => {
      this.#cancels.set(legId, this.#clock.after(this.#every, again));
      probe();
    };
    this.#cancels.set(legId, this.#clock.after(this.#every, again));
  }

  forget(legId: LegId): void {
    this.#cancels.get(legId)?.();
    this.#cancels.delete(legId);
  }

  stop(): void {
    for (const cancel of this.#cancels.values()) cancel();
    this.#cancels.clear();
  }
}
