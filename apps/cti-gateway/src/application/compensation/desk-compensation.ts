import type { CaseId } from '@ringside/shared/model/ids';
import type { Role } from '@ringside/shared/model/role';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Problem, ProblemWord } from '@ringside/shared/protocol/problem';
import type { Command, Query } from '@ringside/shared/protocol/up';
import type { Case } from '../../domain/case/case.ts';
import type { Visit } from '../desk-connection.ts';
import { problem } from '../desk-problem.ts';
import type { Parts } from '../parts.ts';
import { compensationOfCase, waitingCompensations } from './compensation-view.ts';
import { costReport, givenBehind, precedentsFor } from './cost-report.ts';
import { stepCompensation } from './decide-on-compensation.ts';
import { askForCompensation, giveCompensation } from './give-compensation.ts';
import { previewAuthority } from './preview-authority.ts';
import { aboutNow, sceneOf } from './scene.ts';

type CompensationCommand = Extract<Command, { readonly do: `compensation.${string}` }>;
type CompensationQuery = Extract<Query, { readonly ask: `compensation.${string}` }>;

const withCustomers: readonly Role[] = ['agent', 'supervisor', 'manager'];
const inCharge: readonly Role[] = ['supervisor', 'manager'];

/** AUTH-6 for compensation: whose case it is, and how far somebody's authority goes, the use cases look at. */
export const compensationCommandRoles = {
  'compensation.give': withCustomers,
  'compensation.ask': withCustomers,
  'compensation.approve': inCharge,
  'compensation.refuse': inCharge,
  'compensation.withdraw': withCustomers,
  'compensation.done': withCustomers,
  'compensation.cancel': withCustomers,
} as const satisfies Record<CompensationCommand['do'], readonly Role[]>;

export const compensationQueryRoles = {
  'compensation.ofCase': withCustomers,
  'compensation.preview': withCustomers,
  'compensation.precedents': withCustomers,
  'compensation.waiting': inCharge,
  'compensation.report': inCharge,
  'compensation.behind': inCharge,
} as const satisfies Record<CompensationQuery['ask'], readonly Role[]>;

/** What people do about compensation. */
export async function carryOutCompensation(
  parts: Parts,
  { agent: { agent } }: Visit,
  commandId: string,
  command: CompensationCommand,
): Promise<Result<unknown, Problem>> {
  const asker = { agentId: agent.agentId, commandId };
  switch (command.do) {
    case 'compensation.give': {
      const { do: _, ...wished } = command;
      return reply(await giveCompensation(parts, asker, wished));
    }
    case 'compensation.ask': {
      const { do: _, ...wished } = command;
      return reply(await askForCompensation(parts, asker, wished));
    }
    case 'compensation.approve':
    case 'compensation.refuse': {
      const { compensationId, decision } = command;
      const step = command.do === 'compensation.approve' ? 'approve' : 'refuse';
      return reply(await stepCompensation(parts, asker, { compensationId, step, words: decision }));
    }
    case 'compensation.withdraw': {
      const { compensationId } = command;
      return reply(await stepCompensation(parts, asker, { compensationId, step: 'withdraw', words: '' }));
    }
    case 'compensation.done': {
      const { compensationId, note } = command;
      return reply(await stepCompensation(parts, asker, { compensationId, step: 'carryOut', words: note }));
    }
    case 'compensation.cancel': {
      const { compensationId, why } = command;
      return reply(await stepCompensation(parts, asker, { compensationId, step: 'cancel', words: why }));
    }
    default:
      return unreachable(command);
  }
}

/** What people want to know about compensation. */
export async function answerCompensation(
  parts: Parts,
  { agent: { agent } }: Visit,
  query: CompensationQuery,
): Promise<Result<unknown, Problem>> {
  const { agentId } = agent;
  switch (query.ask) {
    case 'compensation.ofCase':
      return ofCase(parts, query.caseId, (one) => compensationOfCase(parts, agentId, one));
    case 'compensation.preview':
      return ofCase(parts, query.caseId, (one) => previewAuthority(parts, agentId, one, query.kind));
    case 'compensation.precedents':
      return ofCase(parts, query.caseId, async (one) => {
        const about = aboutNow(await sceneOf(parts, one), query.kind);
        return precedentsFor(parts, one, about, query.sameTier);
      });
    case 'compensation.waiting':
      return ok(await waitingCompensations(parts, agentId));
    case 'compensation.report':
      return reply(await costReport(parts, query));
    case 'compensation.behind':
      return reply(await givenBehind(parts, query));
    default:
      return unreachable(query);
  }
}

async function ofCase(
  { store }: Parts,
  caseId: CaseId,
  view: (one: Case) => Promise<unknown>,
): Promise<Result<unknown, Problem>> {
  const one = await store.case(caseId);
  return one === null ? refuse(problem('unknownCase')) : ok(await view(one));
}

type Refused = ProblemWord | 'wrongAmount' | Problem;

function reply(result: Result<unknown, Refused>): Result<unknown, Problem> {
  if (result.ok) return ok(result.value ?? null);
  const { refusal } = result;
  if (typeof refusal !== 'string') return refuse(refusal);
  return refuse(refusal === 'wrongAmount' ? problem('badMessage', 'amount') : problem(refusal));
}
