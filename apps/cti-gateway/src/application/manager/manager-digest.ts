import type { AgentId, PromiseId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok } from '@ringside/shared/model/result';
import type { ManagerDigest } from '@ringside/shared/protocol/manager';
import type { CustomerPromise } from '../../domain/case/case.ts';
import type { Digest } from '../../domain/manager/digest.ts';
import { digestOf } from '../../domain/manager/digest.ts';
import type { ManagerRequest } from '../../domain/manager/manager-request.ts';
import type { Parts } from '../parts.ts';
import { requestViews } from './request-view.ts';
import type { AskedPeriod } from './requests-of-period.ts';
import { requestsOfPeriod } from './requests-of-period.ts';
import { shownTo } from './shown-to.ts';

/** of each line; `manager.requests` has all */
const mostOfEach = 10;

/** MREP-7: what customers told managers in a period, against as long a time before it. */
export async function digestOfPeriod(
  parts: Parts,
  asked: AskedPeriod,
): Promise<Result<Digest, 'badMessage'>> {
  const { rotaId, from, until } = asked;
  const period = await requestsOfPeriod(parts, asked);
  if (!period.ok) return period;
  const before = await requestsOfPeriod(parts, { rotaId, from: from - (until - from), until: from });
  if (!before.ok) return before;
  const { requests } = period.value;
  return ok(digestOf(requests, before.value.requests, await promisesOf(parts, requests)));
}

async function promisesOf(
  { store }: Parts,
  requests: readonly ManagerRequest[],
): Promise<ReadonlyMap<PromiseId, CustomerPromise>> {
  const ids = [...new Set(requests.flatMap(({ promiseId }) => promiseId ?? []))];
  const promises = await Promise.all(ids.map((promiseId) => store.promise(promiseId)));
  return new Map(promises.flatMap((promise) => (promise === null ? [] : [[promise.promiseId, promise]])));
}

export async function managerDigest(
  parts: Parts,
  agentId: AgentId,
  asked: AskedPeriod,
): Promise<Result<ManagerDigest, 'badMessage'>> {
  const digest = await digestOfPeriod(parts, asked);
  if (!digest.ok) return digest;
  const { total, before, byCategory } = digest.value;
  const lines = byCategory.map(async ({ requests, ...line }) => ({
    ...line,
    requests: [...shownTo(parts, agentId, await requestViews(parts, requests.slice(0, mostOfEach), agentId))],
  }));
  return ok({ from: asked.from, until: asked.until, total, before, byCategory: await Promise.all(lines) });
}
