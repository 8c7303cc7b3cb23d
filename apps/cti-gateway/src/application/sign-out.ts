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

/** AUTH-7: a token is given back, whatever its agent is doing: a contact is kept as if the page had been lost (CALL-8). */
export async function endSession(parts: Parts, token: string): Promise<void> {
  const session = await sessionOf(parts, token);
  if (!session.ok) return;
  const { agent } = session.value;
  if (mayMove(agent.presence.state, 'signOut')) await move(parts, agent.agent.agentId, { move: 'signOut' });
  await close(parts, session.value);
}

async function close(parts: Parts, { agent, tokenSha256 }: OpenSession): Promise<void> {
  const { agentId, userName } = agent.agent;
  await parts.journal.write({ changes: [{ put: 'sessionGone', tokenSha256 }] });
  audit(parts, agentId, 'signOut', userName, {});
  if (agent.station !== null) leaveStation(parts, agentId, agent.station);
  parts.desks.goodbye(agentId, 'signedOut');
}
