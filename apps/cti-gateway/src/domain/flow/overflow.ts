import type { QueueId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Destination, OverflowRule, Queue } from '../centre/queue.ts';
import type { ClosedWhy, Overflow } from './way.ts';

/** A queue as a caller finds it who is in it or comes to it. */
export interface QueueLook {
  readonly queue: Queue;
  /** why its own hours are over; null: it is open */
  readonly closed: ClosedWhy | null;
  /** callers in it, this one not counted */
  readonly others: number;
  /** this caller's place by the time of their call, from 1 */
  readonly position: () => number;
  /** null: not known; asked only where a rule wants it */
  readonly expectedWait: () => Milliseconds | null;
  /** who fits; asked only where a rule wants it */
  readonly agents: () => AgentsThere;
}

export interface AgentsThere {
  /** in any state */
  readonly signedIn: number;
  /** of these, who is at work: ready, on a call or wrapping one up */
  readonly working: number;
}

/** null: there is no such queue. */
export type LookAtQueue = (queueId: QueueId) => QueueLook | null;

/** One hop at least. */
export type Overflows = readonly [Overflow, ...Overflow[]];

/** Where a caller who is to go to a queue comes to be. */
export type Entry =
  | { readonly into: 'queue'; readonly queueId: QueueId; readonly overflows: readonly Overflow[] }
  /** out of queues: the last of the overflows says where to */
  | {
      readonly into: 'away';
      readonly queueId: QueueId;
      readonly overflows: Overflows;
      readonly last: Overflow;
    }
  | { readonly into: 'closed'; readonly queueId: QueueId; readonly why: ClosedWhy }
  | { readonly into: 'full'; readonly queueId: QueueId };

/** OVER-1: into the queue, or where the first of its rules that holds leads; past queues that can't take the caller. */
export function enter(queueId: QueueId, look: LookAtQueue): Entry | null {
  const at = look(queueId);
  if (at === null) return null;
  const flown = flowOn(at, 0, [], look);
  if (flown !== null) return entryOf(queueId, flown);
  if (at.closed !== null) return { into: 'closed', queueId, why: at.closed };
  return isFull(at) ? { into: 'full', queueId } : { into: 'queue', queueId, overflows: [] };
}

function entryOf(queueId: QueueId, overflows: Overflows): Entry {
  const last = lastOf(overflows);
  return last.to.to === 'queue'
    ? { into: 'queue', queueId, overflows }
    : { into: 'away', queueId, overflows, last };
}

export const lastOf = (overflows: Overflows): Overflow => overflows.at(-1) ?? overflows[0];

/**
 * OVER-1 to OVER-4: the way out of a queue for one caller, hop by hop; null: they stay. A rule whose destination can't
 * take the caller (a queue they have been in, or one that is full or closed) is passed over.
 */
export function flowOn(
  at: QueueLook,
  waited: Milliseconds,
  before: readonly QueueId[],
  look: LookAtQueue,
): Overflows | null {
  const { queueId: from, overflow } = at.queue;
  const visited = before.includes(from) ? before : [...before, from];
  for (const rule of overflow) {
    if (!holds(rule, at, waited)) continue;
    const hop: Overflow = { from, to: rule.to, why: rule.when };
    if (rule.to.to !== 'queue') return [hop];
    const further = settle(rule.to, waited, visited, look);
    if (further !== null) return [hop, ...further];
  }
  return null;
}

/** [] where the caller can stay in that queue, the hops beyond it where it sends them on, null where it can't take them. */
function settle(
  { queueId }: Destination & { to: 'queue' },
  waited: Milliseconds,
  visited: readonly QueueId[],
  look: LookAtQueue,
): readonly Overflow[] | null {
  const at = visited.includes(queueId) ? null : look(queueId);
  if (at === null) return null;
  const flown = flowOn(at, waited, visited, look);
  if (flown !== null) return flown;
  return at.closed !== null || isFull(at) ? null : [];
}

const isFull = ({ others, queue }: QueueLook): boolean => others >= queue.capacity;

/** OVER-2: whether a rule holds for a caller who has waited this long since they were first queued. */
export function holds({ when, over }: OverflowRule, at: QueueLook, waited: Milliseconds): boolean {
  switch (when) {
    case 'waited':
      return waited > over;
    case 'expectedWait':
      return (at.expectedWait() ?? 0) > over;
    case 'callersPerAgent':
      return isTooMany(at.position(), at.agents().working, over);
    case 'full':
      return isFull(at);
    case 'closed':
      return at.closed !== null;
    case 'unstaffed':
      return at.agents().signedIn === 0;
    default:
      return unreachable(when);
  }
}

/** Where nobody is at work, any number of callers is too many. */
const isTooMany = (position: number, working: number, over: number): boolean =>
  working === 0 || position / working > over;
