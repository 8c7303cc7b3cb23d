import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { QueueCounts } from '@ringside/shared/model/service-level';
import { addCounts, noCounts } from '@ringside/shared/model/service-level';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { QueueVisit } from './queue-visit.ts';

/** T and S of metrics.md: the queue's rule as it stands now, for the past as well (METRIC-2). */
export interface WaitLimits {
  readonly within: Milliseconds;
  readonly shortAbandon: Milliseconds;
}

type Finished = Pick<QueueVisit, 'enteredAt' | 'leftAt' | 'end'>;

/** What one wait that is over adds to its queue's counts. A wait of exactly T is in time. */
export function countsOfVisit({ enteredAt, leftAt, end }: Finished, limits: WaitLimits): QueueCounts {
  const waitMs = Math.max(0, leftAt - enteredAt);
  const one = { ...noCounts, offered: 1, longestWaitMs: waitMs };
  const inTime = waitMs <= limits.within ? 1 : 0;
  switch (end) {
    case 'answered':
      return { ...one, answered: 1, answeredWithin: inTime, answeredWaitMs: waitMs };
    case 'abandoned':
      return {
        ...one,
        abandoned: 1,
        abandonedWithin: inTime,
        shortAbandons: waitMs <= limits.shortAbandon ? 1 : 0,
      };
    case 'flowedOut':
      return { ...one, flowedOut: 1 };
    case 'calledBack':
      return { ...one, calledBack: 1 };
    case 'lost':
      return { ...one, lost: 1 };
    default:
      return unreachable(end);
  }
}

/** What a call that still waits adds. */
export const countsOfWaiting = (enteredAt: Instant, now: Instant): QueueCounts => ({
  ...noCounts,
  offered: 1,
  longestWaitMs: Math.max(0, now - enteredAt),
});

export const countVisits = (visits: readonly Finished[], limits: WaitLimits): QueueCounts =>
  visits.reduce((counts, visit) => addCounts(counts, countsOfVisit(visit, limits)), noCounts);
