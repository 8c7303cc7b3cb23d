import type { AgentCounts } from '@ringside/shared/model/agent-counts';
import { noAgentCounts } from '@ringside/shared/model/agent-counts';
import type { AgentId, QueueId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { QueueCounts } from '@ringside/shared/model/service-level';
import { addCounts, noCounts } from '@ringside/shared/model/service-level';
import type { CallRecord, OfferRecord } from '../../domain/call/call-record.ts';
import type { CustomerPromise } from '../../domain/case/case.ts';
import type { LocalDay } from '../../domain/centre/local-day.ts';
import type { WaitLimits } from '../../domain/metrics/count-visits.ts';
import { countsOfVisit } from '../../domain/metrics/count-visits.ts';
import { countsOfCall, countsOfOffer, minus, plus } from '../../domain/metrics/count-work.ts';
import type { QueueVisit } from '../../domain/metrics/queue-visit.ts';
import type { Change, Store } from '../../ports/store.ts';

/**
 * Today's figures, kept up to date with every row that is written (BOARD-5). A row that is written again takes the place
 * of the one before, so what is counted is always what a query over the store's rows would count.
 */
export interface DayBook {
  /** hears what was written */
  take(changes: readonly Change[]): void;
  /** The waits of today that are over, by the queue's rule as it stands. */
  queue(queueId: QueueId, limits: WaitLimits): QueueCounts;
  agent(agentId: AgentId): AgentCounts;
  promises(agentId: AgentId): PromiseCounts;
  isToday(at: Instant): boolean;
  /** Reads what today has so far; what was heard meanwhile stays. */
  read(store: Store): Promise<void>;
}

/** The store, with the day book hearing of everything that was written to it. */
export const readBy = (store: Store, day: DayBook): Store => ({
  ...store,
  commit: async (changes) => {
    const written = await store.commit(changes);
    if (written.ok) day.take(changes);
    return written;
  },
});

export interface PromiseCounts {
  readonly kept: number;
  readonly due: number;
}

interface QueueDay {
  readonly visits: Map<string, QueueVisit>;
  limits: WaitLimits | null;
  counts: QueueCounts;
}

/** What one row adds to whose counts. */
interface Entry {
  readonly agentId: AgentId;
  readonly counts: AgentCounts;
}

interface Page {
  readonly day: LocalDay;
  readonly queues: Map<QueueId, QueueDay>;
  readonly agents: Map<AgentId, AgentCounts>;
  /** by call and by offer: what is taken back when the row is written again */
  readonly entries: Map<string, Entry>;
  readonly directions: Map<string, CallRecord['direction']>;
  readonly promises: Map<string, CustomerPromise>;
  /** by owner, counted from `promises` when asked for; null after a change */
  kept: ReadonlyMap<AgentId, PromiseCounts> | null;
}

const newPage = (day: LocalDay): Page => ({
  day,
  queues: new Map(),
  agents: new Map(),
  entries: new Map(),
  directions: new Map(),
  promises: new Map(),
  kept: null,
});

export function openDayBook(today: () => LocalDay): DayBook {
  let page = newPage(today());
  const turned = (): Page => {
    const day = today();
    if (day.from !== page.day.from) page = newPage(day);
    return page;
  };
  return {
    take: (changes) => {
      const open = turned();
      for (const change of changes) takeOne(open, change);
    },
    queue: (queueId, limits) => {
      const day = turned().queues.get(queueId);
      return day === undefined ? noCounts : counted(day, limits);
    },
    agent: (agentId) => turned().agents.get(agentId) ?? noAgentCounts,
    promises: (agentId) => promiseCounts(turned()).get(agentId) ?? noPromises,
    isToday: (at) => within(turned().day, at),
    read: (store) => readDay(turned(), store),
  };
}

function takeOne(page: Page, change: Change): void {
  switch (change.put) {
    case 'visit':
      return takeVisit(page, change.visit);
    case 'call':
      return takeCall(page, change.call);
    case 'offer':
      return takeOffer(page, change.offer);
    case 'promise':
      return takePromise(page, change.promise);
    default:
      return undefined;
  }
}

const within = ({ from, until }: LocalDay, at: Instant): boolean => at >= from && at < until;

function takeVisit({ day, queues }: Page, visit: QueueVisit): void {
  if (!within(day, visit.enteredAt)) return;
  const known = queues.get(visit.queueId) ?? { visits: new Map(), limits: null, counts: noCounts };
  queues.set(visit.queueId, known);
  const key = `${visit.callId} ${visit.enteredAt}`;
  if (known.visits.has(key)) known.limits = null;
  else if (known.limits !== null) known.counts = addCounts(known.counts, countsOfVisit(visit, known.limits));
  known.visits.set(key, visit);
}

/** Counted anew only when the queue's rule has changed. */
function counted(day: QueueDay, limits: WaitLimits): QueueCounts {
  const { limits: before } = day;
  if (before?.within === limits.within && before.shortAbandon === limits.shortAbandon) return day.counts;
  day.limits = limits;
  day.counts = [...day.visits.values()].reduce(
    (sum, visit) => addCounts(sum, countsOfVisit(visit, limits)),
    noCounts,
  );
  return day.counts;
}

function takeCall(page: Page, call: CallRecord): void {
  page.directions.set(call.callId, call.direction);
  const counts = call.answeredAt !== null && within(page.day, call.answeredAt) ? countsOfCall(call) : null;
  enter(page, `call ${call.callId}`, call.agentId, counts);
}

function takeOffer(page: Page, offer: OfferRecord, direction?: CallRecord['direction']): void {
  const way = direction ?? page.directions.get(offer.callId) ?? 'inbound';
  const counts = within(page.day, offer.at) ? countsOfOffer(offer, way) : null;
  enter(page, `offer ${offer.offerId}`, offer.agentId, counts);
}

/** Writes what a row adds in place of what it added before. */
function enter({ agents, entries }: Page, key: string, agentId: AgentId | null, counts: AgentCounts | null) {
  const before = entries.get(key);
  if (before) agents.set(before.agentId, minus(agents.get(before.agentId) ?? noAgentCounts, before.counts));
  entries.delete(key);
  if (agentId === null || counts === null || counts === noAgentCounts) return;
  entries.set(key, { agentId, counts });
  agents.set(agentId, plus(agents.get(agentId) ?? noAgentCounts, counts));
}

function takePromise(page: Page, promise: CustomerPromise): void {
  page.kept = null;
  if (within(page.day, promise.dueAt)) page.promises.set(promise.promiseId, promise);
  else page.promises.delete(promise.promiseId);
}

const noPromises: PromiseCounts = { kept: 0, due: 0 };

function promiseCounts(page: Page): ReadonlyMap<AgentId, PromiseCounts> {
  page.kept ??= countPromises([...page.promises.values()]);
  return page.kept;
}

/** METRIC-8: promises due in the period, and of those the ones kept by their due time. */
export function countPromises(promises: readonly CustomerPromise[]): ReadonlyMap<AgentId, PromiseCounts> {
  const counts = new Map<AgentId, PromiseCounts>();
  for (const { ownerId, keptAt, dueAt } of promises) {
    const { kept, due } = counts.get(ownerId) ?? noPromises;
    counts.set(ownerId, { kept: keptAt !== null && keptAt <= dueAt ? kept + 1 : kept, due: due + 1 });
  }
  return counts;
}

async function readDay(page: Page, store: Store): Promise<void> {
  const { from, until } = page.day;
  const [visits, calls, offers, promises] = await Promise.all([
    store.queueVisits(from, until),
    store.callsAnswered(from, until),
    store.offersMade(from, until),
    store.promisesDue(from, until),
  ]);
  for (const visit of visits) takeVisit(page, visit);
  for (const call of calls) if (!page.entries.has(`call ${call.callId}`)) takeCall(page, call);
  for (const offer of offers)
    if (!page.entries.has(`offer ${offer.offerId}`)) takeOffer(page, offer, offer.direction);
  for (const promise of promises) if (!page.promises.has(promise.promiseId)) takePromise(page, promise);
}
