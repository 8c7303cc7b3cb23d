import { useDesk } from '../../desk.ts';
import type { Phone } from '../../phone/phone.ts';
import type { Timers } from '../../waiting/timers.ts';

/** Longer than a station needs to register and take up its leg; shorter than anybody minds before a page appears. */
const patienceMs = 600;

/**
 * Resolves once the running call has its voice back. Drawing the desk for the first time keeps the page busy for a good
 * part of a second, in which the caller would hear nobody: the voice goes first.
 */
export function voiceFirst(phone: Phone, timers: Timers): Promise<void> {
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const finish = (): void => {
      for (const stop of stops) stop();
      resolve();
    };
    const look = (): void => void (isBack(phone) && finish());
    stops.push(phone.subscribe(look), useDesk.subscribe(look), timers.after(patienceMs, finish));
    look();
  });
}

function isBack(phone: Phone): boolean {
  const contacts = useDesk.getState().desk?.contacts ?? [];
  return phone.state.leg === 'up' && !contacts.some(({ state }) => state.is === 'reconnecting');
}
