import type { ClockKind } from '@ringside/shared/model/case-clock';
import type { CaseId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { CaseClock } from '../../domain/clock/case-clock.ts';
import type { Change } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';

/** When a clock warns, is breached or tells the next person (CLOCK-13). */
export interface ClockDeadline {
  readonly look: 'clock';
  readonly caseId: CaseId;
}

/** The row that says when a clock is looked at next; `at` null: never by itself. */
export function clockDeadline(
  { deadlines }: Parts,
  caseId: CaseId,
  kind: ClockKind,
  at: Instant | null,
): readonly Change[] {
  return deadlines.moved({ ...deadlineOf(caseId, kind), at });
}

/** The row says it already; what rang is kept in mind again. */
export function watchClock(
  { deadlines }: Parts,
  { caseId, clock }: Pick<CaseClock, 'caseId' | 'clock'>,
  at: Instant | null,
): void {
  if (at !== null) deadlines.watch({ ...deadlineOf(caseId, clock), at });
}

function deadlineOf(caseId: CaseId, kind: ClockKind) {
  const body: ClockDeadline = { look: 'clock', caseId };
  return { key: `clock ${caseId} ${kind}`, body };
}
