import { isAboutSafety } from '@ringside/shared/model/safety-category';
import type { Case } from '../../domain/case/case.ts';
import type { Centre } from '../../domain/centre/centre.ts';

/** CASE-29: a lower severity than its category proposes stands, and its history says so. */
export const isBelowSafety = (
  { categories }: Pick<Centre, 'categories'>,
  { category, severity }: Pick<Case, 'category' | 'severity'>,
): boolean => severity !== 'safety' && isAboutSafety(categories, category);
