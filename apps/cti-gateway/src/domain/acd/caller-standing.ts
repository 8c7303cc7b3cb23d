import type { AgentId, HotlineId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import { hours, minutes } from '@ringside/shared/model/instant';
import type { Tier } from '@ringside/shared/model/tier';
import type { PriorityPoints } from '../centre/queue.ts';

/**
 * What counts for a caller's place and agent, as it was when the call was queued. It is kept with the call, so that a
 * restart decides alike; the points follow from it by the rules of the queue the caller waits in now.
 */
export interface CallerStanding {
  /** null: nobody we know */
  readonly tier: Tier | null;
  readonly openComplaint: boolean;
  /** calls given up before anybody answered, within `attemptsCountFor` */
  readonly abandonedBefore: number;
  /** whose account it is */
  readonly ownerId: AgentId | null;
  /** who handled this customer's last call, within `lastAgentCountsFor` */
  readonly lastAgentId: AgentId | null;
}

export const unknownStanding: CallerStanding = {
  tier: null,
  openComplaint: false,
  abandonedBefore: 0,
  ownerId: null,
  lastAgentId: null,
};

/** ACD-11 */
export const attemptsCountFor: Milliseconds = hours(1);
/** Beyond this many, further attempts say no more about how pressing it is. */
export const mostAttempts = 3;
/** ACD-15: after this the agent hardly remembers. */
export const lastAgentCountsFor: Milliseconds = hours(24 * 30);
/** One point counts like this much waiting. */
export const waitPerPoint: Milliseconds = minutes(1);

export interface PointsTerm {
  readonly for: 'tier' | 'unknown' | 'hotline' | 'openComplaint' | 'abandonedBefore' | 'supervisor';
  readonly points: number;
}

/** Points with what they are for; terms of no points are left out. */
export interface RoutingPoints {
  readonly total: number;
  readonly terms: readonly PointsTerm[];
}

/** What points follow from, beside the queue's rules. */
export interface PointsInput {
  readonly standing: CallerStanding;
  readonly hotlineId: HotlineId | null;
  /** given by hand (SPEC SUPER) */
  readonly extraPoints?: number;
}

/** ACD-11: the sum alone, for putting a thousand callers in line. */
export function totalPoints(
  rules: PriorityPoints,
  { standing, hotlineId, extraPoints = 0 }: PointsInput,
): number {
  const { tier, openComplaint, abandonedBefore } = standing;
  return (
    (tier === null ? rules.unknown : rules.tiers[tier]) +
    (hotlineId === null ? 0 : (rules.hotlines[hotlineId] ?? 0)) +
    (openComplaint ? rules.openComplaint : 0) +
    rules.abandonedBefore * Math.min(abandonedBefore, mostAttempts) +
    extraPoints
  );
}

/** ACD-11: the sum with its terms, for the record. */
export function pointsOf(rules: PriorityPoints, input: PointsInput): RoutingPoints {
  const { standing, hotlineId, extraPoints = 0 } = input;
  const { tier, openComplaint, abandonedBefore } = standing;
  const terms: PointsTerm[] = [];
  let total = 0;
  const add = (what: PointsTerm['for'], points: number): void => {
    total += points;
    if (points !== 0) terms.push({ for: what, points });
  };
  if (tier === null) add('unknown', rules.unknown);
  else add('tier', rules.tiers[tier]);
  add('hotline', hotlineId === null ? 0 : (rules.hotlines[hotlineId] ?? 0));
  add('openComplaint', openComplaint ? rules.openComplaint : 0);
  add('abandonedBefore', rules.abandonedBefore * Math.min(abandonedBefore, mostAttempts));
  add('supervisor', extraPoints);
  return { total, terms };
}
