import type { ContactView } from '@ringside/shared/protocol/contact';
import type { SupervisionView } from '@ringside/shared/protocol/supervision';

/**
 * Whether this desk's voice goes out: in a call that talks, or in one that is supervised by speaking, unless it was muted
 * in that very call. Who merely listens sends nothing at all.
 */
export function isHeard(
  contacts: readonly ContactView[],
  supervision: SupervisionView | null,
  mutedCall: string | null,
): boolean {
  const speaks = supervision !== null && supervision.mode !== 'listen' && supervision.callId !== mutedCall;
  return speaks || contacts.some(({ callId, state }) => state.is === 'talking' && callId !== mutedCall);
}
