import type { AgentId, CaseId } from '@ringside/shared/model/ids';
import type { Looker } from '@ringside/shared/protocol/case';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';

/**
 * CASE-14: a desk says which case it has open, or none. Everybody who has the same case open is shown who else has, so
 * that two never work on one without knowing. Nothing of it is stored: it is true of now alone.
 */
export function lookAtCase(parts: Parts, agentId: AgentId, caseId: CaseId | null): Looker[] {
  const { looking } = parts.floor;
  const before = looking.get(agentId)?.caseId ?? null;
  if (before !== caseId) {
    if (caseId === null) looking.delete(agentId);
    else looking.set(agentId, { caseId, since: parts.clock.now() });
    if (before !== null) showLookers(parts, before);
    if (caseId !== null) showLookers(parts, caseId);
  }
  return caseId === null ? [] : lookersOf(parts, caseId);
}

/** Who has it open, who came first in front. */
export const lookersOf = ({ floor }: Parts, caseId: CaseId): Looker[] =>
  [...floor.looking]
    .filter(([, looking]) => looking.caseId === caseId)
    .map(([agentId, { since }]) => ({ agentId, name: agentName(floor, agentId), since }))
    .sort((a, b) => a.since - b.since);

function showLookers(parts: Parts, caseId: CaseId): void {
  const lookers = lookersOf(parts, caseId);
  for (const { agentId } of lookers) parts.desks.show(agentId, { what: 'caseLookers', caseId, lookers });
}
