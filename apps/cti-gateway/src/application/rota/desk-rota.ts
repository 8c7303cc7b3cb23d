import type { AgentId } from '@ringside/shared/model/ids';
import type { Role } from '@ringside/shared/model/role';
import type { Result } from '@ringside/shared/model/result';
import { refuse } from '@ringside/shared/model/result';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Command, Query } from '@ringside/shared/protocol/up';
import { problem } from '../desk-problem.ts';
import type { Asker } from '../made-once.ts';
import { isCommandOf, isQueryOf } from '../of-family.ts';
import type { Parts } from '../parts.ts';

type Family = 'rota' | 'absence' | 'swap';
type RotaCommand = Extract<Command, { readonly do: `${Family}.${string}` }>;
type RotaQuery = Extract<Query, { readonly ask: `${Family}.${string}` }>;

const anybody: readonly Role[] = ['agent', 'supervisor', 'manager', 'admin'];
const planners: readonly Role[] = ['supervisor', 'admin'];
/** who may stand on a rota */
const onRotas: readonly Role[] = ['supervisor', 'manager'];
const awayOrPlanning: readonly Role[] = ['supervisor', 'manager', 'admin'];

/** AUTH-6: the roles that rotas need; whose shift, swap or absence it is the use cases look at. */
export const rotaCommandRoles = {
  'rota.change': planners,
  'rota.undo': planners,
  'absence.enter': awayOrPlanning,
  'absence.remove': awayOrPlanning,
  'absence.import': awayOrPlanning,
  'swap.ask': onRotas,
  'swap.accept': onRotas,
  'swap.decline': onRotas,
  'swap.withdraw': onRotas,
} as const satisfies Record<RotaCommand['do'], readonly Role[]>;
export const rotaQueryRoles = {
  'rota.schedule': anybody,
  'rota.preview': planners,
  'rota.plan': planners,
  'rota.changes': awayOrPlanning,
  'rota.mine': awayOrPlanning,
  'swap.candidates': onRotas,
  'swap.list': awayOrPlanning,
  'absence.list': awayOrPlanning,
} as const satisfies Record<RotaQuery['ask'], readonly Role[]>;

export const isRotaCommand = (command: Command): command is RotaCommand =>
  isCommandOf('rota', command) || isCommandOf('absence', command) || isCommandOf('swap', command);
export const isRotaQuery = (query: Query): query is RotaQuery =>
  isQueryOf('rota', query) || isQueryOf('absence', query) || isQueryOf('swap', query);

export async function carryOutRota(
  _parts: Parts,
  _asker: Asker,
  command: RotaCommand,
): Promise<Result<unknown, Problem>> {
  switch (command.do) {
    default:
      return refuse(problem('notPossibleNow'));
  }
}

export async function answerRota(
  _parts: Parts,
  _agentId: AgentId,
  query: RotaQuery,
): Promise<Result<unknown, Problem>> {
  switch (query.ask) {
    default:
      return refuse(problem('notPossibleNow'));
  }
}
