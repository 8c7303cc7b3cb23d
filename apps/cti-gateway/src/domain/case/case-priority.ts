import type { Feeling } from '@ringside/shared/model/call-outcome';
import type { Impact, Severity, Urgency } from '@ringside/shared/model/case-stage';
import type { Instant } from '@ringside/shared/model/instant';
import { days, hours } from '@ringside/shared/model/instant';
import type { Tier } from '@ringside/shared/model/tier';
import type { Priority } from './case.ts';

export interface CaseFacts {
  readonly severity: Severity;
  readonly impact: Impact;
  readonly urgency: Urgency;
  readonly legal: boolean;
  readonly feeling: Feeling | null;
  readonly timesReopened: number;
  readonly openedAt: Instant;
  /** null where nobody knows who the customer is */
  readonly tier: Tier | null;
  /** complaints of the same customer in the 90 days before this one */
  readonly repeats: number;
  /** when the soonest open promise to this customer is due */
  readonly promiseDueAt: Instant | null;
  /** when the soonest clock that is not met is due; null while none runs */
  readonly clockDueAt: Instant | null;
}

export interface Rank {
  readonly priority: Priority;
  /** when the score next changes by itself; null: no more */
  readonly rankAgainAt: Instant | null;
}

const severityPoints = { minor: 6, moderate: 14, serious: 26 } as const satisfies Record<
  Exclude<Severity, 'safety'>,
  number
>;
const impactFactor = { one: 1, several: 1.2, many: 1.5 } as const satisfies Record<Impact, number>;
const urgencyFactor = { low: 0.8, normal: 1, high: 1.3 } as const satisfies Record<Urgency, number>;
/** Standard is the floor that everybody has; below zero costs nobody points (metrics.md, Value tiers). */
const tierPoints = { mvc: 10, mgc: 6, standard: 2, bz: 2 } as const satisfies Record<Tier, number>;
const feelingPoints = { pleased: 0, neutral: 0, upset: 2, angry: 4 } as const satisfies Record<
  Feeling,
  number
>;
const legalPoints = 12;
const repeatPoints = 3;
const countedRepeats = 3;
const reopenedPoints = 4;
const countedReopenings = 2;
/** a point for each day it has been open, for at most ten */
const agingDays = 10;
/** a safety matter starts here and nothing else comes near it (CASE-3) */
const safetyFloor = 90;

type Term = Priority['terms'][number];
/** What a term is worth from an instant on; before the first, nothing. In the order of time. */
type Steps = readonly { readonly from: Instant; readonly points: number }[];
interface MovingTerm {
  readonly term: string;
  readonly steps: Steps;
}

/**
 * CASE-2: severity × impact × urgency + tier + age + repeat + legal + clock + promise + feeling + reopened, 0 to 100.
 * The terms add up to the score, so that the desk can explain it. CASE-3: safety stands above everything, and whose
 * safety it is makes no difference.
 */
export function rankOf(facts: CaseFacts, now: Instant): Rank {
  const moving = facts.severity === 'safety' ? safetyMoving(facts) : ordinaryMoving(facts);
  const priority = priorityAt(facts, moving, now);
  const moments = moving
    .flatMap(({ steps }) => steps.map(({ from }) => from))
    .filter((from) => from > now)
    .sort((a, b) => a - b);
  const rankAgainAt = moments.find((at) => priorityAt(facts, moving, at).score !== priority.score) ?? null;
  return { priority, rankAgainAt };
}

function priorityAt(facts: CaseFacts, moving: readonly MovingTerm[], at: Instant): Priority {
  const standing = facts.severity === 'safety' ? safetyStanding(facts) : ordinaryStanding(facts);
  const moved = moving.map(({ term, steps }) => ({ term, points: pointsAt(steps, at) }));
  const terms = [...standing, ...moved].filter(({ points }) => points !== 0);
  const most = facts.severity === 'safety' ? 100 : safetyFloor - 1;
  const sum = terms.reduce((total, { points }) => total + points, 0);
  const capped = sum > most ? [...terms, { term: 'ceiling', points: most - sum }] : terms;
  return { score: Math.min(sum, most), terms: capped };
}

const pointsAt = (steps: Steps, at: Instant): number => steps.findLast(({ from }) => from <= at)?.points ?? 0;

function ordinaryStanding(facts: CaseFacts): readonly Term[] {
  if (facts.severity === 'safety') return [];
  const severity = severityPoints[facts.severity];
  const impact = Math.round(severity * impactFactor[facts.impact]) - severity;
  const urgency = Math.round((severity + impact) * urgencyFactor[facts.urgency]) - severity - impact;
  return [
    { term: 'severity', points: severity },
    { term: 'impact', points: impact },
    { term: 'urgency', points: urgency },
    { term: 'tier', points: facts.tier === null ? tierPoints.standard : tierPoints[facts.tier] },
    { term: 'repeat', points: repeatPoints * Math.min(facts.repeats, countedRepeats) },
    { term: 'legal', points: facts.legal ? legalPoints : 0 },
    { term: 'feeling', points: facts.feeling === null ? 0 : feelingPoints[facts.feeling] },
    { term: 'reopened', points: reopenedPoints * Math.min(facts.timesReopened, countedReopenings) },
  ];
}

const ordinaryMoving = (facts: CaseFacts): readonly MovingTerm[] => [
  { term: 'age', steps: ageSteps(facts.openedAt) },
  { term: 'clock', steps: clockSteps(facts.clockDueAt) },
  { term: 'promise', steps: promiseSteps(facts.promiseDueAt) },
];

/** Between two safety matters it counts how many are in danger and how soon; neither tier nor feeling does. */
const safetyStanding = (facts: CaseFacts): readonly Term[] => [
  { term: 'severity', points: safetyFloor },
  { term: 'impact', points: { one: 0, several: 1, many: 3 }[facts.impact] },
  { term: 'urgency', points: facts.urgency === 'high' ? 1 : 0 },
  { term: 'repeat', points: Math.min(facts.repeats, 1) },
  { term: 'legal', points: facts.legal ? 1 : 0 },
  { term: 'reopened', points: Math.min(facts.timesReopened, 1) },
];

const safetyMoving = ({ clockDueAt, promiseDueAt }: CaseFacts): readonly MovingTerm[] => [
  {
    term: 'clock',
    steps:
      clockDueAt === null
        ? []
        : [
            { from: clockDueAt - hours(4), points: 1 },
            { from: clockDueAt, points: 2 },
          ],
  },
  { term: 'promise', steps: promiseDueAt === null ? [] : [{ from: promiseDueAt - days(1), points: 1 }] },
];

const ageSteps = (openedAt: Instant): Steps =>
  Array.from({ length: agingDays }, (_, i) => ({ from: openedAt + days(i + 1), points: i + 1 }));

const clockSteps = (dueAt: Instant | null): Steps =>
  dueAt === null
    ? []
    : [
        { from: dueAt - days(1), points: 4 },
        { from: dueAt - hours(4), points: 7 },
        { from: dueAt - hours(1), points: 9 },
        { from: dueAt, points: 12 },
      ];

/** At risk on its last day, broken after it (CASE-5). */
const promiseSteps = (dueAt: Instant | null): Steps =>
  dueAt === null
    ? []
    : [
        { from: dueAt - days(1), points: 5 },
        { from: dueAt + 1, points: 8 },
      ];
