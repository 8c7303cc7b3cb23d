import type { AgentId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { FloorAgent } from './floor.ts';
import { reachOf } from './floor.ts';
import type { Parts } from './parts.ts';
import { move } from './set-presence.ts';

type Done = Promise<Result<void, 'notPossibleNow' | 'noStation'>>;

/**
 * PRES-12: the machine of an agent goes to sleep, or says after waking that it slept: no call is offered to it until
 * all works again. In the middle of a contact nothing changes: CALL-8 keeps the caller.
 */
export async function fellAsleep(parts: Parts, agentId: AgentId): Done {
  const agent = parts.floor.agents.get(agentId);
  if (!agent || 'callId' in agent.presence || !isRecent(parts, agent)) return ok(undefined);
  return move(parts, agentId, { move: 'suspend' });
}

/** PRES-12: the page's microphone and sound were tested; its station must be registered and its page answer, too. */
export async function wokeUp(parts: Parts, agentId: AgentId): Done {
  const agent = parts.floor.agents.get(agentId);
  if (!agent || !isResuming(agent)) return ok(undefined);
  if (reachOf(parts.floor, agent) === null) return refuse('noStation');
  if (isRecent(parts, agent)) return move(parts, agentId, { move: 'resume' });
  // somebody who opens a laptop the next morning has not said that they take calls
  return move(parts, agentId, { move: 'goNotReady', reason: 'connectionLost' });
}

const isResuming = ({ presence }: FloorAgent): boolean =>
  presence.state === 'notReady' && presence.reason === 'resuming';

/** Who has been away for long is not taken back to Ready by a machine. */
function isRecent({ clock, settings }: Parts, { presence }: FloorAgent): boolean {
  return presence.state === 'ready' || clock.now() - presence.since <= settings.timings.resumeWithin;
}
