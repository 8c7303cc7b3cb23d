import type { AgentId, QueueId } from '@ringside/shared/model/ids';

/** Who is served before whom, for the queues that share agents. */
export interface Line<Caller> {
  readonly queueId: QueueId;
  /** all who wait, in any order */
  readonly callers: readonly Caller[];
  readonly queueOf: (caller: Caller) => QueueId;
  /** agents at work who can take calls of a queue */
  readonly poolOf: (queueId: QueueId) => ReadonlySet<AgentId>;
  /** whether a caller is served before the one in question */
  readonly isBefore: (caller: Caller) => boolean;
}

/**
 * WAIT-1: callers of the same queue count whole; callers of another count by the share of its agents who serve this
 * queue too, because the others take nothing from it.
 */
export function callersAhead<Caller>({ queueId, callers, queueOf, poolOf, isBefore }: Line<Caller>): number {
  const shares = new Map<QueueId, number>([[queueId, 1]]);
  const own = poolOf(queueId);
  let ahead = 0;
  for (const caller of callers) {
    if (!isBefore(caller)) continue;
    const theirs = queueOf(caller);
    let share = shares.get(theirs);
    if (share === undefined) shares.set(theirs, (share = shareOf(own, poolOf(theirs))));
    ahead += share;
  }
  return ahead;
}

function shareOf(own: ReadonlySet<AgentId>, theirs: ReadonlySet<AgentId>): number {
  if (theirs.size === 0) return 0;
  let both = 0;
  for (const agentId of theirs) if (own.has(agentId)) both += 1;
  return both / theirs.size;
}
