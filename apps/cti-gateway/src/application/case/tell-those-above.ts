import type { Agent } from '../../domain/agent/agent.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Stage } from '../../domain/case/workflow.ts';
import type { FloorMessage } from '../../domain/supervision/floor-message.ts';
import type { Change } from '../../ports/store.ts';
import { askForCase, dutyManagers } from '../duty/request-for-case.ts';
import { showMessage } from '../floor-messages.ts';
import type { Asker } from '../made-once.ts';
import { idMadeBy } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import type { Done } from './save-case.ts';

interface GoingUp {
  readonly from: Stage | null;
  readonly to: Stage | null;
  readonly why: string;
}

/**
 * STAGE-10: a case that comes to stand above its handler is not left to be found in a list. What is told is written with
 * the move, so that neither is there without the other, and the same command tells nobody twice.
 */
export async function tellingThoseAbove(
  parts: Parts,
  asker: Asker,
  one: Case,
  up: GoingUp,
  move: (along: readonly Change[]) => Promise<Done>,
): Promise<Done> {
  const message = messageTo(parts, asker, one, up);
  const moved = await move(message === null ? [] : [{ put: 'message', message }]);
  if (moved.ok && message !== null) showMessage(parts, message);
  if (moved.ok && goesToManager(up)) await askForCase(parts, one, { by: asker.agentId, note: up.why });
  return moved;
}

/** DUTY-12 */
const goesToManager = ({ from, to }: GoingUp): boolean =>
  to?.owner === 'manager' && from?.owner !== 'manager';

function messageTo(
  parts: Parts,
  asker: Asker,
  { caseId, reference }: Case,
  { from, to, why }: GoingUp,
): FloorMessage | null {
  if (to === null || to.owner === 'handler' || to.owner === from?.owner) return null;
  const readers = thoseAbove(parts, to)
    .filter(({ agentId }) => agentId !== asker.agentId)
    .map(({ agentId }) => ({ agentId, readAt: null }));
  if (readers.length === 0) return null;
  return {
    messageId: idMadeBy(parts.secrets, asker, 'message'),
    at: parts.clock.now(),
    fromId: asker.agentId,
    to: { kind: 'inCharge' },
    priority: 'high',
    text: why,
    escalated: { caseId, reference },
    readers,
  };
}

/** Where nobody is a supervisor, the managers are told: those on duty, where the centre has a rota (DUTY-12). */
function thoseAbove(parts: Parts, { owner }: Stage): readonly Agent[] {
  const people = [...parts.floor.agents.values()].map(({ agent }) => agent).filter(({ active }) => active);
  const supervisors = people.filter(({ roles }) => roles.includes('supervisor'));
  return owner === 'supervisor' && supervisors.length > 0
    ? supervisors
    : people.filter(({ agentId }) => dutyManagers(parts).includes(agentId));
}
