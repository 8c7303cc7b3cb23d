import type { AgentId, CallId, CaseId, ManagerRequestId, TaskId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { seconds } from '@ringside/shared/model/instant';
import type { ManagerFigure } from '@ringside/shared/model/rota';
import { managerFigures } from '@ringside/shared/model/rota';
import type { ManagerRequest } from './manager-request.ts';

/** What is known beside the requests themselves, and when it is looked at. */
export interface RequestFacts {
  /** when their callers hung up; null: still on the line */
  readonly callEnds: ReadonlyMap<CallId, Instant | null>;
  /** calls whose callers were told that they are called back */
  readonly promisedTo: ReadonlySet<CallId>;
  /** by when they are called back, by the task that was made for it */
  readonly callBackBy: ReadonlyMap<TaskId, Instant>;
  readonly checks: readonly CaseCheck[];
  readonly now: Instant;
}

/** A customer was asked whether they are satisfied, and answered. */
export interface CaseCheck {
  readonly caseId: CaseId;
  readonly endedAt: Instant;
  readonly satisfied: boolean;
}

type Fate = Extract<ManagerFigure, 'fromCase' | 'reached' | 'promised' | 'missed' | 'waiting'>;

/** MREP-2: what each request is counted as. Figures and the lists behind them come from this one table, so they can't differ. */
export function requestFigures(
  requests: readonly ManagerRequest[],
  facts: RequestFacts,
): ReadonlyMap<ManagerRequestId, ReadonlySet<ManagerFigure>> {
  const answers = answeredBy(requests, facts.checks);
  return new Map(
    requests.map((request) => {
      const fate = fateOf(request, facts);
      const answer = answers.get(request.requestId);
      return [
        request.requestId,
        new Set<ManagerFigure>([
          'asked',
          fate,
          ...(fate === 'reached' ? within(request) : []),
          ...(fate === 'promised' ? [backOf(request, facts)] : []),
          ...(answer === undefined ? [] : [answer]),
        ]),
      ];
    }),
  );
}

export function countFigures(
  figures: ReadonlyMap<ManagerRequestId, ReadonlySet<ManagerFigure>>,
): Record<ManagerFigure, number> {
  const count = (figure: ManagerFigure): number =>
    [...figures.values()].filter((of) => of.has(figure)).length;
  return Object.fromEntries(managerFigures.map((figure) => [figure, count(figure)])) as Record<
    ManagerFigure,
    number
  >;
}

/** Somebody who was called back was not reached: a manager has to take them while they are on the line. */
function fateOf(request: ManagerRequest, { callEnds, promisedTo }: RequestFacts): Fate {
  const { way, callId, state, taskId, takenAt } = request;
  if (way === 'case') return 'fromCase';
  if (state === 'asked') return 'waiting';
  if (state === 'missed') return 'missed';
  // who hung up is called back too (DUTY-11), but nobody told them so
  const wasTold = callId === null || promisedTo.has(callId);
  if (state === 'promised' || (taskId !== null && wasTold)) return 'promised';
  const endedAt = callId === null ? null : (callEnds.get(callId) ?? null);
  return takenAt !== null && (endedAt === null || takenAt <= endedAt) ? 'reached' : 'missed';
}

const limits = [
  ['within20', seconds(20)],
  ['within60', seconds(60)],
  ['within120', seconds(120)],
] as const;

function within({ askedAt, takenAt }: ManagerRequest): readonly ManagerFigure[] {
  if (takenAt === null) return [];
  return limits.flatMap(([figure, most]) => (takenAt - askedAt <= most ? [figure] : []));
}

function backOf(
  { taskId, takenAt }: ManagerRequest,
  { callBackBy, now }: RequestFacts,
): 'inTime' | 'late' | 'owed' {
  const by = (taskId === null ? undefined : callBackBy.get(taskId)) ?? Number.POSITIVE_INFINITY;
  if (takenAt !== null) return takenAt <= by ? 'inTime' : 'late';
  return now <= by ? 'owed' : 'late';
}

/** MREP-4: a case's last answer counts once, for the last request before it that a manager took. */
function answeredBy(
  requests: readonly ManagerRequest[],
  checks: readonly CaseCheck[],
): ReadonlyMap<ManagerRequestId, 'satisfied' | 'notSatisfied'> {
  const last = new Map<CaseId, CaseCheck>();
  for (const check of checks) {
    const known = last.get(check.caseId);
    if (known === undefined || known.endedAt <= check.endedAt) last.set(check.caseId, check);
  }
  const taken = new Map<CaseId, ManagerRequest & { readonly takenAt: Instant }>();
  for (const request of requests) {
    const { caseId, takenAt } = request;
    const check = caseId === null ? undefined : last.get(caseId);
    if (caseId === null || takenAt === null || check === undefined || takenAt > check.endedAt) continue;
    const known = taken.get(caseId);
    if (known === undefined || known.takenAt <= takenAt) taken.set(caseId, { ...request, takenAt });
  }
  return new Map(
    [...taken].map(([caseId, { requestId }]) => [
      requestId,
      last.get(caseId)?.satisfied === true ? 'satisfied' : 'notSatisfied',
    ]),
  );
}

export interface Asked {
  readonly category: string | null;
  readonly takenBy: AgentId | null;
  readonly figure: ManagerFigure | null;
}

/** The very requests behind a figure, a person's number or a line of the digest. */
export function requestsBehind(
  requests: readonly ManagerRequest[],
  figures: ReadonlyMap<ManagerRequestId, ReadonlySet<ManagerFigure>>,
  { category, takenBy, figure }: Asked,
): readonly ManagerRequest[] {
  return requests.filter(
    (one) =>
      (category === null || (wasHeard(one) && (one.category ?? '') === category)) &&
      (takenBy === null || one.takenBy === takenBy) &&
      (figure === null || figures.get(one.requestId)?.has(figure) === true),
  );
}

/** MREP-7: a customer told a manager something. */
export const wasHeard = ({ takenAt, outcome }: ManagerRequest): boolean =>
  takenAt !== null && outcome !== 'notReached';
