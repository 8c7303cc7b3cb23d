import type { Feeling } from '@ringside/shared/model/call-outcome';
import type { Severity } from '@ringside/shared/model/case-stage';
import type { CaseId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { CaseFile } from '@ringside/shared/protocol/case';
import type { CaseChanges } from '@ringside/shared/protocol/case-work';
import type { CaseProductValues } from './case-values.ts';
import { noProduct } from './case-values.ts';

/** What of a case is edited where it is read, with the version it was begun from. */
export interface CaseEditValues {
  readonly version: number;
  readonly title: string;
  readonly whatHappened: string;
  readonly category: string;
  /** judged elsewhere; stands here because a category may propose Safety */
  readonly severity: Severity;
  readonly severityBefore: Severity | null;
  readonly product: CaseProductValues;
  readonly remedyWanted: string;
  readonly feeling: Feeling | null;
  readonly apologyGiven: boolean;
  readonly explanation: string;
  readonly commitment: string;
  readonly servicePointId: string;
  readonly contractId: string;
}

export const caseEditDraft = (caseId: CaseId): string => `caseEdit:${caseId}`;

export const editOf = (file: CaseFile): CaseEditValues => ({
  version: file.version,
  title: file.case.title,
  whatHappened: file.whatHappened,
  category: file.case.category,
  severity: file.case.severity,
  severityBefore: null,
  product: file.product ?? noProduct,
  remedyWanted: file.remedyWanted,
  feeling: file.feeling,
  apologyGiven: file.apologyGiven,
  explanation: file.explanation,
  commitment: file.commitment,
  servicePointId: file.servicePointId ?? '',
  contractId: file.contractId ?? '',
});

/** What was changed, as the wire wants it: what nobody touched is left to whoever else changes it. */
export function changesOf(values: CaseEditValues, file: CaseFile): CaseChanges {
  const before = editOf(file);
  const isChanged = (key: keyof CaseEditValues): boolean =>
    JSON.stringify(values[key]) !== JSON.stringify(before[key]);
  const { product, servicePointId, contractId, version: _, severityBefore: _before, ...rest } = values;
  const whole: CaseChanges = {
    ...rest,
    product: product.name.trim() === '' ? null : { ...product, name: product.name.trim() },
    servicePointId: servicePointId === '' ? null : asId<'servicePoint'>(servicePointId),
    contractId: contractId === '' ? null : asId<'contract'>(contractId),
  };
  return Object.fromEntries(
    Object.entries(whole).filter(([key]) => isChanged(key as keyof CaseEditValues)),
  ) as CaseChanges;
}
