import type { AgentId } from '@ringside/shared/model/ids';
import type { Rota } from '../../domain/rota/rota.ts';
import type { Parts } from '../parts.ts';

/** ROTA-9: supervisors and administrators plan a rota, and those it names as responsible. */
export function mayPlan({ floor }: Parts, agentId: AgentId, rota: Rota): boolean {
  const agent = floor.agents.get(agentId)?.agent;
  if (agent === undefined) return false;
  return (
    agent.roles.includes('supervisor') ||
    agent.roles.includes('admin') ||
    rota.responsible.includes(agent.userName)
  );
}
