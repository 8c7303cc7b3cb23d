import type { CaseId } from '@ringside/shared/model/ids';
import type { ClockStep } from '../../domain/clock/clocks-of-case.ts';
import { clocksAfter } from '../../domain/clock/clocks-of-case.ts';
import { isOpen } from '../../domain/clock/clock-life.ts';
import type { Parts } from '../parts.ts';
import { changesOf, isChanged, tierOf } from './clock-changes.ts';
import { watchClock } from './clock-deadline.ts';

/** How many clocks of a case were looked at, and how many of them have another due time now. */
export interface Looked {
  readonly looked: number;
  readonly moved: number;
}

const nothing: Looked = { looked: 0, moved: 0 };

/**
 * CLOCK-12, CLOCK-13: lets the clocks of a case do what their time has come for, by the rules and calendars of now.
 * 'conflict': somebody wrote one meanwhile, so that it must be looked at once more.
 */
export async function lookAtClocks(parts: Parts, caseId: CaseId): Promise<Looked | 'conflict'> {
  const { store, journal, desks } = parts;
  const one = await store.case(caseId);
  if (one === null) return nothing;
  const [clocks, tier] = await Promise.all([store.clocksOfCase(caseId), tierOf(parts, one)]);
  const step = { before: one, after: one, tier, told: false, now: parts.clock.now() };
  const steps = clocksAfter(clocks, step, parts.centre);
  for (const { after, next } of steps.filter((same) => !isChanged(same))) watchClock(parts, after, next);
  const changed = steps.filter(isChanged);
  if (changed.length === 0) return { looked: steps.filter(({ after }) => isOpen(after)).length, moved: 0 };
  const { version } = one;
  const written = await journal.write({
    changes: changed.flatMap((change) => changesOf(parts, change, null)),
    after: () => desks.showAll({ what: 'caseTouched', caseId, version }),
  });
  if (!written.ok) return 'conflict';
  return {
    looked: steps.filter(({ after }) => isOpen(after)).length,
    moved: changed.filter(isMoved).length,
  };
}

const isMoved = ({ before, after }: ClockStep): boolean => before !== null && before.dueAt !== after.dueAt;
