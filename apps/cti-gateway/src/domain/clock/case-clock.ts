import type { ClockKind, ClockTime, EscalationStep } from '@ringside/shared/model/case-clock';
import type { CaseType, Severity } from '@ringside/shared/model/case-stage';
import type { AgentId, CalendarId, CaseId, ContractId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { Tier } from '@ringside/shared/model/tier';
import type { LocalText } from '@ringside/shared/model/language';

/** A service guarantee of the centre: which cases have which clock (CLOCK-1). Of several that fit, the first in the list. */
export interface ClockRule {
  readonly rule: string;
  readonly name: LocalText;
  readonly clock: ClockKind;
  /** an empty list fits all */
  readonly types: readonly CaseType[];
  readonly severities: readonly Severity[];
  readonly tiers: readonly Tier[];
  readonly contracts: readonly ContractId[];
  readonly time: ClockTime;
  /** of business time; null: the centre's first (CLOCK-2) */
  readonly calendarId: CalendarId | null;
  readonly target: Milliseconds;
  /** how long before it is due it warns, in the same kind of time; [] never */
  readonly warnBefore: readonly Milliseconds[];
  /** from one step of the escalation to the next, in real time; the last is repeated this often */
  readonly escalateEvery: Milliseconds;
  readonly escalation: readonly EscalationStep[];
}

/** One clock of one case. `update` starts anew with each word to the customer. */
export interface CaseClock {
  readonly caseId: CaseId;
  readonly clock: ClockKind;
  readonly rule: string;
  readonly time: ClockTime;
  readonly calendarId: CalendarId | null;
  readonly startedAt: Instant;
  readonly target: Milliseconds;
  /** null while it stands still, and where its calendar never opens for long enough */
  readonly dueAt: Instant | null;
  /** the ledger, in order; the last may be open. A statutory clock has none. */
  readonly pauses: readonly Pause[];
  readonly metAt: Instant | null;
  /** when it ended unmet, because the case was closed, was answered (`update`), or no rule asks for it any more */
  readonly stoppedAt: Instant | null;
  readonly warningsGiven: number;
  /** when it passed its due time unmet */
  readonly breachedAt: Instant | null;
  /** escalation steps taken so far, repetitions counted */
  readonly stepsTaken: number;
  /** somebody said that they see to it: no more steps */
  readonly acknowledgedAt: Instant | null;
  readonly version: number;
}

export interface Pause {
  readonly from: Instant;
  /** null: it goes on */
  readonly until: Instant | null;
  /** the stage that waits for the customer, or what a person said */
  readonly why: string;
  /** null: the stage */
  readonly who: AgentId | null;
}
