import type { ApiScope } from '@ringside/shared/model/api-scope';
import type { CaseChannel, Severity } from '@ringside/shared/model/case-stage';
import type { CustomerId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import type { Case } from '../domain/case/case.ts';

/** What other systems ask of the gateway about cases (driving port; SPEC CASE-25 to CASE-28). */
export interface CaseDoor {
  enter(token: string): Promise<Result<CaseSystem, CaseDoorRefusal>>;
}

export interface CaseSystem {
  /** `key`: asking again with it opens nothing twice; null: each asking opens one */
  openCase(key: string | null, reported: ReportedCase): Promise<Result<OpenedCase, CaseDoorRefusal>>;
  /** the customer has written again: it goes onto the case, which is reopened where it was closed */
  addContact(
    key: string | null,
    reference: string,
    contact: ReportedContact,
  ): Promise<Result<AddedContact, CaseDoorRefusal>>;
  caseByReference(reference: string): Promise<Result<CaseTold, CaseDoorRefusal>>;
}

export interface ReportedCase extends Pick<
  Case,
  | 'type'
  | 'channel'
  | 'whatHappened'
  | 'category'
  | 'impact'
  | 'urgency'
  | 'legal'
  | 'product'
  | 'servicePointId'
  | 'contractId'
  | 'remedyWanted'
  | 'feeling'
> {
  /** null: what the category proposes */
  readonly severity: Severity | null;
  readonly customer: ReportedCustomer | null;
  /** what the other system calls it */
  readonly externalReference: string | null;
}

export interface ReportedContact {
  readonly channel: CaseChannel;
  readonly text: string;
  readonly customer: ReportedCustomer | null;
  readonly externalReference: string | null;
}

export interface AddedContact extends CaseTold {
  /** false: the same key was used before */
  readonly isNew: boolean;
}

/** What is known of the customer; the first that is given is gone by. */
export interface ReportedCustomer {
  readonly customerId: CustomerId | null;
  readonly customerNumber: string | null;
  readonly email: string | null;
  readonly number: string | null;
  /** for people to read */
  readonly name: string | null;
}

export interface CaseTold extends Pick<
  Case,
  | 'caseId'
  | 'reference'
  | 'type'
  | 'stage'
  | 'title'
  | 'category'
  | 'severity'
  /** null: nobody is known to be the customer, and people look for them */
  | 'customerId'
  | 'openedAt'
  | 'acknowledgedAt'
  | 'closedAt'
> {
  readonly priority: number;
}

export interface OpenedCase extends CaseTold {
  /** false: the same key was used before */
  readonly isNew: boolean;
  /** earlier cases of the same customer that may be the same matter */
  readonly similar: readonly { readonly reference: string; readonly because: readonly string[] }[];
}

export interface CaseDoorRefusal {
  readonly problem:
    | 'unknownToken'
    | 'scopeMissing'
    | 'unknownCase'
    | 'unknownCustomer'
    | 'unknownCategory'
    | 'unknownServicePoint'
    | 'unknownContract'
    | 'keyUsedOtherwise'
    | 'otherCustomer'
    | 'reopeningIsOver'
    | 'notPossibleNow'
    | 'changedMeanwhile'
    | 'internal';
  /** of `scopeMissing` */
  readonly scope?: ApiScope;
}
