/** What may be given to make good (SPEC COMP). */
export const compensationKinds = [
  'refund',
  'credit',
  'voucher',
  'replacement',
  'points',
  'goodwill',
  'apologyLetter',
] as const;
export type CompensationKind = (typeof compensationKinds)[number];

/**
 *   asked ─approve─▶ granted ─carry out─▶ done
 *     ├─refuse─▶ refused    └─cancel─▶ cancelled
 *     └─withdraw─▶ cancelled
 * Within one's authority it begins as granted.
 */
export const compensationStates = ['asked', 'granted', 'done', 'refused', 'cancelled'] as const;
export type CompensationState = (typeof compensationStates)[number];

/** How far somebody's authority goes: a person's grade follows from their roles. */
export const grades = ['agent', 'supervisor', 'manager'] as const;
export type Grade = (typeof grades)[number];
