import type { Task } from '../domain/task/task.ts';
import type { Parts } from './parts.ts';
import { taskViews } from './views/task-view.ts';

/** A task changed or is new: its owner's desk has it, and who looks at the customer sees it. */
export async function showTask(parts: Parts, task: Task): Promise<void> {
  const [view] = await taskViews(parts, [task]);
  if (view && task.ownerId !== null) parts.desks.show(task.ownerId, { what: 'task', task: view });
  if (task.customerId !== null) parts.desks.showAll({ what: 'customerChanged', customerId: task.customerId });
}
