import type { AgentId, CallId, CaseId, ManagerRequestId, RotaId, TaskId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { ManagerFigure } from '@ringside/shared/model/rota';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { ManagerRequestView } from '@ringside/shared/protocol/manager';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import type { Asked, CaseCheck, RequestFacts } from '../../domain/manager/request-figures.ts';
import { requestFigures, requestsBehind } from '../../domain/manager/request-figures.ts';
import { inParts, spansBack } from '../in-parts.ts';
import type { Parts } from '../parts.ts';
import { requestViews } from './request-view.ts';
import { shownTo } from './shown-to.ts';

export interface AskedPeriod {
  /** null: all rotas */
  readonly rotaId: RotaId | null;
  readonly from: Instant;
  readonly until: Instant;
}

export interface RequestsOfPeriod {
  /** newest first */
  readonly requests: readonly ManagerRequest[];
  readonly figures: ReadonlyMap<ManagerRequestId, ReadonlySet<ManagerFigure>>;
}

const longest = days(400);
/** more than any centre's managers are asked for in a year; a period with more is refused rather than told by half */
const most = 20_000;
const mostShown = 200;

/** MREP-9: a period that begins before it ends, and of at most 400 days. */
export const isPeriod = ({ from, until }: AskedPeriod): boolean => from < until && until - from <= longest;

/** What was asked in a period, and what each request is counted as. */
export async function requestsOfPeriod(
  parts: Parts,
  asked: AskedPeriod,
): Promise<Result<RequestsOfPeriod, 'badMessage'>> {
  if (!isPeriod(asked)) return refuse('badMessage');
  const requests = await inParts(spansBack(asked), 1, async ([span = asked]) =>
    parts.store.managerRequests(asked.rotaId, span.from, span.until, most + 1),
  );
  if (requests.length > most) return refuse('badMessage');
  return ok({ requests, figures: requestFigures(requests, await factsOf(parts, requests)) });
}

/** so many are read before calls are heard again */
const atOnce = 50;

async function factsOf({ store, clock }: Parts, requests: readonly ManagerRequest[]): Promise<RequestFacts> {
  const taken = requests.filter(({ takenAt }) => takenAt !== null);
  const [callIds, taskIds, caseIds] = [
    [...new Set(taken.flatMap(({ callId }) => callId ?? []))],
    [...new Set(requests.flatMap(({ taskId }) => taskId ?? []))],
    [...new Set(taken.flatMap(({ caseId }) => caseId ?? []))],
  ];
  const calls = await inParts(callIds, atOnce, (part) => store.callsById(part));
  const tasks = await inParts(taskIds, atOnce, (part) => Promise.all(part.map((id) => store.task(id))));
  const checks = await inParts(caseIds, atOnce, (part) =>
    Promise.all(part.map((caseId) => checksOf(store, caseId))),
  );
  return {
    callEnds: new Map<CallId, Instant | null>(calls.map(({ callId, endedAt }) => [callId, endedAt])),
    promisedTo: new Set(calls.flatMap(({ callId, outcome }) => (outcome === 'tookCallback' ? [callId] : []))),
    callBackBy: new Map(
      tasks.flatMap((task): [TaskId, Instant][] =>
        task === null || task.dueAt === null ? [] : [[task.taskId, task.dueAt]],
      ),
    ),
    checks: checks.flat(),
    now: clock.now(),
  };
}

async function checksOf(store: Parts['store'], caseId: CaseId): Promise<readonly CaseCheck[]> {
  return (await store.checksOfCase(caseId)).flatMap(({ endedAt, outcome }) =>
    endedAt === null || (outcome !== 'satisfied' && outcome !== 'notSatisfied')
      ? []
      : [{ caseId, endedAt, satisfied: outcome === 'satisfied' }],
  );
}

/** MREP-8: the very requests behind a figure, newest first. */
export async function managerRequestsBehind(
  parts: Parts,
  agentId: AgentId,
  asked: AskedPeriod & Asked,
): Promise<Result<readonly ManagerRequestView[], 'badMessage'>> {
  const period = await requestsOfPeriod(parts, asked);
  if (!period.ok) return period;
  const behind = requestsBehind(period.value.requests, period.value.figures, asked).slice(0, mostShown);
  return ok(shownTo(parts, agentId, await requestViews(parts, behind, agentId)));
}
