import type { AgentId } from '@ringside/shared/model/ids';
import type { Role } from '@ringside/shared/model/role';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Command, Query } from '@ringside/shared/protocol/up';
import type { WorkCounts } from '@ringside/shared/protocol/work-list';
import { problem } from '../desk-problem.ts';
import type { Asker } from '../made-once.ts';
import type { Parts } from '../parts.ts';
import { doToMany } from './do-to-many.ts';
import { peopleLoadOf } from './people-load.ts';
import { pullNext } from './pull-next.ts';
import { sharedFilters, shareFilter, unshareFilter } from './shared-filters.ts';
import { suggested, suggestionViews } from './suggest.ts';
import { workFilterOf } from './work-filter.ts';
import { promisesView, workPageView } from './work-views.ts';

type WorkCommand = Extract<Command, { readonly do: `work.${string}` }>;
type WorkQuery = Extract<Query, { readonly ask: `work.${string}` }>;

const withCustomers: readonly Role[] = ['agent', 'supervisor', 'manager'];
const inCharge: readonly Role[] = ['supervisor', 'manager'];
const mostCounted = 1_000;

/** AUTH-6: the roles that the list of work needs. */
export const workCommandRoles = {
  'work.next': withCustomers,
  // whose case it is decides of each
  'work.bulk': withCustomers,
  'work.share': inCharge,
  'work.unshare': inCharge,
} as const satisfies Record<WorkCommand['do'], readonly Role[]>;
export const workQueryRoles = {
  'work.page': withCustomers,
  'work.counts': withCustomers,
  'work.suggest': withCustomers,
  'work.shared': withCustomers,
  'work.load': inCharge,
  'work.promises': inCharge,
} as const satisfies Record<WorkQuery['ask'], readonly Role[]>;

export async function carryOutWork(
  parts: Parts,
  asker: Asker,
  command: WorkCommand,
): Promise<Result<unknown, Problem>> {
  switch (command.do) {
    case 'work.next':
      return ok(await pullNext(parts, asker));
    case 'work.bulk':
      return ok(await doToMany(parts, asker, command.caseIds, command.act));
    case 'work.share':
      await shareFilter(parts, command.saved);
      return ok(null);
    case 'work.unshare':
      await unshareFilter(parts, command.name);
      return ok(null);
    default:
      return unreachable(command);
  }
}

export async function answerWork(
  parts: Parts,
  agentId: AgentId,
  query: WorkQuery,
): Promise<Result<unknown, Problem>> {
  switch (query.ask) {
    case 'work.page': {
      const filter = await workFilterOf(parts, agentId, query.filter);
      const rows = await parts.store.workPage(filter, query.sort, query.after, query.limit);
      return ok(await workPageView(parts, rows, query.limit));
    }
    case 'work.counts':
      return ok(await countsOf(parts, agentId, query.filters));
    case 'work.suggest': {
      const one = await parts.store.case(query.caseId);
      if (one === null) return refuse(problem('unknownCase'));
      return ok(suggestionViews(parts, await suggested(parts, one, new Map())));
    }
    case 'work.shared':
      return ok(await sharedFilters(parts));
    case 'work.load':
      return ok(await peopleLoadOf(parts));
    case 'work.promises':
      return ok(await promisesView(parts));
    default:
      return unreachable(query);
  }
}

/** One after the other, so that calls are heard between them. */
async function countsOf(
  parts: Parts,
  agentId: AgentId,
  filters: Extract<WorkQuery, { readonly ask: 'work.counts' }>['filters'],
): Promise<WorkCounts> {
  const counts: WorkCounts = [];
  for (const asked of filters) {
    const filter = await workFilterOf(parts, agentId, asked);
    counts.push({ ...(await parts.store.workCount(filter, mostCounted)) });
  }
  return counts;
}
