import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Case, CustomerPromise } from '../case/case.ts';
import { standingOf } from '../case/promise.ts';
import type { Customer } from './customer.ts';

export type Risk =
  | 'openComplaint'
  | 'repeatCaller'
  | 'promiseAtRisk'
  | 'promiseBroken'
  | 'disputedBill'
  | 'overduePayment'
  | 'vulnerable'
  | 'goneCold';

export interface RiskFacts {
  readonly customer: Customer;
  readonly openCases: readonly Case[];
  readonly openPromises: readonly CustomerPromise[];
  readonly disputedMinor: number;
  readonly overdueMinor: number;
  /** calls in the last seven days, the present one not counted */
  readonly recentCalls: number;
  readonly lastOrderAt: Instant | null;
}

/** Two calls about presumably the same thing within a week (metrics.md, runaround). */
const repeatAfter = 2;
const coldAfter = days(180);

/** What an agent should know before saying hello, most pressing first (POP-4). */
export function risksOf(facts: RiskFacts, now: Instant): readonly Risk[] {
  const standings = new Set(facts.openPromises.map((promise) => standingOf(promise, now)));
  const worth = facts.customer.tier.tier === 'mvc' || facts.customer.tier.tier === 'mgc';
  const checks: readonly (readonly [Risk, boolean])[] = [
    ['vulnerable', facts.customer.vulnerable],
    ['promiseBroken', standings.has('broken')],
    ['promiseAtRisk', standings.has('atRisk')],
    ['openComplaint', facts.openCases.some((one) => one.type === 'complaint')],
    ['repeatCaller', facts.recentCalls >= repeatAfter],
    ['disputedBill', facts.disputedMinor > 0],
    ['overduePayment', facts.overdueMinor > 0],
    ['goneCold', worth && facts.lastOrderAt !== null && now - facts.lastOrderAt > coldAfter],
  ];
  return checks.filter(([, applies]) => applies).map(([risk]) => risk);
}
