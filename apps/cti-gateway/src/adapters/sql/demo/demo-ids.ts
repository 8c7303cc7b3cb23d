import type { AgentId, CallId, CaseId, CustomerId, Id } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import { isE164 } from '@ringside/shared/model/phone-number';

/** Ids of the demo are the same on every machine, so that scripts and screenshots can name them. */
export const agentIdOf = (userName: string): AgentId => asId(`demo-${userName}`);
export const customerIdOf = (customer: string): CustomerId => asId(`demo-${customer}`);
export const callIdOf = (customer: string, index: number): CallId => asId(`demo-${customer}-call-${index}`);
export const caseIdOf = (customer: string, index: number): CaseId => asId(`demo-${customer}-case-${index}`);
export const partIdOf = <Kind extends string>(customer: string, kind: Kind, index: number): Id<Kind> =>
  asId<Kind>(`demo-${customer}-${kind}-${index}`);

export function asE164(number: string): PhoneNumber {
  if (isE164(number)) return number;
  throw new Error(`${number} is no telephone number`);
}
