import { seconds } from '@ringside/shared/model/instant';
import type { Agent } from '../domain/agent/agent.ts';
import { followRevisions } from './administration/latest-revision.ts';
import type { FloorAgent } from './floor.ts';
import { admitAgent } from './floor.ts';
import type { Parts } from './parts.ts';
import { endDesk, sendAway } from './send-away.ts';
import { showMe } from './views/show-reference.ts';

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
  followRevisions(parts).catch((cause: unknown) => {
    parts.log.warn('the centre could not be read; changes to it wait', { cause: String(cause) });
  });
}

async function compare(parts: Parts): Promise<void> {
  for (const agent of await parts.store.agents()) {
    const known = parts.floor.agents.get(agent.agentId);
    if (known === undefined || !isSame(known.agent, agent)) await takeChanges(parts, agent);
    else if (await sessionIsGone(parts, known)) await endDesk(parts, known, 'sessionEnded');
  }
}

const isSame = (one: Agent, other: Agent): boolean => JSON.stringify(one) === JSON.stringify(other);

/** ADMIN-12: a password that was set by a command beside the gateway ended the session that this desk came with. */
async function sessionIsGone({ store }: Parts, { seatedWith }: FloorAgent): Promise<boolean> {
  return seatedWith !== null && (await store.session(seatedWith)) === null;
}

/** ADMIN-10: somebody is otherwise from now on. */
export async function takeChanges(parts: Parts, agent: Agent): Promise<void> {
  const before = parts.floor.agents.get(agent.agentId);
  const wasActive = before?.agent.active ?? false;
  const presence = before?.presence ?? { state: 'signedOut', since: parts.clock.now() };
  const known = parts.duty.around(() => admitAgent(parts.floor, agent, presence));
  showMe(parts, known);
  if (wasActive && !agent.active) await sendAway(parts, known);
  parts.desks.queuesChanged();
  parts.route();
}
