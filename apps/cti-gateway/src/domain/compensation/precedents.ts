import type { Compensation } from './compensation.ts';

/** What was given in like cases (COMP-11). */
export interface Precedents {
  readonly count: number;
  /** null while there are none */
  readonly median: number | null;
  readonly smallest: number | null;
  readonly largest: number | null;
  /** the latest first */
  readonly last: readonly Compensation[];
}

const lastShown = 10;

/** `like`: granted or carried out in like cases, in any order; one that is in it twice counts once. */
export function precedentsOf(like: readonly Compensation[]): Precedents {
  const once = [...new Map(like.map((one) => [one.compensationId, one])).values()];
  const amounts = once.map(({ amount }) => amount).toSorted((a, b) => a - b);
  return {
    count: once.length,
    median: medianOf(amounts),
    smallest: amounts[0] ?? null,
    largest: amounts.at(-1) ?? null,
    last: once.toSorted((a, b) => whenGiven(b) - whenGiven(a)).slice(0, lastShown),
  };
}

/** Of an even number the mean of the two in the middle, in whole units. */
function medianOf(rising: readonly number[]): number | null {
  const upper = rising[Math.floor(rising.length / 2)];
  const lower = rising[Math.floor((rising.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.round((lower + upper) / 2);
}

const whenGiven = ({ decidedAt, askedAt }: Compensation): number => decidedAt ?? askedAt;
