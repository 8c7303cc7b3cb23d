import type { CallId, TaskId } from '@ringside/shared/model/ids';
import type { Caller } from '../../domain/call/call-record.ts';
import { decideCall } from '../../domain/call/decide-call.ts';
import { isOffLine } from '../../domain/call/call.ts';
import type { CallerMatch } from '../../domain/customer/caller-match.ts';
import type { Task } from '../../domain/task/task.ts';
import { ringsUntil } from '../../domain/task/task-times.ts';
import { usualCallback } from '../callback.ts';
import { isDiallable } from '../diallable.ts';
import { standingOf } from '../caller-standing-of.ts';
import type { LiveCall } from '../floor.ts';
import { newLiveCall } from '../floor.ts';
import { queueFor } from '../order-callback.ts';
import type { Parts } from '../parts.ts';
import { recogniseCaller } from '../recognise-caller.ts';
import { follow, record } from '../record-events.ts';
import type { Pop } from '../views/screen-pop.ts';
import { emptyPop, screenPop } from '../views/screen-pop.ts';

/** The call that a task has going, if any: also one that was begun and not yet written down with the task. */
export function callOfTask({ floor }: Parts, taskId: TaskId): LiveCall | null {
  for (const live of floor.calls.values())
    if (live.call.state !== 'none' && live.call.callback !== null && live.call.taskId === taskId) return live;
  return null;
}

/**
 * TASK-13: the task becomes a call-back for its owner alone, agent first: it is offered to them with the customer's pop as
 * soon as they are free, and no telephone rings before they accept. null: it can't ring, its number may not be called.
 */
export async function ringTask(parts: Parts, task: Task): Promise<CallId | null> {
  const going = callOfTask(parts, task.taskId);
  if (going !== null) return going.callId;
  const { number, ownerId } = task;
  const { trunkId } = parts.settings.dialling;
  if (number === null || ownerId === null || trunkId === null || parts.floor.draining) return null;
  const queueId = queueFor(parts, ownerId);
  if (queueId === null || !isDiallable(parts, number)) return null;
  const caller: Caller = { kind: 'number', number, display: '' };
  const { match, pop } = await whomToCall(parts, task, caller);
  const now = parts.clock.now();
  const standing = await standingOf(parts, { caller, match, openCases: [], now });
  const callId = parts.ids.next<'call'>();
  const live = newLiveCall(callId, pop);
  const { attempts, retryAfter } = usualCallback;
  const decided = decideCall(
    live.call,
    {
      do: 'planCallback',
      ...{ callId, trunkId, legId: parts.ids.next<'leg'>(), caller, queueId, queuedAt: now, standing },
      hotlineId: null,
      customerId: match.kind === 'known' ? match.customer.customerId : null,
      language: match.kind === 'known' ? match.customer.language : null,
      by: ownerId,
      plan: {
        ...{ of: task.callId, number, attempts, retryAfter, note: task.note, taskId: task.taskId },
        first: 'agentFirst',
        onlyFor: ownerId,
        notBefore: now,
        until: ringsUntil(task),
      },
    },
    now,
  );
  if (!decided.ok) throw new Error(`A new call-back was refused: ${decided.refusal}`);
  await record(parts, live, decided.value, pop);
  return callId;
}

async function whomToCall(
  parts: Parts,
  { customerId }: Task,
  caller: Caller,
): Promise<{ readonly match: CallerMatch; readonly pop: Pop }> {
  const customer = customerId === null ? null : await parts.store.customer(customerId);
  if (customer === null) return recogniseCaller(parts, { caller }, {});
  const match: CallerMatch = { kind: 'known', customer };
  return { match, pop: await screenPop(parts, match, {}, parts.clock.now()).catch(() => emptyPop({})) };
}

/** The task is otherwise from now on: a call of it that nobody has dialled yet is taken back. */
export function stopRinging(parts: Parts, { taskId }: Task): void {
  const going = callOfTask(parts, taskId);
  if (going !== null && isOffLine(going.call)) follow(parts, going, { do: 'giveUpCallback' });
}
