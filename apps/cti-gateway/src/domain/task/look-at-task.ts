import type { Instant } from '@ringside/shared/model/instant';
import type { TaskNoticeReason } from '@ringside/shared/model/task-notice';
import type { Ringing, Task } from './task.ts';
import { nextLook, nextRepeat, nextRing, ringsUntil, timesLate } from './task-times.ts';

export interface TaskNotice {
  readonly why: TaskNoticeReason;
  readonly to: 'owner' | 'inCharge';
}

export interface TaskLook {
  readonly task: Task;
  readonly notices: readonly TaskNotice[];
  /** its owner is to be rung now */
  readonly rings: boolean;
  /** its time has come: the next of its series is made */
  readonly repeats: boolean;
}

/**
 * TASK-10 to TASK-13: what its time brings. However long nobody looked, each thing is told once: who comes back after a
 * weekend reads that it is late, not every step of that.
 */
export function lookAtTask(task: Task, now: Instant): TaskLook {
  const look = nextLook(task);
  if (look === null || look > now) return { task, notices: [], rings: false, repeats: false };
  const isReminded = task.remindedAt === null && task.remindAt !== null && task.remindAt <= now;
  const steps = timesLate(task, now);
  const isLate = steps > task.timesEscalated;
  const ringAt = nextRing(task);
  const isDue = ringAt !== null && ringAt <= now;
  const mayRing = isDue && now < ringsUntil(task);
  const repeatAt = nextRepeat(task);
  return {
    task: {
      ...task,
      remindedAt: isReminded ? now : task.remindedAt,
      timesEscalated: isLate ? steps : task.timesEscalated,
      // whose time to ring went by while nobody looked: it is late, and its owner reads so
      ringing: isDue && !mayRing ? tooLate(task.ringing) : task.ringing,
      version: task.version + 1,
    },
    notices: [
      ...(isReminded && !isLate ? [{ why: 'reminder', to: 'owner' } as const] : []),
      ...(isLate ? [{ why: 'late', to: 'owner' } as const] : []),
      ...(isLate && steps > 1 ? [{ why: 'lateForLong', to: 'inCharge' } as const] : []),
    ],
    rings: mayRing,
    repeats: repeatAt !== null && repeatAt <= now,
  };
}

const tooLate = ({ times, passed }: Ringing): Ringing => ({
  times: times + 1,
  passed: passed + 1,
  again: null,
  callId: null,
});
