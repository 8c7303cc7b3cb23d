import type { CompensationKind, CompensationUnit, Grade } from '@ringside/shared/model/compensation';
import { grades, unitOfKind } from '@ringside/shared/model/compensation';
import type { CauseId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Role } from '@ringside/shared/model/role';
import type { Tier } from '@ringside/shared/model/tier';
import type { Cause } from '../prevention/prevention.ts';
import type { AuthorityRule, Compensation } from './compensation.ts';

/** COMP-1: the highest of somebody's roles is their grade; who has no role with customers has none. */
export const gradeOf = (roles: readonly Role[]): Grade | null =>
  grades.findLast((grade) => roles.includes(grade)) ?? null;

export const rankOf = (grade: Grade): number => grades.indexOf(grade);

/** What is to be given, to whom, and what they were given before. */
export interface Wish {
  readonly kind: CompensationKind;
  /** null where nobody knows whose case it is: rules for some tiers alone don't fit */
  readonly tier: Tier | null;
  /** the cause and those it belongs to; [] while no cause is named */
  readonly causes: readonly CauseId[];
  /** what this customer was given so far, of any kind, by anybody */
  readonly given: readonly Given[];
  readonly at: Instant;
}

export type Given = Pick<Compensation, 'kind' | 'amount' | 'state' | 'askedAt' | 'decidedAt'>;

/** How far somebody may go without asking. */
export interface Reach {
  /** what it follows from; null: no rule fits */
  readonly rule: AuthorityRule | null;
  /** what the customer was given within the rule's period, in the unit of the kind */
  readonly given: number;
  /** what the rule leaves for this customer */
  readonly left: number;
  /** the most that may be given at once now */
  readonly room: number;
}

const nothing: Reach = { rule: null, given: 0, left: 0, room: 0 };

/** COMP-2: of the rules that fit, the one that leaves most room counts; of equals the first in the list. */
export function reachOf(rules: readonly AuthorityRule[], grade: Grade | null, wish: Wish): Reach {
  const reaches = rules.filter((rule) => fits(rule, grade, wish)).map((rule) => reachBy(rule, wish));
  return reaches.reduce((best, one) => (isWider(one, best) ? one : best), nothing);
}

const isWider = (one: Reach, other: Reach): boolean => other.rule === null || one.room > other.room;

const fits = (rule: AuthorityRule, grade: Grade | null, { kind, tier, causes }: Wish): boolean =>
  grade !== null &&
  rule.grades.includes(grade) &&
  rule.kinds.includes(kind) &&
  (rule.tiers.length === 0 || (tier !== null && rule.tiers.includes(tier))) &&
  (rule.causes.length === 0 || causes.some((cause) => rule.causes.includes(cause)));

function reachBy(rule: AuthorityRule, { kind, given, at }: Wish): Reach {
  const unit = unitOfKind[kind];
  if (unit === 'none') return { rule, given: 0, left: 0, room: 0 };
  const limits = limitsOf(rule, unit);
  const before = givenSince(given, unit, at - rule.within);
  const left = Math.max(0, limits.perCustomer - before);
  return { rule, given: before, left, room: Math.min(limits.upTo, left) };
}

/** COMP-2: what a rule allows at once and per customer, in the unit that is asked about. */
export const limitsOf = (
  { upTo, upToPerCustomer, pointsUpTo, pointsPerCustomer }: AuthorityRule,
  unit: CompensationUnit,
): { readonly upTo: number; readonly perCustomer: number } =>
  unit === 'points'
    ? { upTo: pointsUpTo, perCustomer: pointsPerCustomer }
    : { upTo, perCustomer: upToPerCustomer };

/** COMP-3: what was granted counts, carried out or not, from the moment of the decision; money and points apart. */
function givenSince(given: readonly Given[], unit: CompensationUnit, since: Instant): number {
  return given
    .filter(({ kind, state }) => unitOfKind[kind] === unit && (state === 'granted' || state === 'done'))
    .filter(({ askedAt, decidedAt }) => (decidedAt ?? askedAt) > since)
    .reduce((sum, { amount }) => sum + amount, 0);
}

export const covers = ({ rule, room }: Reach, amount: number): boolean => rule !== null && amount <= room;

/** The cause and what it belongs to: a rule for a cause is one for those below it, too. */
export function withParents(causes: readonly Cause[], causeId: CauseId | null): readonly CauseId[] {
  const line: CauseId[] = [];
  let next = causeId;
  while (next !== null && !line.includes(next)) {
    line.push(next);
    const parent = causes.find((one) => one.causeId === next)?.parent ?? null;
    next = parent;
  }
  return line;
}

/** COMP-4: money and points are counted in whole positive numbers; a letter has no amount. */
export const isAmountOf = (kind: CompensationKind, amount: number): boolean =>
  unitOfKind[kind] === 'none' ? amount === 0 : Number.isSafeInteger(amount) && amount > 0;
