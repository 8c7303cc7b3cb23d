import type { Severity } from '@ringside/shared/model/case-stage';
import type { AgentId } from '@ringside/shared/model/ids';

/** Somebody whom a case fits. */
export interface Candidate {
  readonly agentId: AgentId;
  /** weight of the open cases they have */
  readonly load: number;
  /** had another case of the same customer */
  readonly knowsCustomer: boolean;
  readonly atWork: boolean;
}

export interface SuggestedOwner {
  readonly agentId: AgentId;
  readonly points: number;
  /** they add up to the points */
  readonly terms: readonly { readonly term: 'load' | 'knowsCustomer' | 'atWork'; readonly points: number }[];
}

/** A customer who need not tell everything again is worth some cases more on one desk. */
const knowsCustomerPoints = 12;
const atWorkPoints = 6;

const severityWeights = { minor: 1, moderate: 2, serious: 4, safety: 8 } as const satisfies Record<
  Severity,
  number
>;

/** What so many open cases weigh: a grave one takes more of a person than a small one. */
export const weightOf = (open: Readonly<Record<Severity, number>>): number =>
  open.minor * severityWeights.minor +
  open.moderate * severityWeights.moderate +
  open.serious * severityWeights.serious +
  open.safety * severityWeights.safety;

export const weightOfOne = (severity: Severity): number => severityWeights[severity];

/** WORK-6: whom the case suits best, first: the least loaded, rather one who knows the customer, rather one at work. */
export const suggestOwners = (candidates: readonly Candidate[]): readonly SuggestedOwner[] =>
  candidates
    .map(({ agentId, load, knowsCustomer, atWork }) => {
      const all = [
        { term: 'load', points: -load },
        { term: 'knowsCustomer', points: knowsCustomer ? knowsCustomerPoints : 0 },
        { term: 'atWork', points: atWork ? atWorkPoints : 0 },
      ] as const;
      const terms = all.filter(({ points }) => points !== 0);
      return { agentId, points: terms.reduce((sum, { points }) => sum + points, 0), terms };
    })
    .sort((a, b) => b.points - a.points || (a.agentId < b.agentId ? -1 : 1));
