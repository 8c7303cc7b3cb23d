import type { AgentId } from '@ringside/shared/model/ids';
import type { Task } from '../../domain/task/task.ts';
import { isInCharge } from '../in-charge.ts';
import type { Parts } from '../parts.ts';

/** TASK-2: its owner, and those in charge; a team's task, that nobody has taken, whoever is of the team. */
export function mayWorkOn(parts: Parts, agentId: AgentId, task: Task): boolean {
  if (task.ownerId === agentId || isInCharge(parts, agentId)) return true;
  return task.ownerId === null && isOfTeam(parts, agentId, task);
}

export function isOfTeam({ floor }: Parts, agentId: AgentId, { familyId }: Task): boolean {
  return familyId !== null && floor.agents.get(agentId)?.agent.familyId === familyId;
}
