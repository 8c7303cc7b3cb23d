import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { hours, minutes } from '@ringside/shared/model/instant';
import type { Task } from './task.ts';

/** TASK-11: those in charge are told when it is late for so long, and then again and again. */
export const inChargeAfter: Milliseconds = minutes(30);
export const toldAgainEvery: Milliseconds = hours(4);

/** TASK-14: a call-back that its owner let pass rings again, so often; then those in charge are told. */
export const ringsAgainAfter: Milliseconds = minutes(5);
export const mostRings = 3;
/** Where it has no window: how long after its time it may still ring. */
export const ringsFor: Milliseconds = minutes(30);

/** The time that counts for lists and for being late: what was put off is due when it comes back. */
export const actBy = ({ dueAt, snoozed }: Task): Instant => Math.max(dueAt, snoozed?.until ?? 0);

const ringingKinds: ReadonlySet<Task['kind']> = new Set(['callBack', 'satisfactionCall']);

/** TASK-13: it has a number to call and somebody who calls it. */
export const rings = ({ kind, number, ownerId }: Task): boolean =>
  ringingKinds.has(kind) && number !== null && ownerId !== null;

/** When it rings next; null: it rings, waits to ring, or does not ring by itself any more. */
export function nextRing(task: Task): Instant | null {
  const { ringing, from, dueAt, snoozed } = task;
  if (!isAtWork(task) || !rings(task) || ringing.callId !== null) return null;
  if (ringing.times > 0) return ringing.again;
  return Math.max(from ?? dueAt, snoozed?.until ?? 0);
}

/** Until when it may ring: the end of its window, or a while after its time. */
export const ringsUntil = (task: Task): Instant =>
  task.from !== null && task.snoozed === null ? task.dueAt : actBy(task) + ringsFor;

/** Nobody is told that a call-back is late while it may still ring. */
const lateFrom = (task: Task): Instant => (rings(task) ? ringsUntil(task) : actBy(task));

/** How many times somebody should have been told by now that it is late. */
export function timesLate(task: Task, now: Instant): number {
  const late = now - lateFrom(task);
  if (late < 0) return 0;
  return late < inChargeAfter ? 1 : 2 + Math.floor((late - inChargeAfter) / toldAgainEvery);
}

function nextTold(task: Task): Instant {
  const { timesEscalated: told } = task;
  return told === 0 ? lateFrom(task) : lateFrom(task) + inChargeAfter + (told - 1) * toldAgainEvery;
}

/** When the next of its series is made though this one is not finished; null: it is made, or there is none. */
export const nextRepeat = ({ repeat, nextId, dueAt }: Task): Instant | null =>
  repeat === null || nextId !== null ? null : dueAt;

/** When something happens to it by itself; null: never, as long as nobody touches it. */
export function nextLook(task: Task): Instant | null {
  if (!isAtWork(task)) return null;
  const reminder = task.remindedAt === null ? task.remindAt : null;
  const times = [nextTold(task), reminder, nextRing(task), nextRepeat(task)].filter((at) => at !== null);
  return Math.min(...times);
}

const isAtWork = ({ state, waiting }: Task): boolean => state === 'open' && !waiting;
