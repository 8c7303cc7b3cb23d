import type { TaskKind, TaskRepeat } from '@ringside/shared/model/case-stage';
import type { AgentId, CallId, CaseId, CustomerId, JobFamilyId, TaskId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import { wouldCircle } from '../../domain/task/chain.ts';
import type { Task } from '../../domain/task/task.ts';
import { contactBelongsTo } from '../contact-of-agent.ts';
import { isInCharge } from '../in-charge.ts';
import type { Parts } from '../parts.ts';

/** What a person says of a task that is made or changed. */
export interface TaskEntry {
  readonly kind: TaskKind;
  readonly title: string;
  readonly note: string;
  readonly from: Instant | null;
  readonly dueAt: Instant;
  readonly ownerId: AgentId | null;
  readonly familyId: JobFamilyId | null;
  readonly customerId: CustomerId | null;
  readonly caseId: CaseId | null;
  readonly callId: CallId | null;
  readonly number: PhoneNumber | null;
  readonly remindAt: Instant | null;
  readonly checklist: Task['checklist'];
  readonly after: TaskId | null;
  readonly repeat: TaskRepeat | null;
}

export type TaskFault =
  | 'unknownCustomer'
  | 'unknownCase'
  | 'unknownTask'
  | 'unknownAgent'
  | 'notYourCall'
  | 'notAllowed'
  | 'wrongNumber'
  | 'taskInCircle'
  | TimeFault;

export type TimeFault = 'dueInThePast' | 'windowInverted' | 'reminderTooLate' | 'unknownFamily';

/** TASK-1, TASK-4: what a task is about must exist, its call be its maker's own, and its times come one after the other. */
export async function faultInTask(
  parts: Parts,
  agentId: AgentId,
  entry: TaskEntry,
  before: Task | null,
): Promise<TaskFault | null> {
  return timeFault(entry, before, parts.clock.now()) ?? (await unknownIn(parts, agentId, entry, before));
}

/** A time that stood there before may have gone by meanwhile. */
function timeFault(entry: TaskEntry, before: Task | null, now: Instant): TimeFault | null {
  const { from, dueAt, remindAt } = entry;
  if (dueAt <= now && dueAt !== before?.dueAt) return 'dueInThePast';
  if (from !== null && from >= dueAt) return 'windowInverted';
  if (remindAt !== null && remindAt > dueAt) return 'reminderTooLate';
  return null;
}

async function unknownIn(
  parts: Parts,
  agentId: AgentId,
  entry: TaskEntry,
  before: Task | null,
): Promise<TaskFault | null> {
  const { store, numbering, centre, floor } = parts;
  if (entry.number !== null && numbering.parse(entry.number, centre.region) === null) return 'wrongNumber';
  if (entry.customerId !== null && (await store.customer(entry.customerId)) === null)
    return 'unknownCustomer';
  if (entry.caseId !== null && (await store.case(entry.caseId)) === null) return 'unknownCase';
  const isNewCall = entry.callId !== null && entry.callId !== before?.callId;
  if (isNewCall && !(await contactBelongsTo(parts, agentId, entry.callId))) return 'notYourCall';
  if (entry.ownerId !== null && floor.agents.get(entry.ownerId)?.agent.active !== true) return 'unknownAgent';
  const isFamily = centre.jobFamilies.some(({ familyId }) => familyId === entry.familyId);
  if (entry.familyId !== null && !isFamily) return 'unknownFamily';
  return entry.after === null || entry.after === before?.after
    ? null
    : earlierFault(parts, agentId, entry.after, before);
}

/** TASK-8: the one before must be there, be known to who says so, and not wait for this one. */
async function earlierFault(
  parts: Parts,
  agentId: AgentId,
  after: TaskId,
  before: Task | null,
): Promise<TaskFault | null> {
  const earlier = await parts.store.task(after);
  if (earlier === null) return 'unknownTask';
  if (!isConcerned(parts, agentId, earlier)) return 'notAllowed';
  const earlierOf = async (taskId: TaskId) => (await parts.store.task(taskId))?.after ?? null;
  const isCircle = before !== null && (await wouldCircle(before.taskId, after, earlierOf));
  return isCircle ? 'taskInCircle' : null;
}

/** Who may see a task as one of theirs: owner, maker, its team, those in charge; of a case everybody who sees cases. */
export function isConcerned(parts: Parts, agentId: AgentId, task: Task): boolean {
  const family = parts.floor.agents.get(agentId)?.agent.familyId ?? null;
  return (
    task.ownerId === agentId ||
    task.madeBy === agentId ||
    task.caseId !== null ||
    (task.familyId !== null && task.familyId === family) ||
    isInCharge(parts, agentId)
  );
}
