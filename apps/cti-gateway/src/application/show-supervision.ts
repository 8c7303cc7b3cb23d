import type { AgentId } from '@ringside/shared/model/ids';
import { agentOf } from '../domain/call/call.ts';
import type { LiveCall } from './floor.ts';
import type { Parts } from './parts.ts';
import { contactView } from './views/contact-view.ts';
import { handViews, supervisionView } from './views/supervision-view.ts';

/** Everybody whom it concerns sees who is in the call now: its agent, those who supervise it, and who just left (`gone`). */
export function showSupervisors(parts: Parts, live: LiveCall, gone: readonly AgentId[] = []): void {
  const { desks, floor } = parts;
  const agentId = agentOf(live.call);
  if (agentId !== null) desks.show(agentId, { what: 'contact', contact: contactView(live) });
  for (const { supervisorId } of live.supervisions)
    desks.show(supervisorId, { what: 'supervision', supervision: supervisionView(floor, supervisorId) });
  for (const supervisorId of gone) desks.show(supervisorId, { what: 'supervision', supervision: null });
}

/** HELP-2: all who are in charge see the same raised hands. */
export function showHands({ desks, floor }: Parts): void {
  const hands = handViews(floor);
  for (const { agent } of floor.agents.values())
    if (seesHands(agent.roles)) desks.show(agent.agentId, { what: 'hands', hands });
}

export const seesHands = (roles: readonly string[]): boolean =>
  roles.includes('supervisor') || roles.includes('manager');
