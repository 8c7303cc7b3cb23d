import { seconds } from '@ringside/shared/model/instant';
import { mayMove } from '@ringside/shared/model/presence-transitions';
import type { Agent } from '../domain/agent/agent.ts';
import type { FloorAgent } from './floor.ts';
import { admitAgent } from './floor.ts';
import type { Parts } from './parts.ts';
import { move } from './set-presence.ts';
import { leaveStation } from './stations.ts';

/** When the people in the store are compared with those on the floor (AUTH-8). */
export interface PeopleDeadline {
  readonly look: 'people';
}

const every = seconds(10);

/** Begins to look. Operators change people beside the running gateway (`ringside user`), which hears nothing of it otherwise. */
export function watchPeople({ deadlines, clock }: Parts): void {
  const body: PeopleDeadline = { look: 'people' };
  deadlines.watch({ key: 'people', at: clock.now() + every, body });
}

export function lookAtPeople(parts: Parts): void {
  watchPeople(parts);
  compare(parts).catch((cause: unknown) => {
    parts.log.warn('people could not be read; changes to them wait', { cause: String(cause) });
  });
}

async function compare(parts: Parts): Promise<void> {
  for (const agent of await parts.store.agents()) {
    const known = parts.floor.agents.get(agent.agentId);
    if (known === undefined || isSame(known.agent, agent)) continue;
    const wasActive = known.agent.active;
    admitAgent(parts.floor, agent, known.presence);
    if (wasActive && !agent.active) await sendAway(parts, known);
    parts.route();
  }
}

const isSame = (one: Agent, other: Agent): boolean => JSON.stringify(one) === JSON.stringify(other);

/** AUTH-8: who may no longer sign in leaves at once; a caller they talk to is kept as if the page had been lost (CALL-8). */
async function sendAway(parts: Parts, agent: FloorAgent): Promise<void> {
  const { agentId } = agent.agent;
  parts.log.info('sent away, because the account was disabled', { agentId });
  if (agent.deskPhone !== null) {
    leaveStation(parts, agentId, agent.deskPhone);
    agent.deskPhone = null;
  }
  if (agent.station !== null) leaveStation(parts, agentId, agent.station);
  parts.desks.goodbye(agentId, 'signedOut');
  if (mayMove(agent.presence.state, 'signOut')) await move(parts, agentId, { move: 'signOut' });
}
