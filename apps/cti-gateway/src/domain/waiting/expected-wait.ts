import type { Milliseconds } from '@ringside/shared/model/instant';
import { minutes } from '@ringside/shared/model/instant';

/** What the expected wait of somebody who calls a queue now follows from. */
export interface WaitTerms {
  /** callers who will be served before; of another queue only the share that this queue's agents serve */
  readonly ahead: number;
  /** agents who can take the queue's calls and are at work: ready, ringing, on a call or wrapping up */
  readonly agents: number;
  /** those of them who are ready now */
  readonly ready: number;
  /** talk, hold and wrap-up of a call, as expected of the next ones */
  readonly handleMs: Milliseconds;
  /** calls of this queue that `handleMs` was learned from */
  readonly calls: number;
}

export interface ExpectedWait {
  readonly waitMs: Milliseconds;
  readonly range: WaitRange;
  /** waitMs = max(0, ahead + 1 - ready) × handleMs ÷ agents */
  readonly terms: WaitTerms;
}

/** As it may be said to a caller, in whole minutes; `to` null: nobody can say how much longer. */
export interface WaitRange {
  readonly fromMinutes: number;
  readonly toMinutes: number | null;
}

/** Handle times of the last calls, newest first or in any order. */
export interface RecentHandling {
  readonly ofQueue: readonly Milliseconds[];
  readonly ofCentre: readonly Milliseconds[];
}

/** WAIT-1: fewer calls of a queue than this say too little about the next ones. */
export const fewestCalls = 5;
/** The centre's mean counts like this many calls of the queue. */
const priorCalls = 10;
/** One call that took all afternoon shall not become everybody's expectation. */
const mostOfMedian = 3;

/**
 * WAIT-1: the n-th agent to become free comes after n × handleMs ÷ agents, calls ending one by one. null: nobody is at
 * work, or too few calls are known, and then nothing is said.
 */
export function expectedWait(
  place: Omit<WaitTerms, 'handleMs' | 'calls'>,
  recent: RecentHandling,
): ExpectedWait | null {
  const handleMs = expectedHandling(recent);
  if (place.agents === 0 || handleMs === null) return null;
  const terms: WaitTerms = { ...place, handleMs, calls: recent.ofQueue.length };
  const waitMs = (Math.max(0, place.ahead + 1 - place.ready) * handleMs) / place.agents;
  return { waitMs, range: rangeOf(waitMs), terms };
}

/** The mean of the queue's recent calls, long ones cut off, drawn towards the centre's where they are few. */
export function expectedHandling({ ofQueue, ofCentre }: RecentHandling): Milliseconds | null {
  if (ofQueue.length < fewestCalls) return null;
  const count = ofQueue.length;
  return (count * robustMean(ofQueue) + priorCalls * robustMean(ofCentre)) / (count + priorCalls);
}

function robustMean(times: readonly Milliseconds[]): Milliseconds {
  const sorted = [...times].sort((a, b) => a - b);
  const longest = mostOfMedian * (sorted[Math.floor(sorted.length / 2)] ?? 0);
  return sorted.reduce((sum, time) => sum + Math.min(time, longest), 0) / Math.max(1, sorted.length);
}

/** Where ranges begin and end; a finer number would promise what nobody knows. */
const edges = [0, 1, 3, 5, 10, 15, 20, 30, 45] as const;

/** A quarter less to a quarter more, rounded outwards. */
export function rangeOf(waitMs: Milliseconds): WaitRange {
  const [least, most] = [(waitMs * 0.75) / minutes(1), (waitMs * 1.25) / minutes(1)];
  const fromMinutes = edges.findLast((edge) => edge <= least) ?? 0;
  const toMinutes = edges.find((edge) => edge >= most && edge > fromMinutes) ?? null;
  return { fromMinutes, toMinutes };
}
