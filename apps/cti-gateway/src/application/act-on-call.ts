import type { AgentId, CallId, QueueId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CallCommand, CallRefusal } from '../domain/call/call-command.ts';
import type { First } from '../domain/supervision/supervision.ts';
import { actedOn, mayActOn } from './acted-first.ts';
import type { Parts } from './parts.ts';
import { want } from './record-events.ts';
import { audit } from './sign-in.ts';

export interface OnCaller {
  /** who is in charge */
  readonly by: AgentId;
  readonly callId: CallId;
}

type Done<More extends string = never> = Promise<Result<void, CallRefusal | More | First<'someoneWasFirst'>>>;

/** SUP-14: a waiting caller goes to another queue and keeps the place (CALL-3). */
export async function moveCall(parts: Parts, { by, callId }: OnCaller, to: QueueId): Done<'unknownQueue'> {
  if (!parts.centre.queues.some(({ queueId }) => queueId === to)) return refuse('unknownQueue');
  return act(parts, { by, callId }, { do: 'move', to, by }, 'callMoved', { to });
}

/** SUP-15: points by hand, instead of those given before. */
export function prioritiseCall(
  parts: Parts,
  { by, callId }: OnCaller,
  { points, reason }: { readonly points: number; readonly reason: string },
): Done {
  const command: CallCommand = { do: 'prioritise', points, reason, by };
  return act(parts, { by, callId }, command, 'callPrioritised', { points, reason });
}

/** SUP-16: a waiting caller is kept for one person, at the longest for `within`. */
export async function sendCallTo(
  parts: Parts,
  { by, callId }: OnCaller,
  { agentId, within }: { readonly agentId: AgentId; readonly within: Milliseconds },
): Done<'unknownAgent' | 'agentIsAway'> {
  const agent = parts.floor.agents.get(agentId);
  if (agent === undefined) return refuse('unknownAgent');
  // nobody is kept for who is not there
  if (agent.presence.state === 'signedOut') return refuse('agentIsAway');
  const until = parts.clock.now() + within;
  const command: CallCommand = { do: 'sendTo', agentId, until, by };
  return act(parts, { by, callId }, command, 'callSentTo', { agentId, within });
}

async function act(
  parts: Parts,
  { by, callId }: OnCaller,
  command: CallCommand,
  did: string,
  detail: unknown,
): Done {
  const live = parts.floor.calls.get(callId);
  if (live === undefined) return refuse('callIsGone');
  const what = `call ${callId}`;
  const free = mayActOn(parts, what, by);
  if (!free.ok) return free;
  const wanted = want(parts, live, command);
  actedOn(parts, what, by);
  const done = await wanted;
  if (!done.ok) {
    parts.floor.acted.delete(what);
    return done;
  }
  audit(parts, by, did, callId, detail);
  return ok(undefined);
}
