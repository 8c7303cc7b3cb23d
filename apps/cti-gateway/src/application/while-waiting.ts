import { hearsAnnouncements, tellLater } from './announce-waiting.ts';
import { callbackOver } from './callback.ts';
import { askForNumber, askedAgain, dropDialog } from './choose-callback.ts';
import { learnHandling } from './expected-wait.ts';
import type { LiveCall } from './floor.ts';
import type { Parts } from './parts.ts';
import { taskCallOver, taskCallWaits } from './tasks/call-of-task.ts';
import { expectMessage } from './voicemail.ts';

/** After every change of a call: what its caller is to be told later, is asked, or has taught us. */
export function whileWaiting(parts: Parts, live: LiveCall): void {
  const { call, callId } = live;
  if (hearsAnnouncements(parts, live)) tellLater(parts, live);
  else parts.deadlines.unwatch(`tell ${callId}`);
  switch (call.state) {
    case 'choosingCallback':
      return askForNumber(parts, live);
    case 'leavingMessage':
      dropDialog(parts, callId);
      return expectMessage(parts, live);
    case 'queued':
      taskCallWaits(parts, live);
      return askedAgain(parts, live);
    case 'offered':
      return;
    case 'ended':
      dropDialog(parts, callId);
      learnHandling(parts, live);
      taskCallOver(parts, live);
      return callbackOver(parts, live);
    default:
      dropDialog(parts, callId);
  }
}
