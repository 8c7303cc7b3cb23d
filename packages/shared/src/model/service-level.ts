import type { Milliseconds } from './instant.ts';
import { unreachable } from './unreachable.ts';

/** The formulas of a service level (metrics.md); SL-4, without short abandons, is the default. */
export const serviceLevelFormulas = ['SL-1', 'SL-2', 'SL-3', 'SL-4', 'SL-5', 'SL-6', 'SL-7'] as const;
export type ServiceLevelFormula = (typeof serviceLevelFormulas)[number];

/**
 * What became of the calls that entered a queue in a stretch of time. Each counts once, where it entered (METRIC-1), so
 * that parts of the day add up to the day.
 */
export interface QueueCounts {
  /** all that entered: answered, abandoned, flowed out, called back, lost, and those that still wait */
  readonly offered: number;
  /** A */
  readonly answered: number;
  /** A_T: answered within T */
  readonly answeredWithin: number;
  /** B */
  readonly abandoned: number;
  /** B_s: abandoned after at most S */
  readonly shortAbandons: number;
  /** B_T: abandoned within T */
  readonly abandonedWithin: number;
  /** F: went on to another queue or to voicemail */
  readonly flowedOut: number;
  /** took a callback instead of waiting: neither answered nor abandoned */
  readonly calledBack: number;
  /** cut off by a fault while they waited */
  readonly lost: number;
  readonly answeredWaitMs: Milliseconds;
  readonly longestWaitMs: Milliseconds;
}

export const noCounts: QueueCounts = {
  offered: 0,
  answered: 0,
  answeredWithin: 0,
  abandoned: 0,
  shortAbandons: 0,
  abandonedWithin: 0,
  flowedOut: 0,
  calledBack: 0,
  lost: 0,
  answeredWaitMs: 0,
  longestWaitMs: 0,
};

/** A figure as it was counted; a share of nothing is none. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

export const shareOf = ({ part, whole }: Share): number | null => (whole > 0 ? part / whole : null);

/** METRIC-2: the service level by one of the seven formulas. */
export function serviceLevel(formula: ServiceLevelFormula, counts: QueueCounts): Share {
  const { answered, answeredWithin, abandoned, shortAbandons, abandonedWithin, flowedOut, offered } = counts;
  switch (formula) {
    case 'SL-1':
      return { part: answeredWithin, whole: answered };
    case 'SL-2':
      return { part: answeredWithin + abandonedWithin, whole: answered + abandoned };
    case 'SL-3':
      return { part: answeredWithin, whole: answered + abandoned };
    case 'SL-4':
      return { part: answeredWithin, whole: answered + abandoned - shortAbandons };
    case 'SL-5':
      return { part: answeredWithin, whole: answered + abandoned - abandonedWithin };
    case 'SL-6':
      return { part: answeredWithin, whole: answered + abandoned + flowedOut };
    case 'SL-7':
      return { part: answeredWithin, whole: offered };
    default:
      return unreachable(formula);
  }
}

/** METRIC-3 */
export const abandonment = ({ abandoned, offered }: QueueCounts): Share => ({
  part: abandoned,
  whole: offered,
});

/** METRIC-3, the variant without those who hung up at once. */
export const abandonmentWithoutShort = ({ abandoned, shortAbandons, offered }: QueueCounts): Share => ({
  part: abandoned - shortAbandons,
  whole: offered - shortAbandons,
});

/** METRIC-4: average speed of answer; `part` is milliseconds. */
export const speedOfAnswer = ({ answeredWaitMs, answered }: QueueCounts): Share => ({
  part: answeredWaitMs,
  whole: answered,
});

/** The counts of two stretches of time, or of two queues, together. */
export function addCounts(a: QueueCounts, b: QueueCounts): QueueCounts {
  return {
    offered: a.offered + b.offered,
    answered: a.answered + b.answered,
    answeredWithin: a.answeredWithin + b.answeredWithin,
    abandoned: a.abandoned + b.abandoned,
    shortAbandons: a.shortAbandons + b.shortAbandons,
    abandonedWithin: a.abandonedWithin + b.abandonedWithin,
    flowedOut: a.flowedOut + b.flowedOut,
    calledBack: a.calledBack + b.calledBack,
    lost: a.lost + b.lost,
    answeredWaitMs: a.answeredWaitMs + b.answeredWaitMs,
    longestWaitMs: Math.max(a.longestWaitMs, b.longestWaitMs),
  };
}
