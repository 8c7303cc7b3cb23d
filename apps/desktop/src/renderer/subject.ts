import type { CallId, CaseId, CustomerId } from '@ringside/shared/model/ids';
import type { PersonName } from '@ringside/shared/model/person-name';
import type { Language } from '@ringside/shared/model/language';

/** What a form is about: a customer, a call, both, or neither. */
export interface Subject {
  readonly callId: CallId | null;
  readonly customerId: CustomerId | null;
  readonly caseId: CaseId | null;
  readonly customer: { readonly name: PersonName; readonly language: Language } | null;
  /** E.164; the number to call back */
  readonly number: string | null;
}

/** The part of a draft's key that tells one subject from another: a call is what people remember their text by. */
export const draftKey = ({ callId, customerId, caseId }: Subject): string =>
  callId ?? caseId ?? customerId ?? 'nobody';
