import type { AgentId } from '@ringside/shared/model/ids';
import type { Case } from '../../domain/case/case.ts';
import { requestForCase } from '../../domain/duty/request-of-call.ts';
import { tellOfRequest } from '../manager/tell-of-request.ts';
import type { Parts } from '../parts.ts';

/**
 * DUTY-12: a complaint that comes above its handler asks for a manager, with nobody on the line. While one request of the
 * complaint is open there is no second. Made after the commit that it follows from: were it lost, the next telling makes it.
 */
export function askForCase(
  parts: Parts,
  { caseId, customerId }: Case,
  { by, note }: { readonly by: AgentId | null; readonly note: string },
): Promise<void> {
  const { store, ids, clock, journal, centre } = parts;
  return parts.inTurn(`manager request of ${caseId}`, async () => {
    const [rota] = centre.rotas;
    if (rota === undefined) return;
    const known = await store.managerRequestsOfCase(caseId);
    if (known.some(({ way, closedAt }) => way === 'case' && closedAt === null)) return;
    const request = requestForCase({
      requestId: ids.next<'managerRequest'>(),
      rotaId: rota.rotaId,
      ...{ caseId, customerId, askedBy: by, note },
      askedAt: clock.now(),
    });
    const written = await journal.write({ changes: [{ put: 'managerRequest', request }] });
    if (written.ok) await tellOfRequest(parts, request);
  });
}

/** Who is told of what goes to the duty manager: whoever is on the first rota; where there is none, or a gap, every manager. */
export function dutyManagers({ centre, rota, floor, clock }: Parts): readonly AgentId[] {
  const [first] = centre.rotas;
  const on = first === undefined ? [] : rota.onDuty(first.rotaId, clock.now());
  if (on.length > 0) return on.map(({ agentId }) => agentId);
  return [...floor.agents.values()]
    .filter(({ agent }) => agent.active && agent.roles.includes('manager'))
    .map(({ agent }) => agent.agentId);
}
