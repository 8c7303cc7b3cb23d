import type { AgentId } from '@ringside/shared/model/ids';
import { agentOf, isOnPhone } from '../domain/call/call.ts';
import type { LiveCall } from './floor.ts';
import type { Parts } from './parts.ts';
import { contactView } from './views/contact-view.ts';
import { handViews, supervisionView } from './views/supervision-view.ts';

/** Everybody whom it concerns sees who is in the call now: its agent, those who supervise it, and who just left (`gone`). */
export function showSupervisors(parts: Parts, live: LiveCall, gone: readonly AgentId[] = []): void {
  const { desks, floor } = parts;
  const contact = contactShown(parts, live);
  const inCall = live.supervisions.map(({ supervisorId }) => ({
    supervisorId,
    supervision: supervisionView(floor, supervisorId),
  }));
  const left = gone.map((supervisorId) => ({ supervisorId, supervision: null }));
  afterWhatIsWritten(parts, () => {
    contact();
    for (const { supervisorId, supervision } of [...inCall, ...left])
      desks.show(supervisorId, { what: 'supervision', supervision });
  });
}

/** HELP-2: all who are in charge see the same raised hands, and the agent their own. */
export function showHand(parts: Parts, live: LiveCall): void {
  const { desks, floor } = parts;
  const contact = contactShown(parts, live);
  const hands = handViews(floor);
  afterWhatIsWritten(parts, () => {
    contact();
    for (const { agent } of floor.agents.values())
      if (seesHands(agent.roles)) desks.show(agent.agentId, { what: 'hands', hands });
  });
}

export const seesHands = (roles: readonly string[]): boolean =>
  roles.includes('supervisor') || roles.includes('manager');

/** The contact as it is at this moment, for its agent; nothing where nobody has it. */
function contactShown({ desks }: Parts, live: LiveCall): () => void {
  const agentId = isOnPhone(live.call) ? null : agentOf(live.call);
  if (agentId === null) return () => undefined;
  const contact = contactView(live);
  return () => desks.show(agentId, { what: 'contact', contact });
}

/** CALL-2: what befell the call just now is written before a desk sees it, and nothing is shown out of order. */
function afterWhatIsWritten({ journal }: Parts, show: () => void): void {
  // a gateway that stops shows nothing more
  journal.write({ changes: [], after: show }).catch(() => undefined);
}
