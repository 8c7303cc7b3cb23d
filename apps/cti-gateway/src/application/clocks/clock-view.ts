import type { AgentId, CaseId } from '@ringside/shared/model/ids';
import type { ClockKind } from '@ringside/shared/model/case-clock';
import type { Milliseconds } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type {
  ClockAtRisk,
  ClockExplanation,
  ClocksAtRisk,
  ClockView,
} from '@ringside/shared/protocol/case-clocks';
import type { CaseClock, Pause } from '../../domain/clock/case-clock.ts';
import { isOpen, openPauseOf, standingOf } from '../../domain/clock/clock-life.ts';
import { explainClock } from '../../domain/clock/explain-clock.ts';
import { agentName } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { maySeeTo } from './see-to-clock.ts';
import { isAlerting } from './tell-of-clocks.ts';

/** The clocks of a case, and what this person may do about each. */
export async function clocksOfCase(
  parts: Parts,
  agentId: AgentId,
  caseId: CaseId,
): Promise<Result<ClockView[], 'unknownCase'>> {
  const one = await parts.store.case(caseId);
  if (one === null) return refuse('unknownCase');
  const mayAct = maySeeTo(parts, agentId, one);
  return ok((await parts.store.clocksOfCase(caseId)).map((clock) => clockView(parts, clock, mayAct)));
}

function clockView({ centre, clock: time }: Parts, clock: CaseClock, mayAct: boolean): ClockView {
  const standing = standingOf(clock, time.now());
  const pause = isOpen(clock) ? openPauseOf(clock) : null;
  const { startedAt, target, dueAt, metAt, breachedAt, acknowledgedAt } = clock;
  return {
    ...{ clock: clock.clock, time: clock.time, startedAt, target, dueAt, metAt, breachedAt, acknowledgedAt },
    name: centre.clocks.find(({ rule }) => rule === clock.rule)?.name ?? null,
    standing,
    paused: pause === null ? null : { since: pause.from, ...reasonOf(pause) },
    may: {
      acknowledge: mayAct && isAlerting(clock),
      pause: mayAct && clock.clock !== 'statutory' && (standing === 'running' || standing === 'warned'),
      resume: mayAct && pause !== null,
    },
  };
}

/** A stage's id stands in the ledger as it is; the desk knows its name. */
const reasonOf = ({ who, why }: Pause) => ({
  why: who === null ? '' : why,
  stage: who === null ? why : null,
});

/** CLOCK-14. */
export async function explanationOf(
  { store, centre, clock: time }: Parts,
  caseId: CaseId,
  kind: ClockKind,
): Promise<Result<ClockExplanation, 'unknownCase'>> {
  const clock = (await store.clocksOfCase(caseId)).find((one) => one.clock === kind);
  if (clock === undefined) return refuse('unknownCase');
  const { calendar, days, pauses, ...told } = explainClock(clock, centre, time.now());
  return ok({
    ...told,
    clock: kind,
    calendar: calendar?.name ?? null,
    days: days.map((day) => ({ ...day, counted: day.counted.map((span) => ({ ...span })) })),
    pauses: pauses.map((pause) => ({
      from: pause.from,
      until: pause.until,
      leftOut: pause.leftOut,
      ...reasonOf(pause),
    })),
  });
}

/** CLOCK-17: clocks of all cases, those breached longest first, then those due soonest. */
export async function clocksAtRisk(
  { store, floor, clock: time }: Parts,
  within: Milliseconds | null,
  limit: number,
): Promise<ClocksAtRisk> {
  const now = time.now();
  const until = within === null ? null : now + within;
  const clocks = await store.clocksAtRisk({ now, until }, limit + 1);
  const cases = await Promise.all(clocks.map(({ caseId }) => store.case(caseId)));
  const rows = clocks.slice(0, limit).flatMap((clock, nth): ClockAtRisk[] => {
    const one = cases[nth] ?? null;
    if (one === null || clock.dueAt === null) return [];
    const { caseId, dueAt, acknowledgedAt } = clock;
    const { reference, title, ownerId, severity } = one;
    return [
      {
        ...{ caseId, clock: clock.clock, reference, title, dueAt, acknowledgedAt, ownerId, severity },
        standing: standingOf(clock, now),
        ownerName: ownerId === null ? '' : agentName(floor, ownerId),
      },
    ];
  });
  return { rows, more: clocks.length > limit };
}
