import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { SkillNeed } from '../centre/queue.ts';
import type { RoutingPoints } from './caller-standing.ts';

/** Why this caller was offered to this agent at this moment (ACD-18). Stored with the offer; fields keep their meaning. */
export interface RoutingReason {
  readonly points: RoutingPoints;
  readonly waited: Milliseconds;
  /** waited, and a minute for each point */
  readonly effectiveWait: Milliseconds;
  /** 1 is first */
  readonly place: number;
  /** callers of the queue who waited at that moment, this one included */
  readonly inLine: number;
  /** whether the longest wait that the queue guarantees was reached; `decided`: only by it the caller came first */
  readonly guarantee: 'none' | 'notReached' | 'reached' | 'decided';
  /** 0: the queue's own skills; n: its n-th ring */
  readonly ring: number;
  readonly needed: readonly SkillNeed[];
  /** agents who were ready and could be reached */
  readonly ready: number;
  /** those of them with the skills needed */
  readonly fitted: number;
  readonly chosen: AgentChoice;
  /** how long the agent had waited for a call */
  readonly idleFor: Milliseconds;
  /** null: the queue has no such rule, or the caller nobody to prefer */
  readonly preferred: PreferredOutcome | null;
  readonly notEarlier: NotEarlier;
  /** callers of the queue who were given an agent while this one waited; null: not known, after a restart */
  readonly servedMeanwhile: number | null;
}

/**
 * How the agent was chosen: the only one who fitted; waiting longest; more of the queue's preferred skills; the caller's
 * own; named by a person; had let the call pass before, and nobody else fitted.
 */
export type AgentChoice =
  | 'onlyOne'
  | 'longestIdle'
  | 'preferredSkills'
  | 'preferredAgent'
  | 'named'
  | 'lastResort';

export type PreferredWho = 'owner' | 'last';

export interface PreferredOutcome {
  readonly who: PreferredWho;
  readonly agentId: AgentId;
  readonly outcome: 'taken' | PreferredObstacle;
}

/** Why the preferred agent was not the one: not there; has not the skills; let this call pass; did not come free in time. */
export type PreferredObstacle = 'notReady' | 'lacksSkills' | 'passedOver' | 'notInTime';

/** What stood in the way until just now. */
export type NotEarlier =
  /** nothing: offered as soon as the caller stood in the queue */
  | { readonly why: 'atOnce' }
  /** nobody with the skills was free until then */
  | { readonly why: 'nobodyFree'; readonly until: Instant }
  /** the ring that this agent stands in had not yet opened */
  | { readonly why: 'ring'; readonly until: Instant }
  /** the caller was kept for the preferred agent */
  | { readonly why: 'preferredAgent'; readonly until: Instant }
  /** it was offered before, and came back */
  | { readonly why: 'offeredBefore' };
