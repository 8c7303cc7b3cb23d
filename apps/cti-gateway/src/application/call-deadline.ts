import type { CallId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { minutes, seconds } from '@ringside/shared/model/instant';
import type { Call } from '../domain/call/call.ts';
import { isOffLine } from '../domain/call/call.ts';
import type { Deadline } from '../ports/store.ts';
import type { Timings } from './settings.ts';

/** What is stored with a deadline: which call to look at. What is to be done follows from how it stands then. */
export interface CallDeadline {
  readonly look: 'call';
  readonly callId: CallId;
}

export const callDeadlineKey = (callId: CallId): string => `call ${callId}`;

/** When a call must be looked at again if nothing happens before; null: never. */
export function callDeadline(call: Exclude<Call, { state: 'none' }>, timings: Timings): Deadline | null {
  const at = due(call, timings);
  const body: CallDeadline = { look: 'call', callId: call.callId };
  return at === null ? null : { key: callDeadlineKey(call.callId), at, body };
}

/** No greeting takes longer; its end was not reported, and the caller shall not wait for it. */
const longestGreeting = seconds(30);
/** No queue lets messages be longer than ten minutes. */
const longestRecording = minutes(11);

function due(call: Exclude<Call, { state: 'none' }>, timings: Timings): Instant | null {
  switch (call.state) {
    case 'guided':
    case 'offered':
    case 'reconnecting':
    case 'wrapUp':
      return call.until;
    case 'planned':
      return call.dueAt;
    case 'turnComing':
      return call.callback.until;
    case 'leavingMessage':
      return call.since + (call.step === 'greeting' ? longestGreeting : longestRecording);
    case 'parting':
      return call.since + longestGreeting;
    case 'ringingBack':
    case 'dialling':
      return call.since + timings.dialFor;
    case 'queued':
      return soonest(isOffLine(call) ? (call.callback?.until ?? null) : null, call.sentTo?.until ?? null);
    case 'arrived':
    case 'choosingCallback':
    case 'talking':
    case 'held':
    case 'ended':
      return null;
  }
}

const soonest = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
