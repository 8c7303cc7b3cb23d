import type { Feeling } from '@ringside/shared/model/call-outcome';
import type { Severity } from '@ringside/shared/model/case-stage';
import type { CaseId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { CaseFile } from '@ringside/shared/protocol/case';
import type { CaseChanges } from '@ringside/shared/protocol/case-work';
import type { CaseProductValues } from './case-values.ts';
import { noProduct } from './case-values.ts';

/** What of a case is edited where it is read. */
interface CaseFields {
  readonly title: string;
  readonly whatHappened: string;
  readonly category: string;
  /** judged elsewhere; stands here because a category may propose Safety */
  readonly severity: Severity;
  readonly product: CaseProductValues;
  readonly remedyWanted: string;
  readonly feeling: Feeling | null;
  readonly apologyGiven: boolean;
  readonly explanation: string;
  readonly commitment: string;
  readonly servicePointId: string;
  readonly contractId: string;
}

export interface CaseEditValues extends CaseFields {
  readonly version: number;
  /** what stood there when it was begun: what still does was not touched */
  readonly begun: CaseFields;
  readonly severityBefore: Severity | null;
}

export const caseEditDraft = (caseId: CaseId): string => `caseEdit:${caseId}`;

const fieldsOf = (file: CaseFile): CaseFields => ({
  title: file.case.title,
  whatHappened: file.whatHappened,
  category: file.case.category,
  severity: file.case.severity,
  product: file.product ?? noProduct,
  remedyWanted: file.remedyWanted,
  feeling: file.feeling,
  apologyGiven: file.apologyGiven,
  explanation: file.explanation,
  commitment: file.commitment,
  servicePointId: file.servicePointId ?? '',
  contractId: file.contractId ?? '',
});

export const editOf = (file: CaseFile): CaseEditValues => ({
  ...fieldsOf(file),
  version: file.version,
  begun: fieldsOf(file),
  severityBefore: null,
});

const isTouched = (values: CaseEditValues, key: keyof CaseFields): boolean =>
  JSON.stringify(values[key]) !== JSON.stringify(values.begun[key]);

/** What was changed, as the wire wants it: what nobody touched is left to whoever else changes it. */
export function changesOf(values: CaseEditValues): CaseChanges {
  const {
    product,
    servicePointId,
    contractId,
    version: _,
    begun: _begun,
    severityBefore: _before,
    ...rest
  } = values;
  const whole: CaseChanges = {
    ...rest,
    product: product.name.trim() === '' ? null : { ...product, name: product.name.trim() },
    servicePointId: servicePointId === '' ? null : asId<'servicePoint'>(servicePointId),
    contractId: contractId === '' ? null : asId<'contract'>(contractId),
  };
  return Object.fromEntries(
    Object.entries(whole).filter(([key]) => isTouched(values, key as keyof CaseFields)),
  ) as CaseChanges;
}

/** The same touches on what somebody else has saved meanwhile. */
export function onTopOf(file: CaseFile, values: CaseEditValues): CaseEditValues {
  const theirs = editOf(file);
  const touched = Object.entries(values).filter(
    ([key]) => key in theirs.begun && isTouched(values, key as keyof CaseFields),
  );
  return { ...theirs, ...Object.fromEntries(touched), severityBefore: values.severityBefore };
}
