import type { Milliseconds } from '@ringside/shared/model/instant';
import { seconds } from '@ringside/shared/model/instant';
import type { Clock } from '../../ports/clock.ts';
import type { InTurn } from '../one-at-a-time.ts';

/** Hands mail over, a few at once: one that hangs does not keep the others, and a mail server is not run down. Calendars are read the same way. */
export interface Outbox {
  /**
   * Runs it when there is a place, after what is under way for the same mail. `cutOff` tells it to end. Once the gateway
   * stops nothing is begun; its deadline is a row, and the next start hands it over.
   */
  take(mailId: string, handOver: (cutOff: AbortSignal) => Promise<void>): Promise<void>;
  /** Resolves when nothing is under way and nothing will be begun; what takes longer than that is cut off. */
  stop(): Promise<void>;
}

const atOnce = 4;
/** how long a stop waits for mail under way, and then once more for what came of it to be written */
const patience: Milliseconds = seconds(2);

export function openOutbox({ clock, inTurn }: { readonly clock: Clock; readonly inTurn: InTurn }): Outbox {
  const cutOff = new AbortController();
  const forAPlace: (() => void)[] = [];
  const underWay = new Set<Promise<void>>();
  let free = atOnce;
  let stopping = false;

  async function inPlace(handOver: (cutOff: AbortSignal) => Promise<void>): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => forAPlace.push(resolve));
    try {
      if (!stopping) await handOver(cutOff.signal);
    } finally {
      const next = forAPlace.shift();
      if (next === undefined) free += 1;
      else next();
    }
  }

  return {
    take: (mailId, handOver) => {
      const taken = inTurn(`mail ${mailId}`, () => inPlace(handOver));
      const over = taken.then(
        () => void underWay.delete(over),
        () => void underWay.delete(over),
      );
      underWay.add(over);
      return taken;
    },
    stop: async () => {
      stopping = true;
      const allOver = Promise.all(underWay);
      const cancels = [clock.after(patience, () => cutOff.abort())];
      // what is not written by then stands as "sending", and the next start says that nobody knows
      const given = new Promise<void>((resolve) => cancels.push(clock.after(2 * patience, resolve)));
      await Promise.race([allOver, given]);
      for (const cancel of cancels) cancel();
    },
  };
}
