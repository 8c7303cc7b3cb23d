import type { CaseType, Severity } from '@ringside/shared/model/case-stage';
import type { AgentId, CaseId, CustomerId, JobFamilyId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Tier } from '@ringside/shared/model/tier';
import type { Case, CustomerPromise, Priority } from '../domain/case/case.ts';
import type { CaseFacts } from '../domain/case/case-priority.ts';

/** Which open cases a list shows; all that is given must hold, an empty list leaves its question open. */
export interface WorkFilter {
  readonly owner: AgentId | 'nobody' | null;
  /** of a team: its family's cases, and those its people have */
  readonly team: { readonly familyId: JobFamilyId | null; readonly people: readonly AgentId[] } | null;
  readonly types: readonly CaseType[];
  readonly stages: readonly { readonly type: CaseType; readonly stage: string }[];
  readonly severities: readonly Severity[];
  readonly tiers: readonly Tier[];
  readonly categories: readonly string[];
  /** a clock is due in [from, until) */
  readonly due: { readonly from: Instant | null; readonly until: Instant } | null;
  readonly reopenedOnly: boolean;
  /** part of the title or of the reference, or the customer is one of these */
  readonly text: { readonly part: string; readonly customers: readonly CustomerId[] } | null;
}

export const workSorts = ['priority', 'due', 'oldest', 'newest'] as const;
export type WorkSort = (typeof workSorts)[number];

/** Where a row stands in any of the orders: what the next page goes on from. */
export interface WorkPlace {
  readonly caseId: CaseId;
  readonly score: number;
  readonly openedAt: Instant;
  readonly dueAt: Instant | null;
}

export interface WorkRow {
  readonly case: Case;
  /** as it was when the case was last ranked; null: nobody knows who the customer is */
  readonly tier: Tier | null;
  /** when the soonest of its clocks that are not met is due */
  readonly dueAt: Instant | null;
}

export interface WorkCount {
  readonly count: number;
  /** there are more, or may be: counting ends early */
  readonly more: boolean;
}

/** An open case with all that its priority depends on. */
export interface CaseToRank {
  readonly caseId: CaseId;
  readonly facts: CaseFacts;
  readonly version: number;
  /** as it was ranked last */
  readonly ranked: CaseRank;
}

/** What ranking writes. It is no change of the case: it neither counts a version nor stands in its history (WORK-1). */
export interface CaseRank {
  readonly priority: Priority;
  readonly rankAgainAt: Instant | null;
  readonly tier: Tier | null;
  readonly dueAt: Instant | null;
}

/** What lies on one person's desk. */
export interface WorkLoad {
  readonly open: Readonly<Record<Severity, number>>;
  /** open cases with a clock past its time */
  readonly overdue: number;
  /** open tasks due until the end of the day, late ones too */
  readonly tasksDue: number;
  /** open promises due within a day or broken */
  readonly promisesAtRisk: number;
}

/** The reading part of the store that the work list is made of; cheap whatever the number of cases. */
export interface WorkStore {
  /** Cases whose priority has changed by itself until then, at most `limit`, the longest due first. */
  casesToRank(until: Instant, limit: number): Promise<readonly CaseToRank[]>;
  /** Of these, those that are open. */
  caseRanksOf(caseIds: readonly CaseId[]): Promise<readonly CaseToRank[]>;
  /** When the next priority changes by itself; null: none does. */
  nextRankAt(): Promise<Instant | null>;
  /** The next rows behind a place; null: the first ones. With `due` those alone that have a clock. */
  workPage(
    filter: WorkFilter,
    sort: WorkSort,
    after: WorkPlace | null,
    limit: number,
  ): Promise<readonly WorkRow[]>;
  /** Counts up to `most`. */
  workCount(filter: WorkFilter, most: number): Promise<WorkCount>;
  workLoad(agentId: AgentId, now: Instant, endOfDay: Instant): Promise<WorkLoad>;
  /** Promises to customers that are not yet kept, of everybody, by due time; at most `limit`. */
  openPromises(limit: number): Promise<readonly CustomerPromise[]>;
}
