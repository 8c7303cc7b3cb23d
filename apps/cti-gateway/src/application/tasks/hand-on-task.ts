import type { AgentId, JobFamilyId, TaskId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Task } from '../../domain/task/task.ts';
import { notRung } from '../../domain/task/task.ts';
import { actBy } from '../../domain/task/task-times.ts';
import { agentName } from '../floor.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { audit } from '../sign-in.ts';
import { alterTask } from './alter-task.ts';
import type { TaskRefusal } from './make-task.ts';
import { mayWorkOn } from './may-work-on.ts';
import { stopRinging } from './ring-task.ts';
import { noteTo } from './tell-of-task.ts';

/** TASK-5: a team's task is taken by one of the team; who comes second is told who was first. */
export async function takeTask(
  parts: Parts,
  asker: Asker,
  taskId: TaskId,
): Promise<Result<Task, TaskRefusal | { readonly by: string }>> {
  const { agentId } = asker;
  let first: AgentId | null = null;
  const taken = await alterTask<TaskRefusal>(parts, asker, taskId, (task) => {
    if (task.ownerId === agentId) return ok({ task, what: null });
    if (task.state !== 'open') return refuse('notPossibleNow');
    first = task.ownerId;
    if (first !== null) return refuse('notPossibleNow');
    if (!mayWorkOn(parts, agentId, task)) return refuse('notAllowed');
    return ok({ task: { ...task, ownerId: agentId, version: task.version + 1 }, what: 'taskChanged' });
  });
  if (taken.ok) audit(parts, agentId, 'task.taken', taskId, {});
  return !taken.ok && first !== null ? refuse({ by: agentName(parts.floor, first) }) : taken;
}

export interface Assignment {
  readonly taskId: TaskId;
  readonly agentId: AgentId | null;
  readonly familyId: JobFamilyId | null;
}

/** TASK-5: who may work on it hands it on to a person or to a team. */
export async function assignTask(
  parts: Parts,
  asker: Asker,
  { taskId, agentId, familyId }: Assignment,
): Promise<Result<Task, TaskRefusal>> {
  const { floor, centre } = parts;
  if (agentId !== null && floor.agents.get(agentId)?.agent.active !== true) return refuse('unknownAgent');
  const isFamily = centre.jobFamilies.some((one) => one.familyId === familyId);
  if (familyId !== null ? !isFamily : agentId === null) return refuse('unknownFamily');
  let from: AgentId | null = null;
  const handed = await alterTask<TaskRefusal>(parts, asker, taskId, (task) => {
    if (!mayWorkOn(parts, asker.agentId, task)) return refuse('notAllowed');
    if (task.state !== 'open') return refuse('notPossibleNow');
    from = task.ownerId;
    const team = familyId ?? task.familyId;
    if (task.ownerId === agentId && task.familyId === team) return ok({ task, what: null });
    stopRinging(parts, task);
    const version = task.version + 1;
    const text = `${task.title}: ${agentId === null ? '' : agentName(floor, agentId)}`;
    return ok({
      task: { ...task, ownerId: agentId, familyId: team, ringing: notRung, version },
      what: 'taskChanged',
      text,
    });
  });
  if (!handed.ok) return handed;
  audit(parts, asker.agentId, 'task.assigned', taskId, { from, to: agentId, familyId });
  if (agentId !== asker.agentId) await noteTo(parts, handed.value, { why: 'given', to: 'owner' });
  return handed;
}

export interface Snooze {
  readonly taskId: TaskId;
  readonly until: Instant;
  readonly reason: string;
}

const furthestSnooze = days(90);

export const isSnoozeTime = (until: Instant, now: Instant): boolean =>
  until > now && until <= now + furthestSnooze;

/** TASK-7: put off with a reason, which stands in the audit; how often is counted, and those in charge see it. */
export async function snoozeTask(
  parts: Parts,
  asker: Asker,
  { taskId, until, reason }: Snooze,
): Promise<Result<Task, TaskRefusal>> {
  const now = parts.clock.now();
  if (!isSnoozeTime(until, now)) return refuse('dueInThePast');
  const snoozed = await alterTask<TaskRefusal>(parts, asker, taskId, (task) => {
    if (!mayWorkOn(parts, asker.agentId, task)) return refuse('notAllowed');
    if (task.state !== 'open' || task.waiting) return refuse('notPossibleNow');
    // said twice, as by a desk that heard no answer, it is put off once
    if (task.snoozed?.until === until && task.snoozed.reason === reason) return ok({ task, what: null });
    stopRinging(parts, task);
    return ok({
      task: {
        ...task,
        snoozed: { until, reason },
        timesSnoozed: task.timesSnoozed + 1,
        timesEscalated: 0,
        ringing: notRung,
        version: task.version + 1,
      },
      what: 'taskSnoozed',
      text: `${task.title}: ${reason}`,
    });
  });
  if (snoozed.ok) audit(parts, asker.agentId, 'task.snoozed', taskId, { until, reason });
  return snoozed;
}

/** TASK-6: a point of the checklist, as the person saw it. */
export function tickTask(
  parts: Parts,
  asker: Asker,
  { taskId, item, text, done }: { taskId: TaskId; item: number; text: string; done: boolean },
): Promise<Result<Task, TaskRefusal>> {
  return alterTask<TaskRefusal>(parts, asker, taskId, (task) => {
    if (!mayWorkOn(parts, asker.agentId, task)) return refuse('notAllowed');
    if (task.state !== 'open') return refuse('notPossibleNow');
    const ticked = task.checklist[item];
    if (ticked?.text !== text) return refuse('changedMeanwhile');
    if (ticked.done === done) return ok({ task, what: null });
    const checklist = task.checklist.map((one, at) => (at === item ? { ...one, done } : one));
    return ok({ task: { ...task, checklist, version: task.version + 1 }, what: null });
  });
}

/** TASK-10: another time to be reminded at, or none. */
export function remindOfTask(
  parts: Parts,
  asker: Asker,
  { taskId, at }: { taskId: TaskId; at: Instant | null },
): Promise<Result<Task, TaskRefusal>> {
  return alterTask<TaskRefusal>(parts, asker, taskId, (task) => {
    if (!mayWorkOn(parts, asker.agentId, task)) return refuse('notAllowed');
    if (task.state !== 'open') return refuse('notPossibleNow');
    if (at !== null && at <= parts.clock.now()) return refuse('dueInThePast');
    if (at !== null && at > actBy(task)) return refuse('reminderTooLate');
    return ok({ task: { ...task, remindAt: at, remindedAt: null, version: task.version + 1 }, what: null });
  });
}
