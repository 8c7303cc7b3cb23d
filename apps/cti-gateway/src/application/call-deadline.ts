import type { CallId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Call } from '../domain/call/call.ts';
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

function due(call: Exclude<Call, { state: 'none' }>, timings: Timings): Instant | null {
  switch (call.state) {
    case 'offered':
    case 'reconnecting':
    case 'wrapUp':
      return call.until;
    case 'dialling':
      return call.since + timings.dialFor;
    case 'arrived':
    case 'queued':
    case 'talking':
    case 'held':
    case 'ended':
      return null;
  }
}
