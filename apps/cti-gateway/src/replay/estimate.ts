/** A mean over seeds, and half the width of its 95 % confidence interval; null with a single seed. */
export interface Estimate {
  readonly mean: number;
  readonly within: number | null;
}

/** Student's t at 97.5 % for 1 to 30 degrees of freedom; beyond, the normal distribution's is near enough. */
const t975 = [
  12.71, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

export function estimateOf(samples: readonly number[]): Estimate {
  const n = samples.length;
  const mean = samples.reduce((sum, one) => sum + one, 0) / n;
  if (n < 2) return { mean, within: null };
  const variance = samples.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
  return { mean, within: (t975[n - 2] ?? 1.96) * Math.sqrt(variance / n) };
}
