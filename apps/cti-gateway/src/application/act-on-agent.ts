import { mayMove } from '@ringside/shared/model/presence-transitions';
import type { AgentId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { First } from '../domain/supervision/supervision.ts';
import { actedOn, mayActOn } from './acted-first.ts';
import type { FloorAgent } from './floor.ts';
import { agentName, callOfAgent } from './floor.ts';
import type { Parts } from './parts.ts';
import { follow } from './record-events.ts';
import { forcePresence, move } from './set-presence.ts';
import { audit } from './sign-in.ts';
import { leaveStation } from './stations.ts';
import { leaveSupervision } from './supervise.ts';
import { reachChanged } from './watch-reach.ts';
import { wrapUpRule } from './wrap-up-rule.ts';

export interface OnAgent {
  /** who is in charge */
  readonly by: AgentId;
  readonly agentId: AgentId;
}

type Done<More extends string> = Promise<Result<void, More | First<'someoneWasFirst'>>>;

/** SUP-17: an agent is set Ready (`reason` null) or Not ready (PRES-11). */
export async function setAgentPresence(
  parts: Parts,
  { by, agentId }: OnAgent,
  reason: string | null,
): Done<'unknownAgent' | 'notPossibleNow' | 'unknownReason'> {
  if (!parts.floor.agents.has(agentId)) return refuse('unknownAgent');
  const what = `agent ${agentId}`;
  const free = mayActOn(parts, what, by);
  if (!free.ok) return free;
  const forced = forcePresence(parts, { agentId, reason, by: agentName(parts.floor, by) });
  actedOn(parts, what, by);
  const done = await forced;
  if (!done.ok) {
    parts.floor.acted.delete(what);
    return done;
  }
  if (parts.floor.agents.get(agentId)?.presence.state === 'ready') {
    leaveSupervision(parts, agentId);
    reachChanged(parts, agentId);
  }
  audit(parts, by, 'presenceSet', agentId, { reason });
  return ok(undefined);
}

/**
 * SUP-18: who went without signing out is signed out: the station is free, the session ends. Their caller goes back to
 * the queue at once (CALL-9); somebody whose page answers, or who talks, is there and is left alone.
 */
export async function signOutAgent(
  parts: Parts,
  { by, agentId }: OnAgent,
): Done<'unknownAgent' | 'agentIsThere' | 'agentIsAway' | 'notPossibleNow'> {
  const agent = parts.floor.agents.get(agentId);
  if (agent === undefined) return refuse('unknownAgent');
  if (agent.presence.state === 'signedOut') return refuse('agentIsAway');
  if (isThere(parts, agent)) return refuse('agentIsThere');
  const what = `agent ${agentId}`;
  const free = mayActOn(parts, what, by);
  if (!free.ok) return free;
  actedOn(parts, what, by);
  leaveContact(parts, agentId);
  if (!mayMove(agent.presence.state, 'signOut')) return refuse('notPossibleNow');
  leaveSupervision(parts, agentId);
  if (agent.station !== null) leaveStation(parts, agentId, agent.station);
  parts.desks.goodbye(agentId, 'signedOut');
  await parts.journal.write({ changes: [{ put: 'sessionsGone', agentId }] });
  audit(parts, by, 'agentSignedOut', agentId, {});
  return move(parts, agentId, { move: 'signOut' });
}

function isThere({ floor, desks }: Parts, { agent: { agentId }, page }: FloorAgent): boolean {
  if (desks.isAttached(agentId) && page?.answering === true) return true;
  const state = callOfAgent(floor, agentId)?.call.state;
  return state === 'talking' || state === 'held' || state === 'dialling';
}

function leaveContact(parts: Parts, agentId: AgentId): void {
  const live = callOfAgent(parts.floor, agentId);
  if (live === null) return;
  const { call } = live;
  const wrapUp = wrapUpRule(parts, live);
  if (call.state === 'offered')
    follow(parts, live, { do: 'returnOffer', offerId: call.offerId, outcome: 'unreachable' });
  if (call.state === 'reconnecting') follow(parts, live, { do: 'giveUpReconnecting', wrapUp });
  if (live.call.state === 'wrapUp') {
    const { dispositionNeeded } = wrapUp;
    follow(parts, live, { do: 'endWrapUp', by: 'deadline', dispositionNeeded });
  }
}
