import type { Feeling } from '@ringside/shared/model/call-outcome';
import type { CaseChannel, CaseType, Impact, Severity, Urgency } from '@ringside/shared/model/case-stage';
import type { Subject } from '../../subject.ts';

/** The complaint as it is typed, by the names of the wire where they are the same. */
export interface CaseValues {
  readonly type: CaseType;
  /** null: not on a call, and not chosen yet */
  readonly channel: CaseChannel | null;
  readonly whatHappened: string;
  readonly category: string;
  readonly product: CaseProductValues;
  readonly severity: Severity;
  /** what was chosen before the category proposed Safety; null: it did not */
  readonly severityBefore: Severity | null;
  readonly impact: Impact;
  readonly urgency: Urgency;
  readonly legal: boolean;
  readonly servicePointId: string;
  readonly contractId: string;
  readonly remedyWanted: string;
  readonly feeling: Feeling | null;
  readonly apologyGiven: boolean;
  readonly explanation: string;
  readonly promise: {
    readonly what: string;
    /** '': who types */
    readonly ownerId: string;
    readonly dueAt: number | null;
  };
}

export interface CaseProductValues {
  readonly name: string;
  readonly productId: string | null;
  readonly orderId: string | null;
}

export const noProduct: CaseProductValues = { name: '', productId: null, orderId: null };

export const emptyCase: CaseValues = {
  type: 'complaint',
  channel: null,
  whatHappened: '',
  category: '',
  product: noProduct,
  severity: 'moderate',
  severityBefore: null,
  impact: 'one',
  urgency: 'normal',
  legal: false,
  servicePointId: '',
  contractId: '',
  remedyWanted: '',
  feeling: null,
  apologyGiven: false,
  explanation: '',
  promise: { what: '', ownerId: '', dueAt: null },
};

/**
 * What was typed, as the wire wants it. A commitment is a promise: once something is said of it, the rest of it is
 * asked for at its fields.
 */
export function inputOf(values: CaseValues, { customerId, callId }: Subject): unknown {
  const { product, promise, servicePointId, contractId, channel } = values;
  const isPromised = promise.what.trim() !== '' || promise.dueAt !== null;
  return {
    ...values,
    customerId,
    callId,
    channel: callId === null ? channel : 'call',
    product: product.name.trim() === '' ? null : product,
    servicePointId: servicePointId || null,
    contractId: contractId || null,
    commitment: promise.what,
    promise: isPromised ? { ...promise, ownerId: promise.ownerId || null } : null,
  };
}
