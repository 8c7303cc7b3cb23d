import type { CustomerId } from '@ringside/shared/model/ids';
import type { Role } from '@ringside/shared/model/role';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { BoughtGoods, SimilarCaseView } from '@ringside/shared/protocol/intake';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Command, Query } from '@ringside/shared/protocol/up';
import { problem } from '../desk-problem.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { caseView } from '../views/case-view.ts';
import { addToCase } from './add-to-case.ts';
import { findSimilar } from './similar.ts';

type IntakeCommand = Extract<Command, { readonly do: `intake.${string}` }>;
type IntakeQuery = Extract<Query, { readonly ask: `intake.${string}` }>;

const withCustomers: readonly Role[] = ['agent', 'supervisor', 'manager'];
/** Of people who buy for a house of flats the newest orders are offered. */
const mostOrders = 50;

/** AUTH-6: the roles that intake needs. */
export const intakeCommandRoles = {
  'intake.addTo': withCustomers,
} as const satisfies Record<IntakeCommand['do'], readonly Role[]>;
export const intakeQueryRoles = {
  'intake.similar': withCustomers,
  'intake.goods': withCustomers,
} as const satisfies Record<IntakeQuery['ask'], readonly Role[]>;

export async function carryOutIntake(
  parts: Parts,
  asker: Asker,
  command: IntakeCommand,
): Promise<Result<unknown, Problem>> {
  const added = await addToCase(parts, asker, command);
  return added.ok ? added : refuse(problem(added.refusal));
}

export async function answerIntake(parts: Parts, query: IntakeQuery): Promise<Result<unknown, Problem>> {
  switch (query.ask) {
    case 'intake.similar':
      return ok(await similarViews(parts, query));
    case 'intake.goods':
      return ok(await goodsOf(parts, query.customerId));
    default:
      return unreachable(query);
  }
}

async function similarViews(
  parts: Parts,
  { customerId, ...told }: Extract<IntakeQuery, { readonly ask: 'intake.similar' }>,
): Promise<SimilarCaseView[]> {
  const { store, floor } = parts;
  const [customer, found] = await Promise.all([
    store.customer(customerId),
    findSimilar(parts, customerId, told),
  ]);
  return Promise.all(
    found.map(async ({ case: one, because }) => ({
      case: caseView(floor, one, customer?.name.written ?? '', await store.promisesOfCase(one.caseId)),
      because: [...because],
    })),
  );
}

async function goodsOf({ store, clock }: Parts, customerId: CustomerId): Promise<BoughtGoods> {
  const [products, orders] = await Promise.all([
    store.products(customerId),
    store.orders(customerId, clock.now() + 1, mostOrders),
  ]);
  return {
    products: products.map(({ sku, name, boughtAt, warrantyUntil }) => ({
      productId: sku,
      name,
      boughtAt,
      warrantyUntil,
    })),
    orders: orders.map(({ orderId, description, at, amount }) => ({
      orderId,
      description,
      at,
      amount: { ...amount },
    })),
  };
}
