import type { CallId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Queue } from '../centre/queue.ts';
import type { PointsInput } from './caller-standing.ts';
import { totalPoints, waitPerPoint } from './caller-standing.ts';

/** What a caller's place in line follows from. */
export interface Place extends PointsInput {
  readonly callId: CallId;
  readonly queuedAt: Instant;
}

/** A caller's rank at one moment. Points make a caller count as if they had come earlier, so the rank needs no clock. */
export interface Rank {
  readonly callId: CallId;
  readonly queuedAt: Instant;
  readonly points: number;
  /** when they would have come to wait as long without points */
  readonly countsFrom: Instant;
  readonly guaranteed: boolean;
}

type LineRules = Pick<Queue, 'priority' | 'guaranteedWait'>;

/** `rules` null: a queue that is no longer in the centre. */
export function rankOf(caller: Place, rules: LineRules | null, now: Instant): Rank {
  const points = rules === null ? (caller.extraPoints ?? 0) : totalPoints(rules.priority, caller);
  return {
    callId: caller.callId,
    queuedAt: caller.queuedAt,
    points,
    countsFrom: caller.queuedAt - points * waitPerPoint,
    guaranteed: now >= guaranteedAt(caller.queuedAt, rules),
  };
}

/** When the caller has waited as long as anybody shall; Infinity where nothing is promised. */
export const guaranteedAt = (queuedAt: Instant, rules: LineRules | null): Instant =>
  rules === null || rules.guaranteedWait === null
    ? Number.POSITIVE_INFINITY
    : queuedAt + rules.guaranteedWait;

/**
 * ACD-5, ACD-10, ACD-12: who has reached the guaranteed wait comes before everybody who has not, first come first
 * served; then by effective wait. Equal ones go by the original place, then by the call's id, which sorts by time.
 */
export function compareRanks(a: Rank, b: Rank): number {
  if (a.guaranteed !== b.guaranteed) return a.guaranteed ? -1 : 1;
  if (!a.guaranteed && a.countsFrom !== b.countsFrom) return a.countsFrom - b.countsFrom;
  if (a.queuedAt !== b.queuedAt) return a.queuedAt - b.queuedAt;
  return a.callId < b.callId ? -1 : a.callId > b.callId ? 1 : 0;
}
