import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import { ratioInterval } from './ratio-interval.ts';

/** What was counted in one window: cases of the cause, contacts, and complaints whose cause nobody has named. */
export interface WindowCount {
  readonly cases: number;
  readonly contacts: number;
  readonly unnamed: number;
}

export const effectWords = ['tooEarly', 'tooFew', 'fewer', 'more', 'noDifference'] as const;
export type EffectWord = (typeof effectWords)[number];

export interface Effect {
  readonly doneAt: Instant;
  /** length of each of the two windows */
  readonly length: Milliseconds;
  readonly before: WindowCount;
  readonly after: WindowCount;
  /** null: there is nothing to divide by */
  readonly ratio: number | null;
  readonly low: number | null;
  /** null where it has no end */
  readonly high: number | null;
  readonly says: EffectWord;
}

const earliest = days(28);
const longest = days(365);
const fewest = 10;

/** PREV-5: as long after as before, as much as has passed. */
export const effectWindow = (doneAt: Instant, now: Instant): Milliseconds =>
  Math.max(0, Math.min(now - doneAt, longest));

/** PREV-5, PREV-6: the rate after over the rate before, and what can be said of it. */
export function effectOf(
  doneAt: Instant,
  length: Milliseconds,
  before: WindowCount,
  after: WindowCount,
): Effect {
  const rate = ({ cases, contacts }: WindowCount): number | null =>
    contacts === 0 ? null : cases / contacts;
  const [rateBefore, rateAfter] = [rate(before), rate(after)];
  const ratio = rateBefore === null || rateAfter === null || rateBefore === 0 ? null : rateAfter / rateBefore;
  const interval =
    rateBefore === null || rateAfter === null
      ? { low: null, high: null }
      : ratioInterval(
          { count: after.cases, per: after.contacts },
          { count: before.cases, per: before.contacts },
        );
  const says = whatItSays(length, before.cases + after.cases, interval);
  return { doneAt, length, before, after, ratio, ...interval, says };
}

function whatItSays(
  length: Milliseconds,
  cases: number,
  { low, high }: { readonly low: number | null; readonly high: number | null },
): EffectWord {
  if (length < earliest) return 'tooEarly';
  if (cases < fewest || low === null) return 'tooFew';
  if (high !== null && high < 1) return 'fewer';
  return low > 1 ? 'more' : 'noDifference';
}
