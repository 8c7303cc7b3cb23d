/** PREV-14: below it chance alone moves the rate by more than what one wants to see. */
export const fewestContacts = 500;

export interface Rate {
  readonly perThousand: number;
  /** where the rate lies with 95 % */
  readonly low: number;
  readonly high: number;
}

/** Cases per 1,000 contacts; null where there were too few contacts to say. */
export function rateOf(cases: number, contacts: number): Rate | null {
  if (contacts < fewestContacts) return null;
  const of = (count: number): number => (count / contacts) * 1_000;
  return { perThousand: of(cases), low: of(lowest(cases)), high: of(highest(cases)) };
}

const z = 1.959_964;

/**
 * The limits of a Poisson count by Byar's approximation, which is close to the exact ones, a little
 * wide for the smallest counts, and takes no sum (Breslow and Day 1987, Statistical Methods in Cancer Research II, 2.3).
 */
const lowest = (count: number): number =>
  count === 0 ? 0 : count * Math.max(0, 1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
function highest(count: number): number {
  const next = count + 1;
  return next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3;
}
