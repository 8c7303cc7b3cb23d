import type { Clock } from '../../../ports/clock.ts';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { SipTimes } from './sip-times.ts';
import { giveUpAfter } from './sip-times.ts';

/** Waits between repetitions of a final 2xx (RFC 3261 section 13.3.1.4: T1, doubling up to T2). */
export function waitBefore2xx(sent: number, times: SipTimes): Milliseconds {
  return Math.min(times.t1 * 2 ** (sent - 1), times.t2);
}

/** Waits between repetitions of a reliable provisional response (RFC 3262 section 3: T1, doubling without a cap). */
export function waitBeforeProvisional(sent: number, times: SipTimes): Milliseconds {
  return times.t1 * 2 ** (sent - 1);
}

/**
 * Sends at once and again until stopped; after 64 × T1 without that it gives up. Also on reliable transports, where a
 * 2xx crosses proxies whose next hop may be UDP.
 */
export function repeatUntilAcknowledged(
  { clock, times }: { clock: Clock; times: SipTimes },
  waitBefore: (sent: number, times: SipTimes) => Milliseconds,
  act: { send(): void; giveUp(): void },
): () => void {
  let sent = 1;
  let cancel = clock.after(waitBefore(sent, times), again);
  const cancelLimit = clock.after(giveUpAfter(times), () => {
    cancel();
    act.giveUp();
  });
  function again(): void {
    sent += 1;
    cancel = clock.after(waitBefore(sent, times), again);
    act.send();
  }
  act.send();
  return () => {
    cancel();
    cancelLimit();
  };
}
