import type { CaseHappening } from '@ringside/shared/model/case-happening';
import type { EscalationStep } from '@ringside/shared/model/case-clock';
import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { CaseClock } from '../../domain/clock/case-clock.ts';
import type { ClockHappening } from '../../domain/clock/clock-life.ts';
import type { ClockStep } from '../../domain/clock/clocks-of-case.ts';
import type { Change } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';

interface Told {
  readonly what: CaseHappening;
  readonly at: Instant;
  readonly who: AgentId | null;
  /** null: there was none */
  readonly before: CaseClock | null;
  readonly after: CaseClock;
  readonly text?: string;
  readonly tells?: EscalationStep;
}

/** CLOCK-15: the line of a case's history; which clock it is stands in the changed field, with its due times. */
export function clockEntry(parts: Parts, { what, at, who, before, after, text = '', tells }: Told): Change {
  const due = { field: `clock.${after.clock}`, from: before?.dueAt ?? null, to: after.dueAt };
  const changes = tells === undefined ? [due] : [due, { field: 'tells', from: null, to: tells }];
  const entryId = parts.ids.next<'caseEntry'>();
  return {
    put: 'caseEntry',
    entry: { entryId, caseId: after.caseId, at, who, what, text, note: null, changes },
  };
}

const happenings = {
  warned: 'clockWarned',
  breached: 'clockBreached',
  escalated: 'clockEscalated',
} as const satisfies Record<ClockHappening['what'], CaseHappening>;

/** CLOCK-13: what came to pass by itself, with its true time. */
export const entriesOf = (parts: Parts, clock: CaseClock, happened: readonly ClockHappening[]): Change[] =>
  happened.map((one) =>
    clockEntry(parts, {
      what: happenings[one.what],
      at: one.at,
      who: null,
      before: clock,
      after: clock,
      ...('tells' in one && one.tells !== null ? { tells: one.tells } : {}),
    }),
  );

/** What a change of the case did to a clock; null where the case's own line says enough. */
export function stepWord({ before, after }: ClockStep): CaseHappening | null {
  if (before === null) return null;
  if (before.metAt === null && after.metAt !== null) return 'clockMet';
  if (before.stoppedAt === null && after.stoppedAt !== null) return 'clockStopped';
  if (before.startedAt !== after.startedAt) return 'clockStarted';
  const [stood, stands] = [before, after].map(({ pauses }) => pauses.some(({ until }) => until === null));
  if (!stood && stands) return 'clockPaused';
  if (stood && !stands) return 'clockResumed';
  if (before.metAt !== null && after.metAt === null) return 'clockResumed';
  return before.dueAt === after.dueAt ? null : 'clockRecomputed';
}
