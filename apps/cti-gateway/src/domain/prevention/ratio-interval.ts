/** Events counted per so many. */
export interface Counted {
  readonly count: number;
  readonly per: number;
}

/**
 * The 95 % interval of the ratio of two Poisson rates, exact: given both counts together, the first is binomial with
 * p = r·a/(r·a + b), so the Clopper-Pearson interval of p gives that of r (Przyborowski and Wilenski 1940; Lehmann and
 * Romano, Testing Statistical Hypotheses, 4.5). `high` null: without end.
 */
export function ratioInterval(
  above: Counted,
  below: Counted,
): { readonly low: number | null; readonly high: number | null } {
  const all = above.count + below.count;
  if (all === 0 || above.per === 0 || below.per === 0) return { low: null, high: null };
  const toRatio = (share: number): number => (share / (1 - share)) * (below.per / above.per);
  const low = above.count === 0 ? 0 : where((p) => atLeast(above.count, all, p), tail);
  const high = above.count === all ? 1 : where((p) => 1 - atMost(above.count, all, p), 1 - tail);
  return { low: toRatio(low), high: high === 1 ? null : toRatio(high) };
}

const tail = 0.025;

/** Where a function that rises from 0 to 1 reaches a value. */
function where(rising: (p: number) => number, value: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const atLeast = (count: number, all: number, p: number): number =>
  count === 0 ? 1 : 1 - atMost(count - 1, all, p);

/** The chance of at most so many of all, by their logarithms so that large counts stay within reach. */
function atMost(count: number, all: number, p: number): number {
  let [sum, chance] = [0, all * Math.log1p(-p)];
  const odds = Math.log(p) - Math.log1p(-p);
  for (let k = 0; k <= count; k += 1) {
    sum += Math.exp(chance);
    chance += Math.log((all - k) / (k + 1)) + odds;
  }
  return Math.min(1, sum);
}
