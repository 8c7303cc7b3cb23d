import type { Feeling } from '@ringside/shared/model/call-outcome';
import type { Severity } from '@ringside/shared/model/case-stage';
import type { Tier } from '@ringside/shared/model/tier';
import type { Priority } from './case.ts';

export interface CaseFacts {
  readonly severity: Severity;
  /** other complaints of the same customer in the last 90 days */
  readonly repeats: number;
  /** null where nobody knows who the customer is */
  readonly tier: Tier | null;
  /** a promise to this customer is due within a day or broken */
  readonly promiseAtRisk: boolean;
  readonly feeling: Feeling | null;
}

const severityPoints = { minor: 10, moderate: 25, serious: 45, safety: 90 } as const satisfies Record<
  Severity,
  number
>;
/** Standard is the floor that everybody has; below zero costs nobody points (metrics.md, Value tiers). */
const tierPoints = { mvc: 12, mgc: 8, standard: 4, bz: 4 } as const satisfies Record<Tier, number>;
const feelingPoints = { pleased: 0, neutral: 0, upset: 4, angry: 8 } as const satisfies Record<
  Feeling,
  number
>;
const promisePoints = 10;
/** each repeat adds this share of the severity's points, for at most three */
const repeatShare = 0.2;
const countedRepeats = 3;
/** a safety matter starts here and nothing else comes near it (CASE-3) */
const safetyFloor = severityPoints.safety;

/**
 * CASE-2: severity × repeat + tier + promise at risk + feeling, 0 to 100. The terms add up to the score, so that the
 * desk can explain it. CASE-3: safety stands above everything and whose safety it is makes no difference.
 */
export function priorityOf(facts: CaseFacts): Priority {
  const terms = facts.severity === 'safety' ? safetyTerms(facts) : ordinaryTerms(facts);
  const most = facts.severity === 'safety' ? 100 : safetyFloor - 1;
  const sum = terms.reduce((total, { points }) => total + points, 0);
  const capped = sum > most ? [...terms, { term: 'ceiling', points: most - sum }] : terms;
  return { score: Math.min(sum, most), terms: capped };
}

type Term = Priority['terms'][number];

const ordinaryTerms = (facts: CaseFacts): readonly Term[] =>
  worthSaying([
    { term: 'severity', points: severityPoints[facts.severity] },
    { term: 'repeat', points: repeatPoints(facts) },
    { term: 'tier', points: facts.tier === null ? tierPoints.standard : tierPoints[facts.tier] },
    { term: 'promiseAtRisk', points: facts.promiseAtRisk ? promisePoints : 0 },
    { term: 'feeling', points: facts.feeling === null ? 0 : feelingPoints[facts.feeling] },
  ]);

const safetyTerms = (facts: CaseFacts): readonly Term[] =>
  worthSaying([
    { term: 'severity', points: safetyFloor },
    { term: 'repeat', points: Math.min(facts.repeats, countedRepeats) },
    { term: 'promiseAtRisk', points: facts.promiseAtRisk ? 3 : 0 },
  ]);

const repeatPoints = ({ severity, repeats }: CaseFacts): number =>
  Math.round(severityPoints[severity] * repeatShare * Math.min(repeats, countedRepeats));

const worthSaying = (terms: readonly Term[]): readonly Term[] => terms.filter(({ points }) => points !== 0);
