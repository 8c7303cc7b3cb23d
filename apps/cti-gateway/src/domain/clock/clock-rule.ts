import type { ClockKind } from '@ringside/shared/model/case-clock';
import type { Tier } from '@ringside/shared/model/tier';
import type { Case } from '../case/case.ts';
import type { ClockRule } from './case-clock.ts';

/** What of a case decides on its clocks. `tier` null: nobody knows who the customer is; a rule for tiers does not fit. */
export type RuleFacts = Pick<Case, 'type' | 'severity' | 'contractId'> & { readonly tier: Tier | null };

/** CLOCK-1: of the rules of a kind the first that fits; null: the case has no such clock. */
export const ruleFor = (kind: ClockKind, rules: readonly ClockRule[], facts: RuleFacts): ClockRule | null =>
  rules.find(
    (rule) =>
      rule.clock === kind &&
      fits(rule.types, facts.type) &&
      fits(rule.severities, facts.severity) &&
      fits(rule.tiers, facts.tier) &&
      fits(rule.contracts, facts.contractId),
  ) ?? null;

const fits = <Value>(list: readonly Value[], value: Value | null): boolean =>
  list.length === 0 || (value !== null && list.includes(value));
