import type { AgentId } from '@ringside/shared/model/ids';
import type { PresenceMove } from '@ringside/shared/model/presence-transitions';
import { mayMove, movePresence } from '@ringside/shared/model/presence-transitions';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { changeAgent } from './floor.ts';
import type { Parts } from './parts.ts';
import { presenceChanges } from './presence-changes.ts';

type Moved = Promise<Result<void, 'notPossibleNow' | 'unknownReason'>>;

/** PRES-5: one move of an agent's presence by the table; written, shown, and waiting calls routed. */
export async function move(
  parts: Parts,
  agentId: AgentId,
  one: PresenceMove,
): Promise<Result<void, 'notPossibleNow'>> {
  const agent = parts.floor.agents.get(agentId);
  if (!agent) return refuse('notPossibleNow');
  const moved = movePresence(agent.presence, one, parts.clock.now());
  if (!moved.ok) return moved;
  const { value: presence } = moved;
  const before = agent.presence;
  // pressing what one already is changes nothing
  if (presence === before) return ok(undefined);
  changeAgent(parts.floor, agent, { presence });
  const written = parts.journal.write({
    changes: presenceChanges(agentId, before, presence, parts.clock.now()),
    after: () => {
      parts.log.info('presence', {
        agentId,
        state: presence.state,
        reason: 'reason' in presence ? presence.reason : undefined,
      });
      parts.desks.show(agentId, { what: 'presence', presence });
    },
  });
  parts.desks.queuesChanged();
  parts.route();
  await written;
  return ok(undefined);
}

/** PRES-6, PRES-7: who can't be reached is watched from the moment they are Ready. */
export async function goReady(parts: Parts, agentId: AgentId, watch: () => void): Moved {
  const presence = parts.floor.agents.get(agentId)?.presence;
  const contact = presence !== undefined && mayMove(presence.state, 'chooseNext');
  const result = await move(
    parts,
    agentId,
    contact ? { move: 'chooseNext', reason: null } : { move: 'goReady' },
  );
  if (result.ok) watch();
  return result;
}

export async function goNotReady(parts: Parts, agentId: AgentId, reason: string): Moved {
  if (!isReason(parts, reason)) return refuse('unknownReason');
  const presence = parts.floor.agents.get(agentId)?.presence;
  const contact = presence !== undefined && mayMove(presence.state, 'chooseNext');
  return move(parts, agentId, contact ? { move: 'chooseNext', reason } : { move: 'goNotReady', reason });
}

export async function chooseNext(parts: Parts, agentId: AgentId, reason: string | null): Moved {
  if (reason !== null && !isReason(parts, reason)) return refuse('unknownReason');
  return move(parts, agentId, { move: 'chooseNext', reason });
}

export interface ForcedPresence {
  readonly agentId: AgentId;
  /** null: Ready. A reason of the centre's list, or forcedBySupervisor where the supervisor gives none. */
  readonly reason: string | null;
  /** the supervisor's name, as the agent reads it */
  readonly by: string;
}

/**
 * PRES-11: a supervisor says what an agent is to be: at once, or once the contact is over that they have. Who may is
 * looked at, and written to the audit, by whoever asks.
 */
export async function forcePresence(parts: Parts, { agentId, reason, by }: ForcedPresence): Moved {
  if (reason !== null && reason !== 'forcedBySupervisor' && !isReason(parts, reason))
    return refuse('unknownReason');
  return move(parts, agentId, { move: 'force', reason, by });
}

const isReason = ({ centre }: Parts, reason: string): boolean =>
  centre.notReadyReasons.some((known) => known.reason === reason);
