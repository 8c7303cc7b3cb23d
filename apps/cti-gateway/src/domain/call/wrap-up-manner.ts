import type { Instant } from '@ringside/shared/model/instant';
import type { WrapUpMode } from '@ringside/shared/model/wrap-up-mode';
import type { WrapUpRule } from './call-command.ts';

/** How a contact is being wrapped up, as its queue said when the call ended. */
export interface WrapUpManner {
  readonly mode: Exclude<WrapUpMode, 'none'>;
  /** whether the agent must say how it ended before being done (WRAP-2) */
  readonly dispositionNeeded: boolean;
}

/** WRAP-5: what follows the end of a call; `until` null: no time of its own. Null: no wrap-up at all. */
export function wrapUpAfter(
  { mode, wrapUpFor, dispositionNeeded }: WrapUpRule,
  at: Instant,
): { readonly manner: WrapUpManner; readonly until: Instant | null } | null {
  switch (mode) {
    case 'none':
      return null;
    case 'optional':
    case 'mandatory':
      return { manner: { mode, dispositionNeeded }, until: null };
    case 'timedOptional':
    case 'mandatoryTimed':
      return wrapUpFor > 0 ? { manner: { mode, dispositionNeeded }, until: at + wrapUpFor } : null;
  }
}

/** WRAP-4: only time that is the agent's own can be made longer. */
export const mayExtend = (manner: WrapUpManner | null): boolean =>
  manner === null || manner.mode === 'timedOptional';
