/** One measurement of `npm run bench`: a file `NAME.bench.ts` in this folder exports one as `bench`. */
export interface Bench {
  /** fixed, so that runs can be compared: "invite_to_agent_invite_ms" */
  readonly name: string;
  readonly unit: string;
  readonly about: string;
  /** Gives the samples, at least one; `tell` says what it is doing. Throws with what is missing and how to get it. */
  measure(tell: (progress: string) => void): Promise<readonly number[]>;
}

/** A line of the result, also as JSON. */
export interface BenchResult {
  readonly name: string;
  readonly unit: string;
  readonly n: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

/** Percentiles by the nearest rank: every figure is a sample that really happened. */
export function resultOf(
  { name, unit }: Pick<Bench, 'name' | 'unit'>,
  samples: readonly number[],
): BenchResult {
  const sorted = samples.toSorted((a, b) => a - b);
  const rank = (share: number): number =>
    sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { name, unit, n: sorted.length, median: rank(0.5), p95: rank(0.95), max: rank(1) };
}
