import type { QueueId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { Queue } from '../domain/centre/queue.ts';
import type { AgentsThere, LookAtQueue } from '../domain/flow/overflow.ts';
import type { ClosedWhy } from '../domain/flow/way.ts';
import type { CallIn } from '../domain/call/call.ts';
import type { ExpectedWait } from '../domain/waiting/expected-wait.ts';
import type { Waits } from './expected-wait.ts';
import { openWaits } from './expected-wait.ts';
import type { FloorAgent, LiveCall } from './floor.ts';
import { hoursOver } from './opening.ts';
import type { Parts } from './parts.ts';
import { serves } from './views/queue-view.ts';

/** Queues as they are at this moment, each looked at once: made anew after anything has changed. */
export interface QueuesNow {
  /** as this caller finds them; null: somebody who comes only now */
  for(caller: LiveCall | null): LookAtQueue;
}

interface QueueNow {
  readonly queue: Queue;
  readonly closed: ClosedWhy | null;
  /** the places of who waits or is being offered, oldest first */
  readonly places: () => readonly Instant[];
  readonly agents: () => AgentsThere;
  /** what somebody who calls now has to expect */
  readonly waitNow: () => ExpectedWait | null;
}

export function queuesNow(parts: Parts): QueuesNow {
  const waits = once(() => openWaits(parts));
  const seen = new Map<QueueId, QueueNow | null>();
  const seenOnce = (queueId: QueueId): QueueNow | null => {
    const known = seen.get(queueId);
    if (known !== undefined) return known;
    const queue = queueNow(parts, queueId, waits);
    seen.set(queueId, queue);
    return queue;
  };
  return {
    for: (caller) => (queueId) => {
      const found = seenOnce(queueId);
      if (found === null) return null;
      const call = caller?.call ?? null;
      return call?.state === 'queued' && call.queueId === queueId
        ? fromWithin(found, call)
        : fromOutside(found, call?.state === 'queued' ? call.queuedAt : null);
    },
  };
}

/** Worked out when it is asked for, and then known: most queues have no rule that asks. */
function once<Value>(work: () => Value): () => Value {
  let known: { readonly value: Value } | null = null;
  return () => (known ??= { value: work() }).value;
}

function queueNow(parts: Parts, queueId: QueueId, waits: () => Waits): QueueNow | null {
  const queue = parts.centre.queues.find((one) => one.queueId === queueId);
  if (!queue) return null;
  return {
    queue,
    closed: hoursOver(parts, queue.calendarId),
    places: once(() => placesIn(parts, queueId)),
    agents: once(() => agentsThere(parts, queue)),
    waitNow: once(() => waits().ofQueue(queueId)),
  };
}

function agentsThere({ floor }: Parts, queue: Queue): AgentsThere {
  let [signedIn, working] = [0, 0];
  for (const agent of floor.agents.values()) {
    const { state } = agent.presence;
    if (state === 'signedOut' || !fits(agent, queue)) continue;
    signedIn += 1;
    if (state !== 'notReady') working += 1;
  }
  return { signedIn, working };
}

/** OVER-2: by the skills that the queue needs, or comes to need as its rings open. */
const fits = (agent: FloorAgent, { skills, rings }: Queue): boolean =>
  serves(agent, skills) || rings.some((ring) => serves(agent, ring.skills));

function placesIn({ floor }: Parts, queueId: QueueId): readonly Instant[] {
  const places: Instant[] = [];
  for (const { call } of floor.calls.values()) {
    if ((call.state === 'queued' || call.state === 'offered') && call.queueId === queueId)
      places.push(call.queuedAt);
  }
  return places.sort((a, b) => a - b);
}

type Look = NonNullable<ReturnType<LookAtQueue>>;

function fromWithin({ places, ...found }: QueueNow, call: CallIn<'queued'>): Look {
  const others = places().length - 1;
  const position = () => before(places(), call.queuedAt) + 1;
  // they themselves stand before one who calls now
  return { ...found, others, position, expectedWait: () => waitAt(found.waitNow(), others + 2 - position()) };
}

/** `place` null: they come only now, and stand behind all others. */
function fromOutside({ places, ...found }: QueueNow, place: Instant | null): Look {
  const others = places().length;
  const position = () => (place === null ? others : before(places(), place)) + 1;
  return { ...found, others, position, expectedWait: () => waitAt(found.waitNow(), others + 1 - position()) };
}

/** WAIT-1 by the place alone: who calls now has `fewer` more of this queue before them. */
function waitAt(now: ExpectedWait | null, fewer: number): Milliseconds | null {
  if (now === null) return null;
  const { ahead, agents, ready, handleMs } = now.terms;
  return (Math.max(0, ahead - fewer + 1 - ready) * handleMs) / agents;
}

/** How many of these places, oldest first, are before that one. */
function before(places: readonly Instant[], place: Instant): number {
  let [from, until] = [0, places.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    if ((places[middle] ?? 0) < place) from = middle + 1;
    else until = middle;
  }
  return from;
}
