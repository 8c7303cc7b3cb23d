import type { AgentId, CaseId, CauseId, PreventionId, TaskId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { LocalText } from '@ringside/shared/model/language';
import type { Effect } from './effect.ts';

/** Why things go wrong: an item of the centre, in at most two levels. Apart from the category, which the customer names. */
export interface Cause {
  readonly causeId: CauseId;
  readonly parent: CauseId | null;
  readonly name: LocalText;
  readonly active: boolean;
}

/**
 * A measure against a cause (PREV).
 *
 *   open ─done─▶ done ─verify─▶ effective | notEffective
 *     └─cancel─▶ cancelled ◀─┘
 */
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
  /** what reminds of it: of doing it, then of looking at its effect */
  readonly taskId: TaskId | null;
  readonly doneAt: Instant | null;
  /** when its effect is looked at */
  readonly verifyAt: Instant | null;
  readonly verdict: Verdict | null;
  /** the numbers that whoever gave the verdict saw */
  readonly effect: Effect | null;
  readonly note: string;
  readonly version: number;
}

export const verdicts = ['effective', 'notEffective', 'cancelled'] as const;
export type Verdict = (typeof verdicts)[number];

type PreventionState = 'open' | 'done' | Verdict;

export const stateOf = ({ verdict, doneAt }: Prevention): PreventionState =>
  verdict ?? (doneAt === null ? 'open' : 'done');

export type MeasureAct = 'change' | 'done' | 'verify' | 'cancel';

const mayFollow: Readonly<Record<PreventionState, readonly MeasureAct[]>> = {
  open: ['change', 'done', 'cancel'],
  done: ['verify', 'cancel'],
  effective: [],
  notEffective: [],
  cancelled: [],
};

/** What may be done to a measure now; the button and the guard read the same table. */
export const actsOf = (prevention: Prevention): readonly MeasureAct[] => mayFollow[stateOf(prevention)];

/** A cause and what stands under it. */
export const withCausesUnder = (causes: readonly Cause[], causeId: CauseId): readonly CauseId[] => [
  causeId,
  ...causes.filter(({ parent }) => parent === causeId).map((under) => under.causeId),
];
