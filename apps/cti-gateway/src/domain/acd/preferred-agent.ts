import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { PreferredAgentRule } from '../centre/queue.ts';
import type { CallerStanding } from './caller-standing.ts';
import type { PreferredObstacle, PreferredOutcome, PreferredWho } from './routing-reason.ts';

export interface PreferredCandidate {
  readonly who: PreferredWho;
  readonly agentId: AgentId;
}

/** How a preferred agent stands at this moment, as seen by one caller. */
export type PreferredStanding = 'ready' | 'soon' | Exclude<PreferredObstacle, 'notInTime'>;

/** What the rule says now: that agent, nobody else for a while, or whoever fits. */
export type PreferredVerdict =
  | { readonly say: 'take'; readonly candidate: PreferredCandidate }
  | { readonly say: 'wait'; readonly until: Instant }
  | { readonly say: 'anybody'; readonly outcome: PreferredOutcome | null };

const nobodyPreferred: PreferredVerdict = { say: 'anybody', outcome: null };

/**
 * ACD-15, ACD-16: the account owner or the last agent gets the call when they are ready, in the order that the rule
 * says. Where one of them is about to be ready the caller is kept for them until `holdUntil`, and never beyond.
 */
export function preferredVerdict(
  candidates: readonly PreferredCandidate[],
  standingOf: (agentId: AgentId) => PreferredStanding,
  { now, holdUntil }: { readonly now: Instant; readonly holdUntil: Instant },
): PreferredVerdict {
  const [first] = candidates;
  if (first === undefined) return nobodyPreferred;
  const ready = candidates.find(({ agentId }) => standingOf(agentId) === 'ready');
  if (ready) return { say: 'take', candidate: ready };
  const soon = candidates.some(({ agentId }) => standingOf(agentId) === 'soon');
  if (soon && now < holdUntil) return { say: 'wait', until: holdUntil };
  const standing = standingOf(first.agentId);
  const outcome = standing === 'soon' || standing === 'ready' ? 'notInTime' : standing;
  return { say: 'anybody', outcome: { ...first, outcome } };
}

/** Whom this caller should rather have, best first; each once. */
export function candidatesFor(
  rule: PreferredAgentRule | null,
  { ownerId, lastAgentId }: CallerStanding,
): readonly PreferredCandidate[] {
  if (rule === null || (ownerId === null && lastAgentId === null)) return none;
  const owner: readonly PreferredCandidate[] =
    ownerId === null || rule.who === 'last' ? none : [{ who: 'owner', agentId: ownerId }];
  const last: readonly PreferredCandidate[] =
    lastAgentId === null || rule.who === 'owner' || owner[0]?.agentId === lastAgentId
      ? none
      : [{ who: 'last', agentId: lastAgentId }];
  return [...owner, ...last];
}

const none: readonly never[] = [];
