import type { CallId } from '@ringside/shared/model/ids';
import type { ContactView } from '@ringside/shared/protocol/contact';
import { create } from 'zustand';

const key = 'ringside.muted';

/**
 * The call that the agent muted the own microphone in. It outlives a reload of the page, so that nobody is heard who
 * believes to be muted, and ends with the call.
 */
export const useMutedCall = create<{ readonly callId: string | null }>(() => ({ callId: readKept() }));

export function setMuted(callId: CallId, isMuted: boolean): void {
  keep(isMuted ? callId : null);
}

export const forgetMute = (): void => keep(null);

export const useIsMuted = (contact: ContactView | null): boolean =>
  useMutedCall(({ callId }) => contact !== null && callId === contact.callId);

function keep(callId: string | null): void {
  if (callId === null) storage()?.removeItem(key);
  else storage()?.setItem(key, callId);
  useMutedCall.setState({ callId });
}

function readKept(): string | null {
  return storage()?.getItem(key) ?? null;
}

/** Missing where a browser is told to keep nothing. */
function storage(): Storage | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}
