import type { Grade } from '@ringside/shared/model/compensation';
import type { AuthorityView } from '@ringside/shared/protocol/compensation';

/** Who may give an amount: whoever asks, somebody of a grade, or it takes two managers (COMP-6, COMP-7). */
export type Decider = 'self' | Grade | 'twoManagers';

export interface Rung {
  readonly decider: Decider;
  /** the most this decider may give; null: no limit */
  readonly upTo: number | null;
}

/** From who asks upwards; a grade that may give no more than the one below it is left out. */
export function ladderOf({ rule, room, above }: AuthorityView): readonly Rung[] {
  const rungs: Rung[] = rule === null ? [] : [{ decider: 'self', upTo: room }];
  for (const { grade, room: upTo } of above) {
    if (upTo > (rungs.at(-1)?.upTo ?? -1)) rungs.push({ decider: grade, upTo });
  }
  return [...rungs, { decider: 'twoManagers', upTo: null }];
}

export const deciderOf = (authority: AuthorityView, amount: number): Decider =>
  ladderOf(authority).find(({ upTo }) => upTo === null || amount <= upTo)?.decider ?? 'twoManagers';
