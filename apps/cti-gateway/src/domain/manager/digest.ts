import type { PromiseId } from '@ringside/shared/model/ids';
import type { CustomerPromise } from '../case/case.ts';
import type { ManagerRequest } from './manager-request.ts';
import { wasHeard } from './request-figures.ts';

export interface Digest {
  readonly total: number;
  readonly before: number;
  /** the most told first */
  readonly byCategory: readonly DigestLine[];
}

export interface DigestLine {
  /** null: it was not said what it was about */
  readonly category: string | null;
  readonly count: number;
  /** in the period before */
  readonly before: number;
  readonly promises: number;
  readonly kept: number;
  /** newest first */
  readonly requests: readonly ManagerRequest[];
}

type Promised = ReadonlyMap<PromiseId, Pick<CustomerPromise, 'madeAt' | 'keptAt'>>;

/** MREP-7: what customers told managers, by category, in a period and in the one before it. */
export function digestOf(
  requests: readonly ManagerRequest[],
  requestsBefore: readonly ManagerRequest[],
  promised: Promised,
): Digest {
  const heard = requests.filter(wasHeard);
  const before = requestsBefore.filter(wasHeard);
  const categories = new Set([...heard, ...before].map(({ category }) => category));
  const lines = [...categories].map((category) => ({
    ...lineOf(
      heard.filter((one) => one.category === category),
      promised,
    ),
    category,
    before: before.filter((one) => one.category === category).length,
  }));
  return { total: heard.length, before: before.length, byCategory: lines.toSorted(mostFirst) };
}

function lineOf(requests: readonly ManagerRequest[], promised: Promised) {
  const promises = requests.flatMap((request) => promiseBy(request, promised));
  return {
    count: requests.length,
    promises: promises.length,
    kept: promises.filter(({ keptAt }) => keptAt !== null).length,
    requests: requests.toSorted((a, b) => b.askedAt - a.askedAt),
  };
}

/** What the manager promised; that somebody would call back was promised before they were taken. */
function promiseBy({ promiseId, takenAt }: ManagerRequest, promised: Promised) {
  const promise = promiseId === null ? undefined : promised.get(promiseId);
  return promise === undefined || takenAt === null || promise.madeAt < takenAt ? [] : [promise];
}

const mostFirst = (a: DigestLine, b: DigestLine): number =>
  b.count - a.count || b.before - a.before || ((a.category ?? '') < (b.category ?? '') ? -1 : 1);
