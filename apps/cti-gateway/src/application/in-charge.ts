import type { AgentId } from '@ringside/shared/model/ids';
import type { Parts } from './parts.ts';

/** AUTH-6: supervisors and managers may act on what belongs to others. */
export function isInCharge({ floor }: Parts, agentId: AgentId): boolean {
  const roles = floor.agents.get(agentId)?.agent.roles ?? [];
  return roles.includes('supervisor') || roles.includes('manager');
}
