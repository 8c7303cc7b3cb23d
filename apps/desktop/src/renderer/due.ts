import type { TaskView } from '@ringside/shared/protocol/task';

/** The time that counts: a task that was put off is due when it comes back. */
export const actBy = ({ dueAt, snoozed }: Pick<TaskView, 'dueAt' | 'snoozed'>): number =>
  Math.max(dueAt, snoozed?.until ?? 0);

/** A task that waits for another is never late. */
export const isLate = (task: TaskView, now: number): boolean =>
  task.state === 'open' && !task.waiting && actBy(task) < now;
