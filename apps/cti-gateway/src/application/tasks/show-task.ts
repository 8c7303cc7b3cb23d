import type { AgentId } from '@ringside/shared/model/ids';
import type { Task } from '../../domain/task/task.ts';
import type { Parts } from '../parts.ts';
import { taskViews } from '../views/task-view.ts';
import { watchTask } from './watch-tasks.ts';

/**
 * A task changed or is new: whom it concerns has it, now and `before`; who looks at the customer sees it; and it is looked
 * at when its time comes. Whoever writes a task calls this once it is written.
 */
export async function showTask(parts: Parts, task: Task, before: Task | null = null): Promise<void> {
  watchTask(parts, task);
  const [view] = await taskViews(parts, [task]);
  if (view !== undefined)
    for (const agentId of concerned(parts, task, before))
      parts.desks.show(agentId, { what: 'task', task: view });
  if (task.customerId !== null) parts.desks.showAll({ what: 'customerChanged', customerId: task.customerId });
}

/** Its owner, who made it, those who may take it, and those in charge; who had it before sees it go. */
function concerned({ floor }: Parts, task: Task, before: Task | null): ReadonlySet<AgentId> {
  const people = [task.ownerId, task.madeBy, before?.ownerId ?? null].filter((one) => one !== null);
  const families = [task.familyId, before?.familyId ?? null].filter((one) => one !== null);
  for (const { agent } of floor.agents.values()) {
    const isInCharge = agent.roles.includes('supervisor') || agent.roles.includes('manager');
    const isOfTeam = agent.familyId !== null && families.includes(agent.familyId);
    if (isInCharge || isOfTeam) people.push(agent.agentId);
  }
  return new Set(people);
}
