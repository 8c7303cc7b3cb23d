import { missedOffers } from '@ringside/shared/model/agent-counts';
import type { AgentId, CallId, QueueId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { addCounts } from '@ringside/shared/model/service-level';
import type { AgentDay, BoardAgent, BoardCall, BoardQueue } from '@ringside/shared/protocol/board';
import type { Call } from '../../domain/call/call.ts';
import type { Centre } from '../../domain/centre/centre.ts';
import type { Queue } from '../../domain/centre/queue.ts';
import { countsOfWaiting } from '../../domain/metrics/count-visits.ts';
import type { ExpectedWait } from '../../domain/waiting/expected-wait.ts';
import { openWaits } from '../expected-wait.ts';
import type { Floor, FloorAgent, LiveCall } from '../floor.ts';
import { reachOf } from '../floor.ts';
import type { Parts } from '../parts.ts';
import { serves } from '../views/queue-view.ts';
import { boardCall } from './board-call.ts';
import type { DayBook } from './day-book.ts';
import { ruleView } from './rule-view.ts';

export interface BoardRows {
  readonly queues: readonly BoardQueue[];
  readonly agents: readonly BoardAgent[];
  readonly calls: readonly BoardCall[];
}

export interface BoardSources {
  readonly floor: Floor;
  readonly centre: Centre;
  readonly day: DayBook;
  /** what a caller who entered this queue now would wait; null: not known */
  readonly expectedWait: (queueId: QueueId) => BoardQueue['expectedWait'];
}

/** Looked at anew each time: the centre may have been changed since. */
export function boardSources(parts: Parts): BoardSources {
  const { floor, centre, day } = parts;
  const waits = openWaits(parts);
  return { floor, centre, day, expectedWait: (queueId) => expectedView(waits.ofQueue(queueId)) };
}

function expectedView(expected: ExpectedWait | null): BoardQueue['expectedWait'] {
  if (expected === null) return null;
  const { ahead, agents, ready, handleMs } = expected.terms;
  const round = { waitMs: Math.round(expected.waitMs), handleMs: Math.round(handleMs) };
  return { ...round, ahead: Math.round(ahead * 10) / 10, agents, ready };
}

/** The whole floor at a moment, as rows. 500 agents, 50 queues and 300 calls take some 2 ms. */
export function boardRows(sources: BoardSources, now: Instant): BoardRows {
  const { floor, centre } = sources;
  const queueOf = new Map(centre.queues.map((queue) => [queue.queueId, queue]));
  const calls = new Map<CallId, BoardCall>();
  for (const live of floor.calls.values()) {
    const queueId = live.call.state === 'none' ? null : live.call.queueId;
    const row = boardCall(live, queueId === null ? null : (queueOf.get(queueId) ?? null));
    if (row !== null) calls.set(row.callId, row);
  }
  const agents = [...floor.agents.values()].filter(isOnTheFloor).map((agent) => agentRow(sources, agent));
  return { queues: queueRows(sources, agents, now), agents, calls: [...calls.values()] };
}

/** People who take calls. Those who were sent away stand on the board until they have signed out. */
const isOnTheFloor = ({ agent, presence }: FloorAgent): boolean =>
  (agent.active || presence.state !== 'signedOut') &&
  agent.roles.some((role) => role === 'agent' || role === 'supervisor');

function agentRow({ floor, centre, day }: BoardSources, one: FloorAgent): BoardAgent {
  const { agent, presence } = one;
  return {
    agentId: agent.agentId,
    name: agent.name,
    state: presence.state,
    since: presence.since,
    reason: presence.state === 'notReady' ? (presence.reason ?? null) : null,
    next: 'next' in presence ? (presence.next ?? null) : null,
    until: presence.state === 'wrapUp' ? presence.until : null,
    callId: 'callId' in presence ? presence.callId : null,
    reachable: reachOf(floor, one) !== null,
    ...abilities(one, centre),
    day: agentDay(day, agent.agentId),
  };
}

interface Abilities {
  readonly of: Centre;
  readonly queueIds: QueueId[];
  readonly skills: BoardAgent['skills'];
}
/** Which queues somebody serves changes with their skills or with the centre, both of which are replaced as a whole. */
const abilitiesOf = new WeakMap<FloorAgent['skills'], Abilities>();

function abilities(agent: FloorAgent, centre: Centre): Pick<BoardAgent, 'queueIds' | 'skills'> {
  const known = abilitiesOf.get(agent.skills);
  if (known?.of === centre) return { queueIds: known.queueIds, skills: known.skills };
  const queueIds = centre.queues
    .filter((queue) => queue.rotaId === null && serves(agent, queue.skills))
    .map(({ queueId }) => queueId);
  const skills = [...agent.skills.keys()];
  abilitiesOf.set(agent.skills, { of: centre, queueIds, skills });
  return { queueIds, skills };
}

function agentDay(day: DayBook, agentId: AgentId): AgentDay {
  const counts = day.agent(agentId);
  const promises = day.promises(agentId);
  return {
    handled: counts.handled,
    handleMs: counts.talkMs + counts.holdMs + counts.wrapUpMs,
    resolved: counts.resolved,
    resolvedAsked: counts.resolvedAsked,
    promisesKept: promises.kept,
    promisesDue: promises.due,
    offered: counts.offered,
    missed: missedOffers(counts),
  };
}

interface Standing {
  waiting: number;
  longestSince: Instant | null;
  callbacks: number;
  inProgress: number;
  readonly visits: Instant[];
}

const nobody = (): Standing => ({ waiting: 0, longestSince: null, callbacks: 0, inProgress: 0, visits: [] });

function queueRows(sources: BoardSources, agents: readonly BoardAgent[], now: Instant): BoardQueue[] {
  const { centre, floor } = sources;
  const standings = new Map(centre.queues.map(({ queueId }) => [queueId, nobody()]));
  for (const live of floor.calls.values()) {
    const standing = queueIn(live.call, standings);
    if (standing) stand(standing, live);
  }
  const people = new Map(centre.queues.map(({ queueId }) => [queueId, noPeople()]));
  for (const agent of agents) for (const queueId of agent.queueIds) countIn(people.get(queueId), agent);
  return centre.queues.map((queue) =>
    queueRow(sources, queue, {
      now,
      ...(standings.get(queue.queueId) ?? nobody()),
      ...(people.get(queue.queueId) ?? noPeople()),
    }),
  );
}

const queueIn = (call: Call, standings: ReadonlyMap<QueueId, Standing>): Standing | undefined =>
  call.state === 'none' || call.queueId === null ? undefined : standings.get(call.queueId);

function stand(standing: Standing, { call, visit }: LiveCall): void {
  switch (call.state) {
    case 'queued':
    case 'offered':
      standing.waiting += 1;
      standing.longestSince = Math.min(
        standing.longestSince ?? call.queuedAt,
        visit?.enteredAt ?? call.queuedAt,
      );
      break;
    case 'planned':
    case 'turnComing':
    case 'ringingBack':
      standing.callbacks += 1;
      break;
    case 'talking':
    case 'held':
    case 'reconnecting':
      standing.inProgress += 1;
      break;
    default:
      break;
  }
  if (visit !== null) standing.visits.push(visit.enteredAt);
}

type People = Pick<BoardQueue, 'states' | 'reasons'>;
const noPeople = (): People => ({ states: {}, reasons: {} });

function countIn(people: People | undefined, { state, reason }: BoardAgent): void {
  if (people === undefined || state === 'signedOut') return;
  people.states[state] = (people.states[state] ?? 0) + 1;
  if (reason !== null) people.reasons[reason] = (people.reasons[reason] ?? 0) + 1;
}

function queueRow(
  { day, expectedWait }: BoardSources,
  queue: Queue,
  { now, visits, ...standing }: Standing & People & { readonly now: Instant },
): BoardQueue {
  const { queueId, serviceLevel } = queue;
  const finished = day.queue(queueId, serviceLevel);
  const counts = visits
    .filter((enteredAt) => day.isToday(enteredAt))
    .reduce(
      (sum, enteredAt) => addCounts(sum, { ...countsOfWaiting(enteredAt, now), longestWaitMs: 0 }),
      finished,
    );
  return {
    queueId,
    rule: ruleView(queue),
    expectedWait: expectedWait(queueId),
    ...standing,
    counts,
  };
}
