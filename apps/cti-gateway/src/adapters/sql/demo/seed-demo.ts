import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Language } from '@ringside/shared/model/language';
import type { Role } from '@ringside/shared/model/role';
import type { Agent } from '../../../domain/agent/agent.ts';
import type { Centre } from '../../../domain/centre/centre.ts';
import type { Customer, TierDecision } from '../../../domain/customer/customer.ts';
import type { CustomerValue } from '../../../domain/customer/value-tier.ts';
import { decideTiers, usualRules, valuePeriod } from '../../../domain/customer/value-tier.ts';
import type { Secrets } from '../../../ports/secrets.ts';
import type { Change, Store } from '../../../ports/store.ts';
import type { DemoCalls } from './demo-calls.ts';
import { callsOf } from './demo-calls.ts';
import { storyOf } from './demo-story.ts';
import { workOf } from './demo-cases.ts';
import { managersOfFiveWeeks } from './demo-managers.ts';
import { callsOfQuarter } from './demo-quarter.ts';
import { complaintsOfHalfYear } from './demo-causes.ts';
import type { DemoCompany, DemoCustomer } from './demo-company.ts';
import { agentIdOf, customerIdOf } from './demo-ids.ts';
import type { DemoTrade } from './demo-trade.ts';
import { tradeOf } from './demo-trade.ts';

const firstReference = 2291;

export interface DemoSeed {
  readonly company: DemoCompany;
  readonly centre: Centre;
  readonly secrets: Pick<Secrets, 'hashPassword'>;
  readonly now: Instant;
}

/** Fills an empty store with the demo company, in one commit. Gives false and writes nothing where somebody may sign in already. */
export async function seedDemo(store: Store, { company, centre, secrets, now }: DemoSeed): Promise<boolean> {
  if ((await store.agents()).length > 0) return false;
  const passwordHash = await secrets.hashPassword(company.password);
  const references = await referencesFor(store, company);
  const complaints = complaintsOfHalfYear(now);
  const earlier = complaints.flatMap((change) => (change.put === 'case' ? [change.case] : []));
  const committed = await store.commit([
    ...company.people.map((person): Change => ({ put: 'agent', agent: agentOf(person), passwordHash })),
    ...customerChanges(company, centre, now, references),
    ...complaints,
    ...callsOfQuarter(company, centre, now),
    ...managersOfFiveWeeks(company, centre, earlier, now),
  ]);
  if (!committed.ok)
    throw new Error(
      `The demo company was not written: ${committed.refusal}. Start with an empty data folder.`,
    );
  return true;
}

/** Whom a demo offers to sign in as. */
export const demoPeople = ({ people, password }: DemoCompany) =>
  people.map(({ userName, name, roles }) => ({ userName, name, role: mainRole(roles), password }));

/** Whom a demo offers to call as: the customers there is something to see with. */
export async function demoCallers(store: Store, company: DemoCompany, language: Language) {
  const offered = company.customers.filter(({ caller }) => caller !== null);
  const stored = await store.customersById(offered.map(({ id }) => customerIdOf(id)));
  return stored.flatMap(({ customerId, name, numbers: [first], tier }) => {
    const hint = offered.find(({ id }) => customerIdOf(id) === customerId)?.caller?.[language] ?? '';
    return first === undefined ? [] : [{ number: first.number, name: name.written, tier: tier.tier, hint }];
  });
}

const mainRole = (roles: readonly Role[]): Role => roles[0] ?? 'agent';

const agentOf = ({ userName, skills, ...person }: DemoCompany['people'][number]): Agent => ({
  ...person,
  userName,
  agentId: agentIdOf(userName),
  skills: skills.map((skill) => ({ skillId: asId(skill), level: 3 })),
  familyId: null,
  active: true,
});

async function referencesFor(store: Store, company: DemoCompany): Promise<() => string> {
  const count = company.customers.reduce((sum, { cases }) => sum + cases.length, 0);
  const numbers: number[] = [];
  while (numbers.length < count) numbers.push(await store.nextNumber('caseReference', firstReference));
  return () => `C-${numbers.shift()}`;
}

interface DemoHistory extends DemoTrade, DemoCalls {
  readonly customer: DemoCustomer;
}

function customerChanges(
  company: DemoCompany,
  centre: Centre,
  now: Instant,
  references: () => string,
): readonly Change[] {
  const histories = company.customers.map((customer): DemoHistory => ({
    customer,
    ...tradeOf(customer, company.goods, now, centre.currency),
    ...callsOf(customer, company, centre, now),
  }));
  const tiers = decideTiers(
    histories.map((history) => valueOf(history, now)),
    usualRules,
    now,
  );
  return histories.flatMap((history, i) => {
    const tier = tiers[i]?.tier;
    if (tier === undefined) throw new Error(`${history.customer.id} has no tier`);
    const customerNumber = String(firstCustomerNumber + i);
    const customerId = customerIdOf(history.customer.id);
    return [
      ...changesOf(history, tier, now, references),
      { put: 'customerNumber', customerId, customerNumber } as const,
    ];
  });
}

function valueOf({ customer, orders, calls }: DemoHistory, now: Instant): CustomerValue {
  const counted = now - valuePeriod;
  return {
    customerId: customerIdOf(customer.id),
    since: now - days(customer.sinceDays),
    marginMinor: orders.filter(({ at }) => at >= counted).reduce((sum, { margin }) => sum + margin.minor, 0),
    serviceMs: calls
      .filter(({ arrivedAt }) => arrivedAt >= counted)
      .reduce((sum, { talkMs, holdMs, wrapUpMs }) => sum + talkMs + holdMs + wrapUpMs, 0),
    potentialMinor: potentialOf(customer),
  };
}

/** In the order of the company file: the first customer keys in 10001. */
const firstCustomerNumber = 10_001;

const potentialOf = ({ potential }: DemoCustomer): number | null =>
  potential === null ? null : potential * 100;

function changesOf(
  history: DemoHistory,
  tier: TierDecision,
  now: Instant,
  references: () => string,
): readonly Change[] {
  const { customer, orders, payments, products, calls, offers } = history;
  const { cases, promises, tasks } = workOf(customer, tier.tier, now, references);
  const customerId = customerIdOf(customer.id);
  return [
    { put: 'customer', customer: customerOf(customer, tier, now) },
    { put: 'potential', customerId, potentialMinor: potentialOf(customer) },
    ...orders.map((order): Change => ({ put: 'order', customerId, order })),
    ...payments.map((payment): Change => ({ put: 'payment', customerId, payment })),
    ...products.map((product): Change => ({ put: 'product', customerId, product })),
    ...calls.map((call): Change => ({ put: 'call', call })),
    ...offers.map((offer): Change => ({ put: 'offer', offer })),
    ...cases.map((one): Change => ({ put: 'case', case: one })),
    ...cases.flatMap((one, index) => storyOf(customer, index, one, { tier: tier.tier, now })),
    ...promises.map((promise): Change => ({ put: 'promise', promise })),
    ...tasks.map((task): Change => ({ put: 'task', task })),
  ];
}

function customerOf(customer: DemoCustomer, tier: TierDecision, now: Instant): Customer {
  const { id, name, language, email, address, note, sinceDays, points, vulnerable, owner, numbers } =
    customer;
  return {
    customerId: customerIdOf(id),
    name,
    language,
    email,
    address,
    note,
    points,
    vulnerable,
    ownerId: owner === null ? null : agentIdOf(owner),
    tier,
    numbers,
    since: now - days(sinceDays),
    version: 1,
  };
}
