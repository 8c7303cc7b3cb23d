import type { ClockKind } from '@ringside/shared/model/case-clock';
import type { AgentId, CaseId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Case } from '../../domain/case/case.ts';
import type { CaseClock } from '../../domain/clock/case-clock.ts';
import type { ClockTerms } from '../../domain/clock/clock-life.ts';
import {
  catchUp,
  openPauseOf,
  pauseClock,
  resumeClock,
  seeTo,
  standingOf,
} from '../../domain/clock/clock-life.ts';
import { isInCharge } from '../in-charge.ts';
import type { Parts } from '../parts.ts';
import { clockDeadline } from './clock-deadline.ts';
import { clockEntry, entriesOf } from './clock-entry.ts';

export interface OneClock {
  readonly caseId: CaseId;
  readonly clock: ClockKind;
}

export type ClockRefusal = 'unknownCase' | 'notAllowed' | 'notPossibleNow' | 'changedMeanwhile';
type Done = Promise<Result<void, ClockRefusal>>;

/** CLOCK-7: somebody sees to a breach; saying so again changes nothing. */
export const acknowledgeClock = (parts: Parts, agentId: AgentId, which: OneClock): Done =>
  change(parts, agentId, which, 'clockSeenTo', '', (clock, now) => {
    if (clock.acknowledgedAt !== null) return clock;
    return standingOf(clock, now) === 'breached' ? seeTo(clock, now) : null;
  });

/** CLOCK-5: a person lets a clock stand still, and says why. */
export const haltClock = (parts: Parts, agentId: AgentId, which: OneClock & { readonly why: string }): Done =>
  change(parts, agentId, which, 'clockPaused', which.why, (clock, now, terms) => {
    if (openPauseOf(clock) !== null) return clock;
    const paused = pauseClock(clock, { at: now, why: which.why, who: agentId }, terms);
    return paused === clock ? null : paused;
  });

export const letClockRun = (parts: Parts, agentId: AgentId, which: OneClock): Done =>
  change(parts, agentId, which, 'clockResumed', '', (clock, now, terms) => resumeClock(clock, now, terms));

/** CLOCK-16. */
export const maySeeTo = (parts: Parts, agentId: AgentId, { ownerId }: Case): boolean =>
  ownerId === agentId || isInCharge(parts, agentId);

/** `decide` gives the clock itself where it is so already, null where it can't be. */
async function change(
  parts: Parts,
  agentId: AgentId,
  { caseId, clock: kind }: OneClock,
  what: 'clockSeenTo' | 'clockPaused' | 'clockResumed',
  text: string,
  decide: (clock: CaseClock, now: number, terms: ClockTerms) => CaseClock | null,
): Done {
  const { store, centre, clock: time, journal, desks } = parts;
  const one = await store.case(caseId);
  if (one === null) return refuse('unknownCase');
  if (!maySeeTo(parts, agentId, one)) return refuse('notAllowed');
  const stored = (await store.clocksOfCase(caseId)).find(({ clock }) => clock === kind);
  const rule = centre.clocks.find((known) => known.rule === stored?.rule);
  if (stored === undefined || rule === undefined) return refuse('notPossibleNow');
  const terms = { rule, times: centre };
  const now = time.now();
  const { clock: before, happened } = catchUp(stored, terms, now);
  const decided = decide(before, now, terms);
  if (decided === null) return refuse('notPossibleNow');
  if (decided === before) return ok(undefined);
  const { clock: then, next, happened: later } = catchUp(decided, terms, now);
  const after = { ...then, version: stored.version + 1 };
  const written = await journal.write({
    changes: [
      { put: 'caseClock', clock: after },
      ...entriesOf(parts, after, happened),
      clockEntry(parts, { what, at: now, who: agentId, before: stored, after, text }),
      ...entriesOf(parts, after, later),
      ...clockDeadline(parts, caseId, kind, next),
    ],
    after: () => desks.showAll({ what: 'caseTouched', caseId, version: one.version }),
  });
  return written.ok ? ok(undefined) : refuse('changedMeanwhile');
}
