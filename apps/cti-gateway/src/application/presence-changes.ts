import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Presence } from '@ringside/shared/model/presence';
import type { Change } from '../ports/store.ts';

/** PRES-8, PRES-9: what is written when an agent's presence changes at `at`: how they stand, and what that ended. */
export function presenceChanges(
  agentId: AgentId,
  before: Presence,
  after: Presence,
  at: Instant,
): readonly Change[] {
  const row: Change = { put: 'presence', presence: { agentId, presence: after } };
  const { state } = after;
  const reason = reasonOf(after);
  if (before.state === state && reasonOf(before) === reason) return [row];
  return [row, { put: 'presenceStep', agentId, at, state, reason }];
}

const reasonOf = (presence: Presence): string | null =>
  presence.state === 'notReady' ? presence.reason : null;
