import type { Milliseconds } from '@ringside/shared/model/instant';

/** How long somebody waited, and whether they gave up then; otherwise they were answered, and would have waited longer. */
export interface Waited {
  readonly for: Milliseconds;
  readonly gaveUp: boolean;
}

export interface Survival {
  /** at which waits somebody gave up, and which share would still wait just after */
  readonly steps: readonly { readonly at: Milliseconds; readonly share: number }[];
  /** of giving up, for each millisecond: what is assumed beyond the last step */
  readonly rate: number;
}

/**
 * The product-limit estimate of patience (Kaplan and Meier 1958). Callers who were answered are censored: all that is
 * known is that they would have waited longer. Beyond the longest wait after which anybody gave up the estimate says
 * nothing; there the mean rate of giving up goes on.
 */
export function kaplanMeier(waits: readonly Waited[]): Survival {
  const sorted = waits.toSorted((a, b) => a.for - b.for || Number(b.gaveUp) - Number(a.gaveUp));
  const steps: { at: Milliseconds; share: number }[] = [];
  let share = 1;
  for (let i = 0; i < sorted.length;) {
    const at = sorted[i]?.for ?? 0;
    const atRisk = sorted.length - i;
    let gaveUp = 0;
    for (; i < sorted.length && sorted[i]?.for === at; i += 1) if (sorted[i]?.gaveUp) gaveUp += 1;
    if (gaveUp === 0) continue;
    share *= 1 - gaveUp / atRisk;
    steps.push({ at, share });
  }
  const exposure = waits.reduce((sum, one) => sum + one.for, 0);
  const given = waits.filter(({ gaveUp }) => gaveUp).length;
  return { steps, rate: exposure === 0 ? 0 : given / exposure };
}

/** Which share would still wait after this long. */
export function shareWaiting({ steps, rate }: Survival, after: Milliseconds): number {
  const passed = steps.findLast(({ at }) => at <= after);
  const last = steps.at(-1);
  if (last === undefined || passed === undefined) return last === undefined ? Math.exp(-rate * after) : 1;
  return passed === last ? last.share * Math.exp(-rate * (after - last.at)) : passed.share;
}

/**
 * A patience for somebody who is known to have waited `beyond`; `chance` in (0, 1). Infinity where nobody ever gave up.
 * A last step at share 0 is nobody's longest patience: who was longest in the log gave up by chance.
 */
export function drawPatience(survival: Survival, beyond: Milliseconds, chance: number): Milliseconds {
  const { steps, rate } = survival;
  const wanted = shareWaiting(survival, beyond) * chance;
  const found = firstAtMost(steps, wanted);
  if (found !== undefined && found > beyond) return found;
  if (rate === 0) return Number.POSITIVE_INFINITY;
  const last = steps.at(-1);
  const from = Math.max(beyond, last?.at ?? 0);
  return from - Math.log(chance) / rate;
}

function firstAtMost(steps: Survival['steps'], share: number): Milliseconds | undefined {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.share ?? 0) <= share) high = middle;
    else low = middle + 1;
  }
  return steps[low]?.at;
}
