import type { CallId, CustomerId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CallRefusal } from '../domain/call/call-command.ts';
import type { Customer } from '../domain/customer/customer.ts';
import { decideCall } from '../domain/call/decide-call.ts';
import type { OnCall } from './control-call.ts';
import type { LiveCall } from './floor.ts';
import { ownCall } from './own-call.ts';
import type { Parts } from './parts.ts';
import { record } from './record-events.ts';
import { screenPop } from './views/screen-pop.ts';

export interface Identification extends OnCall {
  readonly customerId: CustomerId;
  /** "this number is theirs" */
  readonly keepNumber: boolean;
}

type Identified = Promise<Result<void, CallRefusal | 'notYourCall' | 'unknownCustomer' | 'changedMeanwhile'>>;

/** MATCH-4: the agent says who is calling; the pop is built anew, and the number kept where they say so. */
export async function identifyCaller(parts: Parts, identification: Identification): Identified {
  const { agentId, callId, customerId, keepNumber } = identification;
  const own = ownCall(parts, agentId, callId);
  if (!own.ok) return own;
  const found = await parts.store.customer(customerId);
  if (found === null) return refuse('unknownCustomer');
  const customer = keepNumber ? await withNumberOf(parts, own.value, found) : ok(found);
  if (!customer.ok) return customer;
  return identifyAs(parts, own.value, customer.value, identification);
}

async function identifyAs(
  parts: Parts,
  live: LiveCall,
  customer: Customer,
  { agentId, customerId }: Identification,
): Identified {
  const pop = await screenPop(parts, { kind: 'known', customer }, live.pop.passed, parts.clock.now());
  const decision = decideCall(live.call, { do: 'identify', customerId, by: agentId }, parts.clock.now());
  if (!decision.ok) return decision;
  await record(parts, live, decision.value, pop);
  return ok(undefined);
}

async function withNumberOf(
  parts: Parts,
  { call }: LiveCall,
  customer: Customer,
): Promise<Result<Customer, 'changedMeanwhile'>> {
  if (call.state === 'none' || call.caller.kind !== 'number') return ok(customer);
  const { number } = call.caller;
  if (customer.numbers.some((known) => known.number === number)) return ok(customer);
  const numbers = [...customer.numbers, { number, label: 'other' as const }];
  const changed: Customer = { ...customer, numbers, version: customer.version + 1 };
  const written = await parts.journal.write({ changes: [{ put: 'customer', customer: changed }] });
  if (!written.ok) return refuse('changedMeanwhile');
  parts.desks.showAll({ what: 'customerChanged', customerId: customer.customerId });
  return ok(changed);
}

/** Builds the pop of a contact anew after something it shows has changed. */
export async function refreshPop(parts: Parts, callId: CallId): Promise<void> {
  const live = parts.floor.calls.get(callId);
  if (live === undefined || live.call.state === 'none' || live.call.customerId === null) return;
  const customer = await parts.store.customer(live.call.customerId);
  if (customer === null) return;
  const pop = await screenPop(parts, { kind: 'known', customer }, live.pop.passed, parts.clock.now());
  if (parts.floor.calls.get(callId) === live) await record(parts, live, [], pop);
}
