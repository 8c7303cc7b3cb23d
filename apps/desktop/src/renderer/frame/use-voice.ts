import { useEffect } from 'react';
import { useNextWords } from '../features/presence/presence-wording.ts';
import { openDial, useBarContact } from '../features/calling/current-call.ts';
import { perform } from '../keys/keys.ts';
import { useMay } from '../may.ts';
import { forgetMute, useIsMuted } from '../muted-call.ts';
import { useServices } from '../services.tsx';
import { whoCalls } from '../contacts.ts';
import { useWords } from '../wording/words.ts';

/** Ties the call to the world outside the page: the mini call window, the system's keys and links. */
export function useVoice(): void {
  const { phone, platform } = useServices();
  const words = useWords();
  const contact = useBarContact();
  const { takeCalls } = useMay();
  const isMuted = useIsMuted(contact);
  const isLive = contact !== null && contact.state.is !== 'wrapUp';
  const callId = isLive ? contact.callId : null;

  // The same call may come back to this desk later; it is not to find it silent.
  useEffect(() => {
    if (callId === null) forgetMute();
  }, [callId]);

  const name = contact ? whoCalls(contact, words) : '';
  const since = contact?.answeredAt ?? (contact && 'since' in contact.state ? contact.state.since : 0);
  const isHeld = contact?.state.is === 'held';
  const next = useNextWords();
  useEffect(() => {
    platform.showCall(callId === null ? null : { name, since, muted: isMuted, held: isHeld, next });
  }, [platform, callId, name, since, isMuted, isHeld, next]);

  useEffect(() => {
    if (takeCalls) void phone.openMicrophone();
    const checkNow = () => phone.checkNow();
    const stops = [
      platform.onPower((event) => event === 'resume' && checkNow()),
      platform.onGlobalKey((key) => void perform(key)),
      platform.onNotificationAnswer(() => void perform('answer')),
      platform.onDial(openDial),
    ];
    window.addEventListener('online', checkNow);
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('online', checkNow);
    };
  }, [phone, platform, takeCalls]);
}
