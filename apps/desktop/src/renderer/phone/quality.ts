/** What a second of a call was like in one direction. */
export interface Reception {
  readonly lossPercent: number;
  readonly jitterMs: number;
  readonly roundTripMs: number;
}

export interface Quality extends Reception {
  /** mean opinion score, 1 to 4.5 */
  readonly mos: number;
}

/** metrics.md, Call quality: R = 94.768 − f(RTT + 2·jitter + 10) − 2.5 × loss in percent; f is the delay's share (G.107). */
export function meanOpinionScore({ lossPercent, jitterMs, roundTripMs }: Reception): number {
  const delayMs = roundTripMs + 2 * jitterMs + 10;
  const r = clamp(94.768 - delayImpairment(delayMs) - 2.5 * lossPercent, 0, 100);
  return clamp(1 + 0.035 * r + 7e-6 * r * (r - 60) * (100 - r), 1, 4.5);
}

/** Points of R lost to delay: gently at first, steeply once people begin to talk into each other. */
function delayImpairment(delayMs: number): number {
  return delayMs < 160 ? delayMs / 40 : (delayMs - 120) / 10;
}

/** Both directions of a call are as good as the worse one. */
export function worseOf(here: Reception, there: Reception | null): Quality {
  const mine = { ...here, mos: meanOpinionScore(here) };
  if (there === null) return mine;
  const theirs = { ...there, mos: meanOpinionScore(there) };
  return theirs.mos < mine.mos ? theirs : mine;
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
