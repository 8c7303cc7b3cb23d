import type { AgentId } from '@ringside/shared/model/ids';
import type { TaskNotice } from '../../domain/task/look-at-task.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Parts } from '../parts.ts';
import { taskViews } from '../views/task-view.ts';

/** TASK-10, TASK-11: whom it concerns reads it on their desk; who comes later sees what is late in the snapshot. */
export async function noteTo(parts: Parts, task: Task, { why, to }: TaskNotice): Promise<void> {
  const [view] = await taskViews(parts, [task]);
  if (view === undefined) return;
  for (const agentId of audience(parts, task, to))
    parts.desks.show(agentId, { what: 'taskNotice', why, task: view });
}

/** A team's task that nobody has taken is told to all of the team. */
function audience({ floor }: Parts, task: Task, to: TaskNotice['to']): readonly AgentId[] {
  if (to === 'owner' && task.ownerId !== null) return [task.ownerId];
  return [...floor.agents.values()]
    .filter(({ agent }) => agent.active)
    .filter(({ agent }) =>
      to === 'owner'
        ? task.familyId !== null && agent.familyId === task.familyId
        : agent.roles.includes('supervisor') && agent.agentId !== task.ownerId,
    )
    .map(({ agent }) => agent.agentId);
}
