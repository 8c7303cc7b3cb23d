import type { DeskState } from '../desk.ts';
import type { Phone } from '../phone/phone.ts';
import type { Timers } from '../waiting/timers.ts';
import { isMuted, muteFor, noCall } from './mute-choice.ts';
import { wantedAudio } from './wanted-audio.ts';

export interface DeskAudio {
  /** After every change of the desk; null before the first snapshot and after sign-out. */
  follow(desk: DeskState | null): void;
}

/**
 * Rings and opens the voice as the gateway's state says. Between two such moments the mute button is the agent's, and
 * what they choose is kept for the call.
 */
export function audioFollowsDesk(
  phone: Pick<Phone, 'state' | 'subscribe' | 'setMuted' | 'setRinging'>,
  timers: Timers,
  now: () => number,
  kept: { read(): string | null; keep(mutedCall: string | null): void },
): DeskAudio {
  let choice = noCall;
  let latest: DeskState | null = null;
  let cancelLease = (): void => {};

  phone.subscribe(() => {
    const { muted } = phone.state;
    if (choice.voice !== 'on' || muted === choice.muted) return;
    choice = { ...choice, muted };
    kept.keep(muted ? choice.callId : null);
  });

  function follow(desk: DeskState | null): void {
    latest = desk;
    const gatewayNow = now() + (desk?.clockOffset ?? 0);
    const wanted = wantedAudio(desk?.contacts ?? [], gatewayNow);
    ring(wanted.ringUntil, gatewayNow);
    const next = muteFor(choice, wanted.call, kept.read());
    if (next === choice) return;
    if (next.callId === null) kept.keep(null);
    choice = next;
    phone.setMuted(isMuted(next));
  }

  function ring(until: number | null, gatewayNow: number): void {
    phone.setRinging(until !== null);
    cancelLease();
    if (until !== null) cancelLease = timers.after(until - gatewayNow + 1, () => follow(latest));
  }

  return { follow };
}
