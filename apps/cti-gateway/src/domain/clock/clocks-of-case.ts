import type { ClockKind } from '@ringside/shared/model/case-clock';
import { clockKinds } from '@ringside/shared/model/case-clock';
import type { StagePhase } from '@ringside/shared/model/case-stage';
import type { Tier } from '@ringside/shared/model/tier';
import type { Instant } from '@ringside/shared/model/instant';
import type { Case } from '../case/case.ts';
import type { Workflow } from '../case/workflow.ts';
import type { CaseClock, ClockRule } from './case-clock.ts';
import type { ClockHappening, ClockTerms } from './clock-life.ts';
import {
  catchUp,
  follow,
  isOpen,
  meetClock,
  openPauseOf,
  pauseClock,
  resumeClock,
  runOn,
  seeTo,
  startAnew,
  startClock,
  stopClock,
} from './clock-life.ts';
import { ruleFor } from './clock-rule.ts';
import type { ClockTimes } from './clock-timing.ts';

/** What of the centre clocks go by. */
export interface ClockCentre extends ClockTimes {
  readonly clocks: readonly ClockRule[];
  readonly workflows: readonly Workflow[];
}

/** A change of a case, as its clocks see it. */
export interface CaseStep {
  /** null: it is opened */
  readonly before: Case | null;
  readonly after: Case;
  readonly tier: Tier | null;
  /** the customer was told something with it */
  readonly told: boolean;
  readonly now: Instant;
}

/** One clock before and after the step, with what had come to pass meanwhile and when it is looked at again. */
export interface ClockStep {
  readonly kind: ClockKind;
  readonly before: CaseClock | null;
  readonly after: CaseClock;
  readonly happened: readonly ClockHappening[];
  readonly next: Instant | null;
}

/** What a stage is for; a case whose stage its workflow no longer knows is worked on. */
export const phaseOf = ({ type, stage, closedAt }: Case, workflows: readonly Workflow[]): StagePhase =>
  workflows.find((flow) => flow.type === type)?.stages.find((one) => one.stage === stage)?.phase ??
  (closedAt === null ? 'work' : 'closed');

/**
 * CLOCK-9 to CLOCK-11: how the clocks of a case stand after a change of it, or after time has passed; one that stays as it
 * is stands there as its own `before`. What passed before a case had any clock is told nobody.
 */
export function clocksAfter(
  clocks: readonly CaseClock[],
  step: CaseStep,
  centre: ClockCentre,
): readonly ClockStep[] {
  return clockKinds.flatMap((kind) => {
    const before = clocks.find(({ clock }) => clock === kind) ?? null;
    const { type, severity, contractId } = step.after;
    const rule = ruleFor(kind, centre.clocks, { type, severity, contractId, tier: step.tier });
    const terms = rule === null ? null : { rule, times: centre };
    if (before === null && terms === null) return [];
    // what passed until now passed by the old terms
    const old = before === null ? undefined : centre.clocks.find((one) => one.rule === before.rule);
    const caught =
      before === null || old === undefined
        ? { clock: before, happened: [] }
        : catchUp(before, { rule: old, times: centre }, step.now);
    const after = afterStep(caught.clock, kind, terms, situationOf(step, centre));
    if (after === null) return [];
    const then = terms === null ? null : catchUp(after, terms, step.now);
    if (before !== null && same(before, then?.clock ?? after))
      return [{ kind, before, after: before, happened: [], next: then?.next ?? null }];
    const isLate = step.before !== null && clocks.length === 0;
    const reached = then?.clock ?? after;
    return [
      {
        kind,
        before,
        after: {
          ...(isLate && reached.breachedAt !== null ? seeTo(reached, step.now) : reached),
          version: (before?.version ?? 0) + 1,
        },
        happened: isLate ? [] : [...caught.happened, ...(then?.happened ?? [])],
        next: isLate && reached.breachedAt !== null ? null : (then?.next ?? null),
      },
    ];
  });
}

const same = (one: CaseClock, other: CaseClock): boolean => JSON.stringify(one) === JSON.stringify(other);

interface Situation extends CaseStep {
  readonly phase: StagePhase;
  readonly phaseBefore: StagePhase | null;
  readonly reopened: boolean;
}

function situationOf(step: CaseStep, { workflows }: ClockCentre): Situation {
  const { before, after } = step;
  return {
    ...step,
    phase: after.closedAt === null ? phaseOf(after, workflows) : 'closed',
    phaseBefore: before === null ? null : before.closedAt === null ? phaseOf(before, workflows) : 'closed',
    reopened: before !== null && before.closedAt !== null && after.closedAt === null,
  };
}

/** Its answer is out, or it is closed: nobody works on it any more. */
const answered = (phase: StagePhase | null): boolean =>
  phase === 'answered' || phase === 'check' || phase === 'closed';

function afterStep(
  clock: CaseClock | null,
  kind: ClockKind,
  terms: ClockTerms | null,
  at: Situation,
): CaseClock | null {
  if (terms === null) return clock !== null && isOpen(clock) ? stopClock(clock, at.now) : clock;
  const begun = clock === null ? begin(kind, terms, at) : goOn(clock, kind, terms, at);
  if (begun === null || !isOpen(begun)) return begun;
  return ended(waited(begun, terms, at), kind, at);
}

/** A clock that has nothing more to ask for is not begun, but where the case is opened so that it shows as met. */
function begin(
  kind: ClockKind,
  terms: ClockTerms,
  { after, before, phase, now }: Situation,
): CaseClock | null {
  if (phase === 'closed' && before !== null) return null;
  if (kind === 'update') return answered(phase) ? null : startClock(after.caseId, now, terms);
  return startClock(after.caseId, before === null ? now : after.openedAt, terms);
}

function goOn(clock: CaseClock, kind: ClockKind, terms: ClockTerms, at: Situation): CaseClock {
  const { now, phase, phaseBefore, reopened, told } = at;
  const back = answered(phaseBefore) && !answered(phase);
  if (kind === 'update' && !answered(phase) && (told || back || clock.stoppedAt !== null))
    return startAnew(clock, now, terms);
  if (kind === 'resolve' && reopened) return startAnew(clock, now, terms);
  if (kind === 'resolve' && back && clock.metAt !== null) return runOn(clock, now, 'answered', terms);
  if (clock.stoppedAt !== null && phase !== 'closed')
    return kind === 'acknowledge' && reopened
      ? startAnew(clock, now, terms)
      : runOn(clock, now, 'closed', terms);
  return isOpen(clock) ? follow(clock, terms, now) : clock;
}

/** CLOCK-5: it stands still while its case waits. */
function waited(clock: CaseClock, terms: ClockTerms, { phase, after, now }: Situation): CaseClock {
  if (phase === 'waiting') return pauseClock(clock, { at: now, why: after.stage, who: null }, terms);
  // a pause that a person made is theirs to end
  return openPauseOf(clock)?.who === null ? resumeClock(clock, now, terms) : clock;
}

/** CLOCK-9: whether what a clock asks for is done. */
function ended(clock: CaseClock, kind: ClockKind, { after, phase, now }: Situation): CaseClock {
  const closed = phase === 'closed';
  switch (kind) {
    case 'acknowledge':
      if (after.acknowledgedAt !== null)
        return meetClock(clock, Math.max(after.acknowledgedAt, clock.startedAt));
      return closed ? stopClock(clock, now) : clock;
    case 'update':
      return answered(phase) ? stopClock(clock, now) : clock;
    case 'resolve':
      return answered(phase) ? meetClock(clock, now) : clock;
    case 'statutory':
      if (after.answer.toldAt !== null)
        return meetClock(clock, Math.max(after.answer.toldAt, clock.startedAt));
      return closed ? stopClock(clock, now) : clock;
  }
}
