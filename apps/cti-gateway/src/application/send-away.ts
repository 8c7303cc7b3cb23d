import { mayMove } from '@ringside/shared/model/presence-transitions';
import type { FloorAgent } from './floor.ts';
import { changeAgent } from './floor.ts';
import type { Parts } from './parts.ts';
import { move } from './set-presence.ts';
import { leaveStation } from './stations.ts';

/** AUTH-8: who may no longer sign in leaves at once; a caller they talk to is kept as if the page had been lost (CALL-8). */
export async function sendAway(parts: Parts, agent: FloorAgent): Promise<void> {
  const { agentId } = agent.agent;
  parts.log.info('sent away, because the account was disabled', { agentId });
  if (agent.deskPhone !== null) {
    leaveStation(parts, agentId, agent.deskPhone);
    changeAgent(parts.floor, agent, { deskPhone: null });
  }
  await endDesk(parts, agent, 'signedOut');
  if (mayMove(agent.presence.state, 'signOut')) await move(parts, agentId, { move: 'signOut' });
}

/** ADMIN-12: the desk goes, as if its page had been lost; the person may come back with the new password. */
export async function endDesk(
  parts: Parts,
  agent: FloorAgent,
  why: 'signedOut' | 'sessionEnded',
): Promise<void> {
  const { agentId } = agent.agent;
  if (agent.station !== null) leaveStation(parts, agentId, agent.station);
  parts.desks.goodbye(agentId, why);
  if (why === 'sessionEnded' && mayMove(agent.presence.state, 'signOut'))
    await move(parts, agentId, { move: 'signOut' });
}
