import type { AgentId } from '@ringside/shared/model/ids';
import type { Case } from '../../domain/case/case.ts';
import type { Change } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';

/** What of a change of a case a clock can't see in the case itself. */
export interface ClockFacts {
  readonly who: AgentId | null;
  /** the customer was told something with it: a customer note, a letter, a call (CLOCK-9) */
  readonly told: boolean;
}

/**
 * What follows from a change of a case for its clocks; written in the same commit as the change. `before` is null where
 * the case is opened. Clocks start, follow another rule, stand still, run on, are met or stop.
 */
export async function clockChanges(
  _parts: Parts,
  _before: Case | null,
  _after: Case,
  _facts: ClockFacts,
): Promise<readonly Change[]> {
  return Promise.resolve([]);
}
