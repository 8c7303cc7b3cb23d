import type { ContactView } from '@ringside/shared/protocol/contact';

/** What the phone should do about the contacts of the desk. */
export interface WantedAudio {
  /** Until when the ring may sound, on the gateway's clock; null for no ring. An offer that was never taken back ends by itself. */
  readonly ringUntil: number | null;
  /** The call that the agent is in, and whether their voice belongs to it now. */
  readonly call: { readonly callId: string; readonly voice: 'on' | 'held' | 'asItWas' } | null;
}

export function wantedAudio(contacts: readonly ContactView[], now: number): WantedAudio {
  const ends = contacts.flatMap(({ state }) =>
    state.is === 'offered' && state.until > now ? [state.until] : [],
  );
  return { ringUntil: ends.length > 0 ? Math.max(...ends) : null, call: callOf(contacts) };
}

function callOf(contacts: readonly ContactView[]): WantedAudio['call'] {
  for (const { callId, state } of contacts) {
    if (state.is === 'talking' || state.is === 'dialling') return { callId, voice: 'on' };
    if (state.is === 'held') return { callId, voice: 'held' };
    // The leg is coming back: whoever was muted stays so.
    if (state.is === 'reconnecting') return { callId, voice: 'asItWas' };
  }
  return null;
}
