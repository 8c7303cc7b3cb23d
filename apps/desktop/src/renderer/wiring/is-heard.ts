import type { ContactView } from '@ringside/shared/protocol/contact';

/** Whether the agent's voice goes out: in a call that talks, unless the agent muted that very call. */
export function isHeard(contacts: readonly ContactView[], mutedCall: string | null): boolean {
  return contacts.some(({ callId, state }) => state.is === 'talking' && callId !== mutedCall);
}
