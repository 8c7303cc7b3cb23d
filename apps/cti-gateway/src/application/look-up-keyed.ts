import type { CallerStanding } from '../domain/acd/caller-standing.ts';
import type { Case } from '../domain/case/case.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { KeyedIn } from '../domain/flow/way.ts';
import { standingOf } from './caller-standing-of.ts';
import type { LiveCall } from './floor.ts';
import { caseReference } from './intake/case-reference.ts';
import type { Parts } from './parts.ts';
import type { Pop } from './views/screen-pop.ts';
import { readPop } from './views/screen-pop.ts';

export interface Keyed {
  readonly keyedIn: KeyedIn;
  /** built anew for whom it was found to be; null: as it was */
  readonly pop: Pop | null;
  /** counts for their place anew (ACD-11) */
  readonly standing: CallerStanding | null;
}

/** FLOW-6: whose number that is. A store that fails costs the finding, never the call. */
export async function lookUpKeyed(
  parts: Parts,
  live: LiveCall,
  what: KeyedIn['what'],
  keys: string,
): Promise<Keyed> {
  try {
    const found = await whose(parts, what, keys);
    parts.counters.count(found === null ? 'keyedIn.unknown' : 'keyedIn.found');
    if (found === null) return { ...nobody, keyedIn: { what, found: null } };
    const { customer, case: one } = found;
    const ids = { customerId: customer?.customerId ?? null, caseId: one?.caseId ?? null };
    return {
      keyedIn: { what, found: ids },
      ...(customer === null ? nobody : await popOf(parts, live, customer)),
    };
  } catch (cause) {
    parts.log.error('what a caller keyed in could not be looked up', {
      callId: live.callId,
      cause: String(cause),
    });
    return { ...nobody, keyedIn: { what, found: null } };
  }
}

const nobody = { pop: null, standing: null };

async function popOf(parts: Parts, live: LiveCall, customer: Customer): Promise<Omit<Keyed, 'keyedIn'>> {
  const now = parts.clock.now();
  const match = { kind: 'known', customer } as const;
  const { pop, latestCalls } = await readPop(parts, match, live.pop.passed, now);
  const { openCases } = pop;
  const caller = live.call.state === 'none' ? ({ kind: 'withheld' } as const) : live.call.caller;
  return { pop, standing: await standingOf(parts, { caller, match, openCases, latestCalls, now }) };
}

interface Whose {
  readonly customer: Customer | null;
  readonly case: Case | null;
}

async function whose(parts: Parts, what: KeyedIn['what'], keys: string): Promise<Whose | null> {
  if (what === 'customerNumber') {
    const customer = await customerNumbered(parts, keys);
    return customer === null ? null : { customer, case: null };
  }
  const one = await parts.store.caseByReference(caseReference(keys));
  if (one === null) return null;
  const customer = one.customerId === null ? null : await parts.store.customer(one.customerId);
  return { customer, case: one };
}

/** By the customer number, or a telephone number that is one customer's alone: many key in the one they registered. */
export async function customerNumbered(parts: Parts, text: string): Promise<Customer | null> {
  const { store, numbering, centre } = parts;
  const numbered = await store.customerByCustomerNumber(text);
  if (numbered !== null) return numbered;
  const number = numbering.parse(text, centre.region);
  const [customer, ...others] = number === null ? [] : await store.customersByNumber(number);
  return customer !== undefined && others.length === 0 ? customer : null;
}
