import type { AgentId, CallId } from '@ringside/shared/model/ids';
import { agentOf } from '../domain/call/call.ts';
import type { Parts } from './parts.ts';

/** Whether a call, running or past, is one this agent has or had. */
export async function contactBelongsTo(
  { floor, store }: Parts,
  agentId: AgentId,
  callId: CallId,
): Promise<boolean> {
  const live = floor.calls.get(callId);
  if (live && agentOf(live.call) === agentId) return true;
  return (await store.call(callId))?.agentId === agentId;
}
