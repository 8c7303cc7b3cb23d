import type { QueueId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import { seconds } from '@ringside/shared/model/instant';
import type { CallIn } from '../domain/call/call.ts';
import { isOffLine } from '../domain/call/call.ts';
import type { CallCommand } from '../domain/call/call-command.ts';
import type { Queue } from '../domain/centre/queue.ts';
import { decideAll } from '../domain/call/decide-all.ts';
import type { Overflows } from '../domain/flow/overflow.ts';
import { flowOn, lastOf } from '../domain/flow/overflow.ts';
import type { LiveCall } from './floor.ts';
import { awayCommands, guestOf } from './guide-caller.ts';
import type { QueuesNow } from './look-at-queues.ts';
import { queuesNow } from './look-at-queues.ts';
import type { Parts } from './parts.ts';
import { record } from './record-events.ts';

export interface OverflowDeadline {
  readonly look: 'overflow';
}

const everySoOften: Milliseconds = seconds(1);
/** The others are looked at a second later: a whole queue that closes must not hold up the calls that come in. */
const mostAtOnce = 100;
const key = 'overflow';

/** OVER-1: from now on waiting calls are looked at once a second. */
export function watchOverflow({ deadlines, clock }: Parts): void {
  const body: OverflowDeadline = { look: 'overflow' };
  deadlines.watch({ key, at: clock.now() + everySoOften, body });
}

/** Sends on whoever their queue's rules say so of. Only queues with rules are looked at. */
export function lookForOverflow(parts: Parts): void {
  watchOverflow(parts);
  const withRules = new Set<QueueId>(
    parts.centre.queues.filter(({ overflow }) => overflow.length > 0).map(({ queueId }) => queueId),
  );
  if (withRules.size === 0) return;
  let queues = queuesNow(parts);
  let moved = 0;
  for (const live of callersIn(parts, withRules)) {
    const hops = overflowOf(parts, live, queues);
    if (hops === null) continue;
    sendOn(parts, live, hops);
    // the latest go first, so those before them stand where they stood; but somebody took room in another queue
    if (hops.some(({ to }) => to.to === 'queue')) queues = queuesNow(parts);
    if ((moved += 1) >= mostAtOnce) return;
  }
}

type Waiting = LiveCall & { readonly call: CallIn<'queued'> };

/** Latest first: of too many callers for the agents there are, those flow over who came last. */
const callersIn = ({ floor }: Parts, queues: ReadonlySet<QueueId>): readonly Waiting[] =>
  [...floor.waiting].filter((live): live is Waiting => isIn(live, queues)).sort(byLatest);

const isIn = ({ call }: LiveCall, queues: ReadonlySet<QueueId>): boolean =>
  call.state === 'queued' && queues.has(call.queueId) && !isOffLine(call);

const byLatest = (a: Waiting, b: Waiting): number => b.call.queuedAt - a.call.queuedAt;

function overflowOf({ clock }: Parts, live: LiveCall, queues: QueuesNow): Overflows | null {
  const { call } = live;
  if (call.state !== 'queued') return null;
  const look = queues.for(live);
  const at = look(call.queueId);
  if (at === null) return null;
  const queue = asTheyChose(at.queue, call);
  return flowOn({ ...at, queue }, clock.now() - call.queuedAt, call.way.queues, look);
}

/** BACK-3: who rather waits than be called back is not sent there again. */
function asTheyChose(queue: Queue, { told }: CallIn<'queued'>): Queue {
  if (told?.callbackDeclined !== true) return queue;
  return { ...queue, overflow: queue.overflow.filter(({ to }) => to.to !== 'callback') };
}

function sendOn(parts: Parts, live: LiveCall, hops: Overflows): void {
  const last = lastOf(hops);
  const overflows = hops.map((hop): CallCommand => ({ do: 'overflow', ...hop }));
  const away = last.to.to === 'queue' ? [] : awayCommands(parts, guestOf(parts, live), last.to, last.from);
  const decision = decideAll(live.call, [...overflows, ...away], parts.clock.now());
  if (!decision.ok) {
    parts.log.warn('a caller could not be sent on', { callId: live.callId, refusal: decision.refusal });
    return;
  }
  record(parts, live, decision.value).catch((cause: unknown) =>
    parts.log.error('a caller could not be sent on', { callId: live.callId, cause: String(cause) }),
  );
}
