import type { ChangedShift, PlannedShift } from '@ringside/shared/protocol/rota';

/** A change of a rota that is not saved yet. */
export interface DrawnShift extends PlannedShift {
  readonly origin: 'byHand' | 'plan';
  /** who is on at that time is on anyway */
  readonly stays: boolean;
}

/** A plan that somebody wants to see in the calendar before it is kept. */
export interface DrawnPlan {
  readonly shifts: readonly DrawnShift[];
  readonly reason: string;
}

/** as many as one command takes */
export const mostAtOnce = 500;

export const asChanged = ({ layer, from, until, agentId, origin }: DrawnShift): ChangedShift => ({
  ...{ layer, from, until, agentId, origin },
});

/** PLAN-11: saves as many at one stroke as a command takes, the earliest first, and ends where that fails. Returns what is left. */
export async function saveInTurn(
  shifts: readonly DrawnShift[],
  save: (some: readonly DrawnShift[]) => Promise<boolean>,
): Promise<readonly DrawnShift[]> {
  const inOrder = shifts.toSorted((a, b) => Number(a.from > b.from) - Number(a.from < b.from));
  for (let at = 0; at < inOrder.length; at += mostAtOnce) {
    // oxlint-disable-next-line no-await-in-loop -- each only where the one before was saved
    if (!(await save(inOrder.slice(at, at + mostAtOnce)))) return inOrder.slice(at);
  }
  return [];
}
