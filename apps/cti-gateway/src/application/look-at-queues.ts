import type { QueueId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Queue } from '../domain/centre/queue.ts';
import type { LookAtQueue } from '../domain/flow/overflow.ts';
import type { ClosedWhy } from '../domain/flow/way.ts';
import type { CallIn } from '../domain/call/call.ts';
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
  readonly places: readonly Instant[];
  readonly signedIn: number;
  readonly working: number;
}

export function queuesNow(parts: Parts): QueuesNow {
  const waits = openWaits(parts);
  const seen = new Map<QueueId, QueueNow | null>();
  const seenOnce = (queueId: QueueId): QueueNow | null => {
    const known = seen.get(queueId);
    if (known !== undefined) return known;
    const queue = queueNow(parts, queueId);
    seen.set(queueId, queue);
    return queue;
  };
  return {
    for: (caller) => (queueId) => {
      const found = seenOnce(queueId);
      if (found === null) return null;
      const call = caller?.call ?? null;
      return call?.state === 'queued' && call.queueId === queueId
        ? fromWithin(found, call, waits)
        : fromOutside(found, call?.state === 'queued' ? call.queuedAt : null, waits);
    },
  };
}

function queueNow(parts: Parts, queueId: QueueId): QueueNow | null {
  const queue = parts.centre.queues.find((one) => one.queueId === queueId);
  if (!queue) return null;
  const present = [...parts.floor.agents.values()].filter(
    (agent) => agent.presence.state !== 'signedOut' && fits(agent, queue),
  );
  return {
    queue,
    closed: hoursOver(parts, queue.calendarId),
    places: placesIn(parts, queueId),
    signedIn: present.length,
    working: present.filter(({ presence }) => presence.state !== 'notReady').length,
  };
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

function fromWithin({ places, ...found }: QueueNow, call: CallIn<'queued'>, waits: Waits): Look {
  const position = places.filter((other) => other < call.queuedAt).length + 1;
  const expectedWait = () => waits.ofCaller(call).wait?.waitMs ?? null;
  return {
    ...found,
    queue: asTheyChose(found.queue, call),
    others: places.length - 1,
    position,
    expectedWait,
  };
}

/** BACK-3: who rather waits than be called back is not sent there again. */
function asTheyChose(queue: Queue, { told }: CallIn<'queued'>): Queue {
  if (told?.callbackDeclined !== true) return queue;
  return { ...queue, overflow: queue.overflow.filter(({ to }) => to.to !== 'callback') };
}

/** `place` null: they come only now, and stand behind all others. */
function fromOutside({ places, ...found }: QueueNow, place: Instant | null, waits: Waits): Look {
  const before = place === null ? places.length : places.filter((other) => other < place).length;
  const expectedWait = () => waits.ofQueue(found.queue.queueId)?.waitMs ?? null;
  return { ...found, others: places.length, position: before + 1, expectedWait };
}
