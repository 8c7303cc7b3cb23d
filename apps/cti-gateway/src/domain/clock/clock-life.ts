import type { ClockStanding, EscalationStep } from '@ringside/shared/model/case-clock';
import type { AgentId, CaseId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { CaseClock, ClockRule, Pause } from './case-clock.ts';
import type { ClockTimes } from './clock-timing.ts';
import { dueOf, warningsOf } from './clock-timing.ts';

/** What a clock goes by. */
export interface ClockTerms {
  readonly rule: ClockRule;
  readonly times: ClockTimes;
}

export const isOpen = ({ metAt, stoppedAt }: CaseClock): boolean => metAt === null && stoppedAt === null;

export const openPauseOf = ({ pauses }: CaseClock): Pause | null =>
  pauses.find(({ until }) => until === null) ?? null;

/** How a clock stands (CLOCK-4 to CLOCK-7). One that is breached stays so while its case waits. */
export function standingOf(clock: CaseClock, now: Instant): ClockStanding {
  if (clock.metAt !== null) return clock.breachedAt === null ? 'met' : 'metLate';
  if (clock.stoppedAt !== null) return 'stopped';
  if (clock.breachedAt !== null || (clock.dueAt !== null && clock.dueAt <= now)) return 'breached';
  if (openPauseOf(clock) !== null) return 'paused';
  return clock.warningsGiven > 0 ? 'warned' : 'running';
}

export function startClock(caseId: CaseId, at: Instant, terms: ClockTerms): CaseClock {
  const fresh: CaseClock = {
    ...{ caseId, clock: terms.rule.clock, ...kindOfTime(terms.rule) },
    startedAt: at,
    dueAt: null,
    pauses: [],
    metAt: null,
    stoppedAt: null,
    warningsGiven: 0,
    breachedAt: null,
    stepsTaken: 0,
    acknowledgedAt: null,
    version: 0,
  };
  return reckon(fresh, terms);
}

/** CLOCK-9, CLOCK-10: from the beginning, in the row it has. */
export const startAnew = (clock: CaseClock, at: Instant, terms: ClockTerms): CaseClock => ({
  ...startClock(clock.caseId, at, terms),
  version: clock.version,
});

/** CLOCK-11, CLOCK-12: an open clock goes by these terms from now on. */
export function follow(clock: CaseClock, terms: ClockTerms, now: Instant): CaseClock {
  const moved = reckon({ ...clock, ...kindOfTime(terms.rule) }, terms);
  const passed = warningsOf(moved, terms.rule.warnBefore, terms.times).filter((at) => at <= now).length;
  return settled({ ...moved, warningsGiven: Math.min(clock.warningsGiven, passed) }, now);
}

const kindOfTime = ({ rule, time, calendarId, target }: ClockRule) => ({ rule, time, calendarId, target });

const reckon = (clock: CaseClock, { times }: ClockTerms): CaseClock => ({
  ...clock,
  dueAt: dueOf(clock, times),
});

/** CLOCK-12: a breach goes with its due time; one that is none any more is taken back. */
function settled(clock: CaseClock, now: Instant): CaseClock {
  if (clock.breachedAt === null) return clock;
  if (clock.dueAt !== null && clock.dueAt <= now) return { ...clock, breachedAt: clock.dueAt };
  return { ...clock, breachedAt: null, stepsTaken: 0, acknowledgedAt: null };
}

/** CLOCK-5: nothing where it stands still already, is breached, is over, or never stands still. */
export function pauseClock(
  clock: CaseClock,
  pause: { readonly at: Instant; readonly why: string; readonly who: AgentId | null },
  terms: ClockTerms,
): CaseClock {
  const standing = standingOf(clock, pause.at);
  if (clock.clock === 'statutory' || (standing !== 'running' && standing !== 'warned')) return clock;
  const { at: from, why, who } = pause;
  return reckon({ ...clock, pauses: [...clock.pauses, { from, until: null, why, who }] }, terms);
}

export function resumeClock(clock: CaseClock, at: Instant, terms: ClockTerms): CaseClock {
  if (!isOpen(clock) || openPauseOf(clock) === null) return clock;
  return reckon({ ...clock, pauses: ended(clock.pauses, at) }, terms);
}

const ended = (pauses: readonly Pause[], at: Instant): readonly Pause[] =>
  pauses.map((pause) => (pause.until === null ? { ...pause, until: Math.max(at, pause.from) } : pause));

/** What was asked of it is done: in time, or late. */
export const meetClock = (clock: CaseClock, at: Instant): CaseClock => ({
  ...clock,
  pauses: ended(clock.pauses, at),
  metAt: at,
  breachedAt: clock.breachedAt ?? (clock.dueAt !== null && clock.dueAt < at ? clock.dueAt : null),
});

export const stopClock = (clock: CaseClock, at: Instant): CaseClock => ({
  ...clock,
  pauses: ended(clock.pauses, at),
  stoppedAt: at,
});

/** CLOCK-10: it runs on, and the time since it was met is a pause. */
export function runOn(clock: CaseClock, at: Instant, why: string, terms: ClockTerms): CaseClock {
  const since = clock.metAt ?? clock.stoppedAt ?? at;
  const pauses =
    clock.clock === 'statutory'
      ? clock.pauses
      : [...clock.pauses, { from: since, until: at, why, who: null }];
  return follow({ ...clock, pauses, metAt: null, stoppedAt: null }, terms, at);
}

/** CLOCK-7: somebody sees to it. */
export const seeTo = (clock: CaseClock, at: Instant): CaseClock => ({ ...clock, acknowledgedAt: at });

export type ClockHappening =
  | { readonly what: 'warned'; readonly at: Instant }
  | { readonly what: 'breached'; readonly at: Instant; readonly tells: EscalationStep | null }
  | { readonly what: 'escalated'; readonly at: Instant; readonly tells: EscalationStep };

export interface CaughtUp {
  readonly clock: CaseClock;
  /** what has come to pass, in order */
  readonly happened: readonly ClockHappening[];
  /** when to look again; null: nothing comes by itself */
  readonly next: Instant | null;
}

/** CLOCK-13: what has come to pass until now, each once and with its true time. */
export function catchUp(clock: CaseClock, { rule, times }: ClockTerms, now: Instant): CaughtUp {
  if (!isOpen(clock)) return { clock, happened: [], next: null };
  const warnings = warningsOf(clock, rule.warnBefore, times);
  const warned = warnings
    .filter((at) => at <= now)
    .slice(clock.warningsGiven)
    .map((at): ClockHappening => ({ what: 'warned', at }));
  const warningsGiven = clock.warningsGiven + warned.length;
  const told = breachOf({ ...clock, warningsGiven }, rule, now);
  const nextWarning = warnings[warningsGiven] ?? Infinity;
  const next = Math.min(nextWarning, told.next);
  return {
    clock: told.clock,
    happened: [...warned, ...told.happened],
    next: Number.isFinite(next) ? next : null,
  };
}

interface Told {
  readonly clock: CaseClock;
  readonly happened: readonly ClockHappening[];
  readonly next: number;
}

function breachOf(clock: CaseClock, rule: ClockRule, now: Instant): Told {
  const at = clock.breachedAt ?? clock.dueAt;
  if (at === null || at > now) return { clock, happened: [], next: at ?? Infinity };
  const first = rule.escalation[0] ?? null;
  if (clock.breachedAt !== null) return stepsOf(clock, at, rule, now);
  const breached = { ...clock, breachedAt: at, stepsTaken: first === null ? 0 : 1 };
  const later = stepsOf(breached, at, rule, now);
  return { ...later, happened: [{ what: 'breached', at, tells: first }, ...later.happened] };
}

/** CLOCK-7: step n is told n distances after the breach; of the last one's repetitions only the latest that passed. */
function stepsOf(
  clock: CaseClock,
  breachedAt: Instant,
  { escalation, escalateEvery }: ClockRule,
  now: Instant,
): Told {
  const last = escalation.at(-1);
  if (last === undefined || clock.acknowledgedAt !== null) return { clock, happened: [], next: Infinity };
  const at = (step: number): Instant => breachedAt + step * escalateEvery;
  const passed = Math.max(clock.stepsTaken, Math.floor((now - breachedAt) / escalateEvery) + 1);
  const happened: ClockHappening[] = [];
  for (let step = clock.stepsTaken; step < Math.min(passed, escalation.length); step += 1)
    happened.push({ what: 'escalated', at: at(step), tells: escalation[step] ?? last });
  if (passed > Math.max(clock.stepsTaken, escalation.length))
    happened.push({ what: 'escalated', at: at(passed - 1), tells: last });
  return { clock: { ...clock, stepsTaken: passed }, happened, next: at(passed) };
}
