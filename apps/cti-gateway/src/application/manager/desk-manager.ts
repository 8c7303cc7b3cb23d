import type { AgentId } from '@ringside/shared/model/ids';
import type { Role } from '@ringside/shared/model/role';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Problem, ProblemWord } from '@ringside/shared/protocol/problem';
import type { Command, Query } from '@ringside/shared/protocol/up';
import { problem } from '../desk-problem.ts';
import { askForManager } from '../duty/ask-for-manager.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { managerDigest } from './manager-digest.ts';
import { managerPage } from './manager-page.ts';
import { managerReport } from './manager-report.ts';
import { noteRequest } from './note-request.ts';
import { handOver } from './hand-over.ts';
import { linkToShow } from './pop-link.ts';
import { setReach } from './reach.ts';
import { requestViews } from './request-view.ts';
import { managerRequestsBehind } from './requests-of-period.ts';
import { takeRequest } from './take-request.ts';

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
  'manager.link': onRotas,
  'manager.reach': inCharge,
} as const satisfies Record<ManagerCommand['do'], readonly Role[]>;
export const managerQueryRoles = {
  'manager.page': onRotas,
  'manager.ofCase': onThePhone,
  'manager.digest': inCharge,
  'manager.report': inCharge,
  'manager.requests': inCharge,
} as const satisfies Record<ManagerQuery['ask'], readonly Role[]>;

export async function carryOutForManager(
  parts: Parts,
  asker: Asker,
  command: ManagerCommand,
): Promise<Result<unknown, Problem>> {
  switch (command.do) {
    case 'manager.ask':
      return inWords(await askForManager(parts, asker, command));
    case 'manager.take':
      return takeRequest(parts, asker, command);
    case 'manager.note':
      return noteRequest(parts, asker, command, 'desk');
    case 'manager.link':
      return linkToShow(parts, asker.agentId, command.requestId);
    case 'manager.reach':
      return setReach(parts, asker, command);
    case 'manager.handOver':
      return inWords(await handOver(parts, asker, command));
    default:
      return unreachable(command);
  }
}

export async function answerManager(
  parts: Parts,
  agentId: AgentId,
  query: ManagerQuery,
): Promise<Result<unknown, Problem>> {
  switch (query.ask) {
    case 'manager.page':
      return ok(await managerPage(parts, agentId));
    case 'manager.ofCase': {
      const requests = await parts.store.managerRequestsOfCase(query.caseId);
      return ok(await requestViews(parts, requests, agentId));
    }
    case 'manager.requests':
      return inWords(await managerRequestsBehind(parts, agentId, query));
    case 'manager.digest':
      return inWords(await managerDigest(parts, agentId, query));
    case 'manager.report':
      return inWords(await managerReport(parts, query));
    default:
      return unreachable(query);
  }
}

const inWords = <Value>(result: Result<Value, ProblemWord>): Result<Value, Problem> =>
  result.ok ? result : refuse(problem(result.refusal));
