import type { AgentId } from '@ringside/shared/model/ids';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import type { Parts } from '../parts.ts';
import { requestViews } from './request-view.ts';

/** After the commit: whoever took it, those on duty and who asked see how it stands. */
export async function tellOfRequest(parts: Parts, request: ManagerRequest): Promise<void> {
  const rotaName = parts.rota.rota(request.rotaId)?.name ?? parts.centre.name;
  for (const agentId of concerned(parts, request)) {
    if (!parts.desks.isAttached(agentId)) continue;
    const [view] = await requestViews(parts, [request], agentId);
    if (view !== undefined)
      parts.desks.show(agentId, { what: 'managerRequest', request: view, rotaName: { ...rotaName } });
  }
}

function concerned({ rota, clock }: Parts, request: ManagerRequest): ReadonlySet<AgentId> {
  const onDuty = rota.onDuty(request.rotaId, clock.now()).map(({ agentId }) => agentId);
  const people = [request.takenBy, request.askedBy, ...onDuty].filter((one) => one !== null);
  return new Set(people);
}
