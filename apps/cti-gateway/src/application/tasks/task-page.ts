import type { AgentId } from '@ringside/shared/model/ids';
import type { TaskPageView, TaskPerson } from '@ringside/shared/protocol/task-work';
import type { Query } from '@ringside/shared/protocol/up';
import type { TaskPage } from '../../ports/store.ts';
import { isInCharge } from '../in-charge.ts';
import type { Parts } from '../parts.ts';
import { taskViews } from '../views/task-view.ts';

type Asked = Extract<Query, { readonly ask: 'task.page' }>;

const pageSize = 100;

/** TASK-19: lists come a page at a time; everybody's are for those in charge. null: not allowed. */
export async function taskPageFor(
  parts: Parts,
  agentId: AgentId,
  { whose, kind, until, after }: Asked,
): Promise<TaskPageView | null> {
  const of = whoseTasks(parts, agentId, whose);
  if (of === 'notAllowed') return null;
  if (of === null) return { tasks: [], next: null };
  const tasks = await parts.store.openTasks({ whose: of, kind, until, after, limit: pageSize });
  const last = tasks.length < pageSize ? undefined : tasks.at(-1);
  return {
    tasks: await taskViews(parts, tasks),
    next: last === undefined ? null : { dueAt: last.dueAt, taskId: last.taskId },
  };
}

/** null: who has no team has no tasks of one. */
function whoseTasks(
  parts: Parts,
  agentId: AgentId,
  whose: Asked['whose'],
): TaskPage['whose'] | 'notAllowed' | null {
  switch (whose) {
    case 'mine':
      return { of: 'owner', agentId };
    case 'made':
      return { of: 'maker', agentId };
    case 'team': {
      const familyId = parts.floor.agents.get(agentId)?.agent.familyId ?? null;
      return familyId === null ? null : { of: 'team', familyId };
    }
    case 'all':
      return isInCharge(parts, agentId) ? { of: 'everybody' } : 'notAllowed';
  }
}

const whoWork: readonly string[] = ['agent', 'supervisor', 'manager'];

/** Whom a task may be given to, by name. */
export function peopleForTasks({ floor }: Parts): TaskPerson[] {
  return [...floor.agents.values()]
    .filter(({ agent }) => agent.active && agent.roles.some((role) => whoWork.includes(role)))
    .map(({ agent: { agentId, name, familyId } }) => ({ agentId, name, familyId }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
