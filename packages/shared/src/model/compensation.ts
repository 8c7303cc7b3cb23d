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

/** What an amount of each kind is counted in: minor units of the centre's currency, points, or nothing at all. */
export const unitOfKind = {
  refund: 'money',
  credit: 'money',
  voucher: 'money',
  replacement: 'money',
  goodwill: 'money',
  points: 'points',
  apologyLetter: 'none',
} as const satisfies Record<CompensationKind, string>;
export type CompensationUnit = (typeof unitOfKind)[CompensationKind];

/**
 *   asked ─approve─▶ granted ─carry out─▶ done
 *     ├─refuse─▶ refused    └─cancel─▶ cancelled
 *     ├─withdraw─▶ cancelled
 *     └─endorse─▶ asked (above every manager's authority: a second manager approves)
 * Within one's authority it begins as granted.
 */
export const compensationStates = ['asked', 'granted', 'done', 'refused', 'cancelled'] as const;
export type CompensationState = (typeof compensationStates)[number];

/** How far somebody's authority goes: a person's grade follows from their roles, the highest of them. In rising order. */
export const grades = ['agent', 'supervisor', 'manager'] as const;
export type Grade = (typeof grades)[number];

/** What a budget is for, in local time; a quarter begins in January, April, July or October. */
export const budgetPeriods = ['month', 'quarter', 'year'] as const;
export type BudgetPeriod = (typeof budgetPeriods)[number];

/** How much of it is spent: from 80 % on it is nearly used up. */
export const budgetStandings = ['within', 'nearlyUsedUp', 'usedUp'] as const;
export type BudgetStanding = (typeof budgetStandings)[number];

/** What somebody asks for was looked at, or has waited: why people are told. */
export const compensationNews = ['asked', 'reminder', 'overdue', 'endorsed', 'granted', 'refused'] as const;
export type CompensationNews = (typeof compensationNews)[number];
