import type { AgentId } from '@ringside/shared/model/ids';
import type { Role } from '@ringside/shared/model/role';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Problem, ProblemWord } from '@ringside/shared/protocol/problem';
import type { Command, Query } from '@ringside/shared/protocol/up';
import { problem } from '../desk-problem.ts';
import type { Parts } from '../parts.ts';
import { clocksAtRisk, clocksOfCase, explanationOf } from './clock-view.ts';
import { acknowledgeClock, haltClock, letClockRun } from './see-to-clock.ts';

type ClockCommand = Extract<Command, { readonly do: `clock.${string}` }>;
type ClockQuery = Extract<Query, { readonly ask: `clock.${string}` }>;

const withCustomers: readonly Role[] = ['agent', 'supervisor', 'manager'];

/** AUTH-6 for clocks: whose case it is, the use cases look at (CLOCK-16). */
export const clockCommandRoles = {
  'clock.acknowledge': withCustomers,
  'clock.pause': withCustomers,
  'clock.resume': withCustomers,
} as const satisfies Record<ClockCommand['do'], readonly Role[]>;

export const clockQueryRoles = {
  'clock.ofCase': withCustomers,
  'clock.explain': withCustomers,
  'clock.atRisk': ['supervisor', 'manager'],
} as const satisfies Record<ClockQuery['ask'], readonly Role[]>;

export async function carryOutClock(
  parts: Parts,
  agentId: AgentId,
  command: ClockCommand,
): Promise<Result<unknown, Problem>> {
  switch (command.do) {
    case 'clock.acknowledge':
      return reply(await acknowledgeClock(parts, agentId, command));
    case 'clock.pause':
      return reply(await haltClock(parts, agentId, command));
    case 'clock.resume':
      return reply(await letClockRun(parts, agentId, command));
    default:
      return unreachable(command);
  }
}

export async function answerClocks(
  parts: Parts,
  agentId: AgentId,
  query: ClockQuery,
): Promise<Result<unknown, Problem>> {
  switch (query.ask) {
    case 'clock.ofCase':
      return reply(await clocksOfCase(parts, agentId, query.caseId));
    case 'clock.explain':
      return reply(await explanationOf(parts, query.caseId, query.clock));
    case 'clock.atRisk':
      return ok(await clocksAtRisk(parts, query.within, query.limit));
    default:
      return unreachable(query);
  }
}

const reply = (result: Result<unknown, ProblemWord>): Result<unknown, Problem> =>
  result.ok ? ok(result.value ?? null) : refuse(problem(result.refusal));
