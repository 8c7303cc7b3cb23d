import type { AgentId, PromiseId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CustomerPromise } from '../domain/case/case.ts';
import { isInCharge } from './in-charge.ts';
import type { Parts } from './parts.ts';
import { audit } from './sign-in.ts';
import { promiseView } from './views/case-view.ts';
import { myDay } from './views/my-day.ts';

/** CASE-5: a promise is kept once, by its owner or somebody in charge. */
export async function keepPromise(
  parts: Parts,
  agentId: AgentId,
  promiseId: PromiseId,
): Promise<Result<void, 'unknownCase' | 'notAllowed'>> {
  const promise = await parts.store.promise(promiseId);
  if (promise === null) return refuse('unknownCase');
  if (promise.ownerId !== agentId && !isInCharge(parts, agentId)) return refuse('notAllowed');
  if (promise.keptAt !== null) return ok(undefined);
  const kept: CustomerPromise = { ...promise, keptAt: parts.clock.now() };
  await parts.journal.write({ changes: [{ put: 'promise', promise: kept }], after: () => show(parts, kept) });
  audit(parts, agentId, 'promiseKept', promiseId, {});
  parts.desks.show(kept.ownerId, { what: 'myDay', myDay: await myDay(parts, kept.ownerId) });
  return ok(undefined);
}

function show({ desks, floor }: Parts, promise: CustomerPromise): void {
  desks.show(promise.ownerId, { what: 'promise', promise: promiseView(floor, promise) });
  if (promise.customerId !== null) desks.showAll({ what: 'customerChanged', customerId: promise.customerId });
}
