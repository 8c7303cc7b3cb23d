import { mayMove } from '@ringside/shared/model/presence-transitions';
import type { Result } from '@ringside/shared/model/result';
import type { Parts } from './parts.ts';
import type { OpenSession } from './sessions.ts';
import { sessionOf } from './sessions.ts';
import { move } from './set-presence.ts';
import { audit } from './sign-in.ts';
import { leaveStation } from './stations.ts';

/** AUTH-7: the agent leaves: the session is over and its station forgotten. Not in the middle of a contact. */
export async function signOut(parts: Parts, session: OpenSession): Promise<Result<void, 'notPossibleNow'>> {
  const moved = await move(parts, session.agent.agent.agentId, { move: 'signOut' });
  if (moved.ok) await close(parts, session);
  return moved;
}

/**
 * AUTH-7: a token is given back, whatever its agent is doing: a contact is kept as if the page had been lost (CALL-8).
 * Where the agent sits at a desk with another token, that desk goes on.
 */
export async function endSession(parts: Parts, token: string): Promise<void> {
  const session = await sessionOf(parts, token);
  if (!session.ok) return;
  const { agent, tokenSha256 } = session.value;
  if (agent.seatedWith !== null && agent.seatedWith !== tokenSha256) return forget(parts, session.value);
  if (mayMove(agent.presence.state, 'signOut')) await move(parts, agent.agent.agentId, { move: 'signOut' });
  await close(parts, session.value);
}

async function forget(parts: Parts, { agent, tokenSha256 }: OpenSession): Promise<void> {
  await parts.journal.write({ changes: [{ put: 'sessionGone', tokenSha256 }] });
  audit(parts, agent.agent.agentId, 'signOut', agent.agent.userName, {});
}

async function close(parts: Parts, session: OpenSession): Promise<void> {
  const { agent } = session;
  const { agentId } = agent.agent;
  await forget(parts, session);
  if (agent.station !== null) leaveStation(parts, agentId, agent.station);
  parts.desks.goodbye(agentId, 'signedOut');
}
