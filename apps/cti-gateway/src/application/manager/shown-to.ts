import type { AgentId } from '@ringside/shared/model/ids';
import type { ManagerRequestView } from '@ringside/shared/protocol/manager';
import type { Parts } from '../parts.ts';

/** MREP-9: an administrator alone reads how it went, but neither who called nor what about (as BOARD-2). */
export function shownTo(
  { floor }: Parts,
  viewer: AgentId,
  requests: readonly ManagerRequestView[],
): readonly ManagerRequestView[] {
  const roles = floor.agents.get(viewer)?.agent.roles ?? [];
  return roles.every((role) => role === 'admin') ? requests.map(withoutCustomer) : requests;
}

const withoutCustomer = (request: ManagerRequestView): ManagerRequestView => ({
  ...request,
  ...{ customerId: null, customerName: '', tier: null, number: null, note: '', outcomeNote: '' },
  promise: request.promise === null ? null : { ...request.promise, what: '' },
});
