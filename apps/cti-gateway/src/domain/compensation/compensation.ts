import type { AgentId, CaseId, CauseId, CompensationId, CustomerId } from '@ringside/shared/model/ids';
import type { CompensationKind, CompensationState, Grade } from '@ringside/shared/model/compensation';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { Tier } from '@ringside/shared/model/tier';
import type { LocalText } from '@ringside/shared/model/language';

/** Who may give what to whom without asking (COMP-1). Of several rules that fit, the most generous counts. */
export interface AuthorityRule {
  readonly rule: string;
  readonly name: LocalText;
  readonly grades: readonly Grade[];
  /** an empty list fits all */
  readonly tiers: readonly Tier[];
  readonly causes: readonly CauseId[];
  readonly kinds: readonly CompensationKind[];
  /** money: each, and per customer within `within`, in minor units of the centre's currency; a replacement at its value */
  readonly upTo: number;
  readonly upToPerCustomer: number;
  /** points, in points */
  readonly pointsUpTo: number;
  readonly pointsPerCustomer: number;
  readonly within: Milliseconds;
}

export interface Compensation {
  readonly compensationId: CompensationId;
  readonly caseId: CaseId;
  readonly customerId: CustomerId | null;
  readonly kind: CompensationKind;
  /** minor units of the centre's currency; of points: points; 0 for an apology letter */
  readonly amount: number;
  /** what the case was about, whose it was and why it happened as far as was known, when it was given or asked for */
  readonly category: string;
  readonly tier: Tier | null;
  readonly causeId: CauseId | null;
  readonly state: CompensationState;
  readonly reason: string;
  readonly evidence: string;
  readonly askedBy: AgentId;
  /** what they were then */
  readonly grade: Grade;
  readonly askedAt: Instant;
  /** two business hours after it was asked for; null: it needed no approval */
  readonly decideBy: Instant | null;
  /** the first of two managers, where it takes two */
  readonly endorsedBy: AgentId | null;
  /** null: nobody yet, or it needed no approval */
  readonly decidedBy: AgentId | null;
  /** since when it is granted or refused */
  readonly decidedAt: Instant | null;
  readonly decision: string;
  readonly doneAt: Instant | null;
  readonly version: number;
}
