import type { AgentId, CallId, CustomerId } from '@ringside/shared/model/ids';
import type { Language } from '@ringside/shared/model/language';
import type { PersonName } from '@ringside/shared/model/person-name';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Customer } from '../domain/customer/customer.ts';
import { identifyCaller, refreshPop } from './identify-caller.ts';
import type { Asker } from './made-once.ts';
import { idMadeBy } from './made-once.ts';
import { callOfAgent } from './floor.ts';
import type { Parts } from './parts.ts';
import { audit } from './sign-in.ts';

/** What an agent may write about a customer. */
export interface CustomerEntry {
  readonly name: PersonName;
  readonly language: Language;
  readonly email: string;
  readonly address: string;
  readonly numbers: readonly {
    readonly number: PhoneNumber;
    readonly label: 'mobile' | 'home' | 'work' | 'other';
  }[];
  readonly note: string;
  /** whose account it is; absent leaves it as it is */
  readonly ownerId?: AgentId | null | undefined;
}

type CustomerRefusal = 'wrongNumber' | 'unknownAgent' | 'unknownCustomer' | 'changedMeanwhile';

/** MATCH-5: a stranger becomes a customer; with a call, the caller is them. */
export async function createCustomer(
  parts: Parts,
  asker: Asker,
  entry: CustomerEntry,
  callId: CallId | null,
): Promise<Result<{ customerId: CustomerId }, CustomerRefusal>> {
  const at = parts.clock.now();
  const numbers = checkedNumbers(parts, entry);
  if (!numbers.ok) return numbers;
  if (isNobody(parts, entry.ownerId)) return refuse('unknownAgent');
  const customerId = idMadeBy(parts.secrets, asker, 'customer');
  const customer: Customer = {
    ...entry,
    numbers: numbers.value,
    customerId,
    since: at,
    points: 0,
    vulnerable: false,
    ownerId: entry.ownerId ?? null,
    tier: { tier: 'standard', reason: 'new', facts: {}, decidedAt: at },
    version: 1,
  };
  const written = await parts.journal.write({ changes: [{ put: 'customer', customer }] });
  // a conflict is the same command once more: the customer exists already
  if (written.ok) audit(parts, asker.agentId, 'customerCreated', customerId, {});
  if (callId !== null)
    await identifyCaller(parts, { agentId: asker.agentId, callId, customerId, keepNumber: false });
  return ok({ customerId });
}

export interface CustomerEdit {
  readonly customerId: CustomerId;
  /** the version that was edited */
  readonly version: number;
  readonly entry: CustomerEntry;
}

/** MATCH-6: two people who edit at once: the second learns that it changed meanwhile, and nothing is overwritten. */
export async function changeCustomer(
  parts: Parts,
  asker: Asker,
  { customerId, version, entry }: CustomerEdit,
): Promise<Result<void, CustomerRefusal>> {
  const before = await parts.store.customer(customerId);
  if (before === null) return refuse('unknownCustomer');
  if (before.version !== version) return refuse('changedMeanwhile');
  const numbers = checkedNumbers(parts, entry);
  if (!numbers.ok) return numbers;
  if (isNobody(parts, entry.ownerId)) return refuse('unknownAgent');
  const ownerId = entry.ownerId === undefined ? before.ownerId : entry.ownerId;
  const customer: Customer = { ...before, ...entry, ownerId, numbers: numbers.value, version: version + 1 };
  const written = await parts.journal.write({ changes: [{ put: 'customer', customer }] });
  if (!written.ok) return refuse('changedMeanwhile');
  audit(parts, asker.agentId, 'customerChanged', customerId, { version: customer.version });
  parts.desks.showAll({ what: 'customerChanged', customerId });
  const live = callOfAgent(parts.floor, asker.agentId);
  if (live !== null && live.call.state !== 'none' && live.call.customerId === customerId)
    await refreshPop(parts, live.callId);
  return ok(undefined);
}

const isNobody = ({ floor }: Parts, ownerId: AgentId | null | undefined): boolean =>
  ownerId !== undefined && ownerId !== null && !floor.agents.has(ownerId);

/** Every number once, and none that is no telephone number. */
function checkedNumbers(
  { numbering, centre }: Parts,
  { numbers }: CustomerEntry,
): Result<Customer['numbers'], 'wrongNumber'> {
  const kept = new Map<string, Customer['numbers'][number]>();
  for (const one of numbers) {
    const number = numbering.parse(one.number, centre.region);
    if (number === null) return refuse('wrongNumber');
    if (!kept.has(number)) kept.set(number, { number, label: one.label });
  }
  return ok([...kept.values()]);
}
