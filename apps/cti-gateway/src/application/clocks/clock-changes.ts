import type { AgentId } from '@ringside/shared/model/ids';
import type { Tier } from '@ringside/shared/model/tier';
import type { Case } from '../../domain/case/case.ts';
import type { ClockStep } from '../../domain/clock/clocks-of-case.ts';
import { clocksAfter } from '../../domain/clock/clocks-of-case.ts';
import type { Change } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';
import { clockDeadline } from './clock-deadline.ts';
import { clockEntry, entriesOf, stepWord } from './clock-entry.ts';

/** What of a change of a case a clock can't see in the case itself. */
export interface ClockFacts {
  readonly who: AgentId | null;
  /** the customer was told something with it: a customer note, a letter, a call (CLOCK-9) */
  readonly told: boolean;
}

/**
 * What follows from a change of a case for its clocks; written in the same commit as the change. `before` is null where
 * the case is opened. Clocks start, follow another rule, stand still, run on, are met or stop (CLOCK-9 to CLOCK-11).
 */
export async function clockChanges(
  parts: Parts,
  before: Case | null,
  after: Case,
  { who, told }: ClockFacts,
): Promise<readonly Change[]> {
  const { store, centre, clock } = parts;
  const clocks = before === null ? [] : await store.clocksOfCase(after.caseId);
  const tier = await tierOf(parts, after);
  const steps = clocksAfter(clocks, { before, after, tier, told, now: clock.now() }, centre);
  return steps.filter(isChanged).flatMap((step) => changesOf(parts, step, who));
}

export const isChanged = ({ before, after }: ClockStep): boolean => before !== after;

export async function tierOf({ store }: Parts, { customerId }: Case): Promise<Tier | null> {
  const customer = customerId === null ? null : await store.customer(customerId);
  return customer?.tier.tier ?? null;
}

/** A clock with its history lines and its next deadline. */
export function changesOf(parts: Parts, step: ClockStep, who: AgentId | null): Change[] {
  const { before, after, happened, next, kind } = step;
  const what = stepWord(step);
  return [
    { put: 'caseClock', clock: after },
    ...entriesOf(parts, after, happened),
    ...(what === null ? [] : [clockEntry(parts, { what, at: parts.clock.now(), who, before, after })]),
    ...clockDeadline(parts, after.caseId, kind, next),
  ];
}
