import type { PresenceStretchView } from '@ringside/shared/protocol/presence';

export interface StateSum {
  readonly state: PresenceStretchView['state'];
  readonly reason: string | null;
  readonly lasted: number;
  /** of all the time that is summed, 0 to 1 */
  readonly share: number;
}

/** How long each state, and each reason of Not ready, lasted in all; the longest first. In milliseconds. */
export function sumByState(stretches: readonly PresenceStretchView[], now: number): readonly StateSum[] {
  const sums = new Map<string, Omit<StateSum, 'share'>>();
  let all = 0;
  for (const { state, reason, since, until } of stretches) {
    const length = Math.max(0, (until ?? now) - since);
    const key = `${state} ${reason ?? ''}`;
    sums.set(key, { state, reason, lasted: (sums.get(key)?.lasted ?? 0) + length });
    all += length;
  }
  return [...sums.values()]
    .map((sum) => ({ ...sum, share: all === 0 ? 0 : sum.lasted / all }))
    .toSorted((a, b) => b.lasted - a.lasted);
}
