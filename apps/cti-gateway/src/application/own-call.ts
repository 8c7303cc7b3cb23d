import type { AgentId, CallId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { agentOf } from '../domain/call/call.ts';
import type { LiveCall } from './floor.ts';
import type { Parts } from './parts.ts';

/** AUTH-6: an agent acts on the contact they have, and on no other. */
export function ownCall(
  { floor }: Parts,
  agentId: AgentId,
  callId: CallId,
): Result<LiveCall, 'callIsGone' | 'notYourCall'> {
  const live = floor.calls.get(callId);
  if (!live) return refuse('callIsGone');
  return agentOf(live.call) === agentId ? ok(live) : refuse('notYourCall');
}
