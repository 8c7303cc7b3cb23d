import type { AgentId } from '@ringside/shared/model/ids';
import type { Role } from '@ringside/shared/model/role';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Problem, ProblemWord } from '@ringside/shared/protocol/problem';
import type { Command, Query } from '@ringside/shared/protocol/up';
import type { Prevention } from '../../domain/prevention/prevention.ts';
import type { Visit } from '../desk-connection.ts';
import { problem } from '../desk-problem.ts';
import { isInCharge } from '../in-charge.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { askCustomer } from './ask-customer.ts';
import { casesBehindFigure } from './cases-behind.ts';
import { checkFile, checkViews } from './check-view.ts';
import { countFigures } from './count-figures.ts';
import { effectNow } from './measure-effect.ts';
import { casePrevention, effectView, measureViews } from './measure-view.ts';
import { cancelMeasure, changeMeasure, finishMeasure, openMeasure, verifyMeasure } from './measures.ts';
import { decidePrevention, nameCause } from './name-cause.ts';

type Family = 'check' | 'prevention';
type FamilyCommand = Extract<Command, { readonly do: `${Family}.${string}` }>;
type FamilyQuery = Extract<Query, { readonly ask: `${Family}.${string}` }>;

const withCustomers: readonly Role[] = ['agent', 'supervisor', 'manager'];
const inCharge: readonly Role[] = ['supervisor', 'manager'];
/** PREV-12 */
const overEverybody: readonly Role[] = ['supervisor', 'manager', 'admin'];

/** AUTH-6: the roles that satisfaction checks and prevention need; whose they are the use cases look at. */
export const preventionCommandRoles = {
  'check.attempt': withCustomers,
  'check.answer': withCustomers,
  'prevention.cause': withCustomers,
  'prevention.decide': withCustomers,
  'prevention.open': withCustomers,
  'prevention.change': withCustomers,
  'prevention.done': withCustomers,
  'prevention.verify': inCharge,
  'prevention.cancel': withCustomers,
} as const satisfies Record<FamilyCommand['do'], readonly Role[]>;
export const preventionQueryRoles = {
  'check.ofCase': withCustomers,
  'check.ofTask': withCustomers,
  'prevention.ofCase': withCustomers,
  'prevention.list': withCustomers,
  'prevention.effect': withCustomers,
  'prevention.figures': overEverybody,
  'prevention.cases': overEverybody,
} as const satisfies Record<FamilyQuery['ask'], readonly Role[]>;

export async function carryOutPrevention(
  parts: Parts,
  asker: Asker,
  command: FamilyCommand,
): Promise<Result<unknown, Problem>> {
  const done = await carriedOut(parts, asker, command);
  return done.ok ? ok(done.value ?? null) : refuse(problem(done.refusal));
}

async function carriedOut(
  parts: Parts,
  asker: Asker,
  command: FamilyCommand,
): Promise<Result<unknown, ProblemWord>> {
  switch (command.do) {
    case 'check.attempt':
      return askCustomer(parts, asker, { ...command, said: null });
    case 'check.answer': {
      const { outcome, answers, comment } = command;
      return askCustomer(parts, asker, { ...command, said: { outcome, answers, comment }, note: '' });
    }
    case 'prevention.cause':
      return nameCause(parts, asker, command);
    case 'prevention.decide':
      return decidePrevention(parts, asker, command);
    case 'prevention.open':
      return openMeasure(parts, asker, command);
    case 'prevention.change':
      return changeMeasure(parts, asker, command);
    case 'prevention.done':
      return finishMeasure(parts, asker, command);
    case 'prevention.verify':
      return verifyMeasure(parts, asker, command);
    case 'prevention.cancel':
      return cancelMeasure(parts, asker, command);
    default:
      return unreachable(command);
  }
}

export async function answerPrevention(
  parts: Parts,
  { agent: { agent } }: Visit,
  query: FamilyQuery,
): Promise<Result<unknown, Problem>> {
  const { agentId } = agent;
  switch (query.ask) {
    case 'check.ofCase':
    case 'prevention.ofCase': {
      const one = await parts.store.case(query.caseId);
      if (one === null) return refuse(problem('unknownCase'));
      return ok(
        query.ask === 'check.ofCase'
          ? await checkViews(parts, agentId, one)
          : await casePrevention(parts, agentId, one),
      );
    }
    case 'check.ofTask': {
      const task = await parts.store.task(query.taskId);
      return task === null ? refuse(problem('unknownTask')) : ok(await checkFile(parts, agentId, task));
    }
    case 'prevention.list':
      return ok(await measureViews(parts, agentId, await measuresFor(parts, agentId, query.which)));
    case 'prevention.effect': {
      const measure = await parts.store.prevention(query.preventionId);
      if (measure === null) return refuse(problem('unknownMeasure'));
      const effect = await effectNow(parts, measure);
      return ok(effect === null ? null : effectView(effect));
    }
    case 'prevention.figures':
      return asAnswer(await countFigures(parts, query));
    case 'prevention.cases': {
      const seesNames = agent.roles.some((role) => role !== 'admin');
      return asAnswer(await casesBehindFigure(parts, query, query.after, seesNames));
    }
    default:
      return unreachable(query);
  }
}

const asAnswer = (result: Result<unknown, ProblemWord>): Result<unknown, Problem> =>
  result.ok ? result : refuse(problem(result.refusal));

const mostMeasures = 300;

/** PREV-12: those of others are for those in charge. */
async function measuresFor(
  parts: Parts,
  agentId: AgentId,
  which: 'mine' | 'open' | 'all',
): Promise<readonly Prevention[]> {
  if (which === 'mine' || !isInCharge(parts, agentId))
    return parts.store.preventionsOfOwner(agentId, mostMeasures);
  return parts.store.preventions(which, mostMeasures);
}
