import type { Caller } from '../call/call-record.ts';
import type { Customer } from './customer.ts';

/** Whom a caller's number belongs to (SPEC MATCH). */
export type CallerMatch =
  | { readonly kind: 'known'; readonly customer: Customer }
  | { readonly kind: 'several'; readonly candidates: readonly Customer[] }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'withheld' };

/** A household or a company may share a number: then the agent chooses, most recent contact first (MATCH-2). */
export function matchCaller(caller: Caller, withNumber: readonly Customer[]): CallerMatch {
  if (caller.kind === 'withheld') return { kind: 'withheld' };
  const [first, second] = withNumber;
  if (first === undefined) return { kind: 'stranger' };
  return second === undefined
    ? { kind: 'known', customer: first }
    : { kind: 'several', candidates: withNumber };
}
