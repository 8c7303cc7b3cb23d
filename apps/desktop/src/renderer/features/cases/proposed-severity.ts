import type { Severity } from '@ringside/shared/model/case-stage';
import type { Reference } from '@ringside/shared/protocol/reference';
import { isAboutSafety } from '@ringside/shared/model/safety-category';

/** Severity as it stands, and what stood there before a category proposed Safety; null: none did. */
interface SeverityTyped {
  readonly severity: Severity;
  readonly severityBefore: Severity | null;
}

/** CASE-29: what was proposed goes again with the category that proposed it; what a person chose stays. */
export function severityFor(
  categories: Reference['categories'],
  category: string,
  { severity, severityBefore }: SeverityTyped,
): SeverityTyped {
  const isSafety = isAboutSafety(categories, category);
  if (isSafety && severity !== 'safety') return { severity: 'safety', severityBefore: severity };
  if (!isSafety && severityBefore !== null) return { severity: severityBefore, severityBefore: null };
  return { severity, severityBefore };
}
