import type { AgentId, CaseId, CauseId, PreventionId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { LocalText } from '@ringside/shared/model/language';

/** Why things go wrong: an item of the centre, in at most two levels. Apart from the category, which the customer names. */
export interface Cause {
  readonly causeId: CauseId;
  readonly parent: CauseId | null;
  readonly name: LocalText;
  readonly active: boolean;
}

/** A measure against a cause (PREV). */
export interface Prevention {
  readonly preventionId: PreventionId;
  readonly causeId: CauseId;
  /** the case that led to it; null: decided on the figures */
  readonly caseId: CaseId | null;
  readonly what: string;
  readonly ownerId: AgentId;
  readonly dueAt: Instant;
  readonly madeBy: AgentId;
  readonly madeAt: Instant;
  readonly doneAt: Instant | null;
  /** when its effect is looked at: cases of the cause per 1,000 contacts before and after `doneAt` */
  readonly verifyAt: Instant | null;
  readonly verdict: 'effective' | 'notEffective' | 'cancelled' | null;
  readonly note: string;
  readonly version: number;
}
