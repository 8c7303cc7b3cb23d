import type { AgentId } from '@ringside/shared/model/ids';
import type { Role } from '@ringside/shared/model/role';
import type { Result } from '@ringside/shared/model/result';
import { refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Command, Query } from '@ringside/shared/protocol/up';
import { problem } from '../desk-problem.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';

type ManagerCommand = Extract<Command, { readonly do: `manager.${string}` }>;
type ManagerQuery = Extract<Query, { readonly ask: `manager.${string}` }>;

const onThePhone: readonly Role[] = ['agent', 'supervisor', 'manager'];
const onRotas: readonly Role[] = ['supervisor', 'manager'];
const inCharge: readonly Role[] = ['supervisor', 'manager', 'admin'];

/** AUTH-6: the roles that asking for a manager needs; whose request it is the use cases look at. */
export const managerCommandRoles = {
  'manager.ask': onThePhone,
  'manager.take': onRotas,
  'manager.note': onRotas,
  'manager.handOver': onRotas,
  'manager.reach': onRotas,
} as const satisfies Record<ManagerCommand['do'], readonly Role[]>;
export const managerQueryRoles = {
  'manager.page': onRotas,
  'manager.ofCase': onThePhone,
  'manager.digest': inCharge,
  'manager.report': inCharge,
  'manager.requests': inCharge,
} as const satisfies Record<ManagerQuery['ask'], readonly Role[]>;

export async function carryOutForManager(
  _parts: Parts,
  _asker: Asker,
  command: ManagerCommand,
): Promise<Result<unknown, Problem>> {
  switch (command.do) {
    default:
      return refuse(problem('notPossibleNow'));
  }
}

export async function answerManager(
  _parts: Parts,
  _agentId: AgentId,
  query: ManagerQuery,
): Promise<Result<unknown, Problem>> {
  switch (query.ask) {
    default:
      return refuse(problem('notPossibleNow'));
  }
}
