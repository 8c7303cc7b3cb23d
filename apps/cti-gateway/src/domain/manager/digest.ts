import type { PromiseId } from '@ringside/shared/model/ids';
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

/** MREP-7: what customers told managers, by category, in a period and in the one before it. `kept`: the promises that were. */
export function digestOf(
  requests: readonly ManagerRequest[],
  requestsBefore: readonly ManagerRequest[],
  kept: ReadonlySet<PromiseId>,
): Digest {
  const heard = requests.filter(wasHeard);
  const before = requestsBefore.filter(wasHeard);
  const categories = new Set([...heard, ...before].map(({ category }) => category));
  const lines = [...categories].map((category) =>
    lineOf(
      category,
      heard.filter((one) => one.category === category),
      before.filter((one) => one.category === category).length,
      kept,
    ),
  );
  return { total: heard.length, before: before.length, byCategory: lines.toSorted(mostFirst) };
}

function lineOf(
  category: string | null,
  requests: readonly ManagerRequest[],
  before: number,
  kept: ReadonlySet<PromiseId>,
): DigestLine {
  const promises = requests.flatMap(({ promiseId }) => promiseId ?? []);
  return {
    category,
    count: requests.length,
    before,
    promises: promises.length,
    kept: promises.filter((promiseId) => kept.has(promiseId)).length,
    requests: requests.toSorted((a, b) => b.askedAt - a.askedAt),
  };
}

const mostFirst = (a: DigestLine, b: DigestLine): number =>
  b.count - a.count || b.before - a.before || ((a.category ?? '') < (b.category ?? '') ? -1 : 1);
