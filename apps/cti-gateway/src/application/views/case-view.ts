import type { CaseView, PromiseView } from '@ringside/shared/protocol/case';
import type { Case, CustomerPromise } from '../../domain/case/case.ts';
import type { Floor } from '../floor.ts';
import { agentName } from '../floor.ts';

export function promiseView(floor: Floor, promise: CustomerPromise): PromiseView {
  const { promiseId, caseId, customerId, what, ownerId, dueAt, keptAt } = promise;
  return {
    promiseId,
    caseId,
    customerId,
    what,
    ownerId,
    ownerName: agentName(floor, ownerId),
    dueAt,
    keptAt,
  };
}

/** A case with the promise that presses most: the open one that is due first. */
export function caseView(
  floor: Floor,
  one: Case,
  customerName: string,
  promises: readonly CustomerPromise[],
): CaseView {
  const mine = promises.filter(({ caseId }) => caseId === one.caseId);
  const open = mine.filter(({ keptAt }) => keptAt === null).sort((a, b) => a.dueAt - b.dueAt);
  const promise = open[0] ?? mine[0] ?? null;
  return {
    caseId: one.caseId,
    reference: one.reference,
    type: one.type,
    stage: one.stage,
    channel: one.channel,
    title: one.title,
    category: one.category,
    severity: one.severity,
    priority: { score: one.priority.score, terms: one.priority.terms.map((term) => ({ ...term })) },
    customerId: one.customerId,
    customerName,
    ownerId: one.ownerId,
    ownerName: one.ownerId === null ? '' : agentName(floor, one.ownerId),
    openedAt: one.openedAt,
    promise: promise === null ? null : promiseView(floor, promise),
  };
}
