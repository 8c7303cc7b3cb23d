import { languageOf } from './consequences.ts';
import { recoverHandling } from './expected-wait.ts';
import type { LiveCall } from './floor.ts';
import type { Parts } from './parts.ts';
import { follow } from './record-events.ts';
import { watchRecordings } from './recordings.ts';
import { recoverMessages } from './voicemail.ts';

/** RECOVER-7: callers who wait are told on from where they were, and what they were asked is asked anew. */
export async function recoverWaiting(parts: Parts): Promise<void> {
  await recoverHandling(parts);
  await recoverMessages(parts);
  for (const live of [...parts.floor.calls.values()]) goOn(parts, live);
  watchRecordings(parts);
}

function goOn(parts: Parts, live: LiveCall): void {
  const { call, callId } = live;
  if (call.state === 'parting') return follow(parts, live, { do: 'part' });
  if (call.state === 'leavingMessage' && call.step === 'greeting') {
    const sounds = [`voicemail-greeting-${languageOf(call, parts.centre)}`];
    const announcementId = `voicemail-${call.since}`;
    void parts.telephony.announce(callId, { announcementId, sounds, stopAtKey: false });
  }
  parts.callChanged(live);
}
