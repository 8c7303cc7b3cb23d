import type { Instant } from '@ringside/shared/model/instant';
import type { Case } from './case.ts';

type Later =
  | 'stageSince'
  | 'impact'
  | 'urgency'
  | 'legal'
  | 'product'
  | 'servicePointId'
  | 'contractId'
  | 'explanation'
  | 'familyId'
  | 'acknowledgedAt'
  | 'assessedAt'
  | 'answer'
  | 'cause'
  | 'preventionNeeded'
  | 'satisfaction'
  | 'checked'
  | 'timesReopened'
  | 'duplicateOf'
  | 'closedAt'
  | 'rankAgainAt'
  | 'version';

/** A case as it is opened: what nobody knows yet is left open. */
export const newCase = (
  known: Omit<Case, Later> & Partial<Pick<Case, Later>> & { readonly openedAt: Instant },
): Case => ({
  stageSince: known.openedAt,
  impact: 'one',
  urgency: 'normal',
  legal: false,
  product: null,
  servicePointId: null,
  contractId: null,
  explanation: '',
  familyId: null,
  acknowledgedAt: null,
  assessedAt: null,
  answer: { proposal: '', toldAt: null, customer: null },
  cause: null,
  preventionNeeded: null,
  satisfaction: null,
  checked: [],
  timesReopened: 0,
  duplicateOf: null,
  closedAt: null,
  rankAgainAt: null,
  version: 1,
  ...known,
});
