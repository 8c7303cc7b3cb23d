import type { CallId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';

export interface Place {
  readonly callId: CallId;
  readonly queuedAt: Instant;
}

/** ACD-5: callers are served in the order of their original places; equal times go by the call's id, which sorts by time. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.queuedAt !== b.queuedAt) return a.queuedAt - b.queuedAt;
  return a.callId < b.callId ? -1 : a.callId > b.callId ? 1 : 0;
}
