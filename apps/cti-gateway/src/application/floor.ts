import type { AgentId, CallId, CaseId, SkillId, StationId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Presence } from '@ringside/shared/model/presence';
import type { RoutableAgent } from '../domain/acd/idle-agents.ts';
import { ReadyLine } from '../domain/acd/ready-line.ts';
import type { Agent } from '../domain/agent/agent.ts';
import { servesQueues } from '../domain/agent/agent.ts';
import type { Call } from '../domain/call/call.ts';
import { agentOf } from '../domain/call/call.ts';
import { noCall } from '../domain/call/evolve-call.ts';
import type { FloorMessage } from '../domain/supervision/floor-message.ts';
import type { RaisedHand, Supervision } from '../domain/supervision/supervision.ts';
import type { Acted } from './acted-first.ts';
import type { OpenVisit } from '../domain/metrics/queue-visit.ts';
import type { Pop } from './views/screen-pop.ts';

/** A call as it stands, with what is not worth an event. */
export interface LiveCall {
  readonly callId: CallId;
  call: Call;
  /** how many events its stream has, those not yet written included */
  version: number;
  pop: Pop;
  /** the wait that the figures of its queue will count; null while there is none */
  visit: OpenVisit | null;
  callerAudio: 'ok' | 'silent' | 'lossy';
  agentAudio: 'ok' | 'silent' | 'lossy';
  /** keys the caller pressed: never stored, they may be a card number */
  digits: string;
  /** what they key in where the gateway asked for a number; found or not, it is not kept (CALL-7) */
  keyed: string;
  /** who in charge is in it; ends with the gateway (SUP-MEDIA-8) */
  supervisions: readonly Supervision[];
  hand: RaisedHand | null;
}

/** An agent as they stand: what is stored of them, and where they can be reached now. */
export interface FloorAgent extends Standing {
  /** digest of the token that the desk at `station` came with */
  seatedWith: string | null;
}

/** What decides whether calls come to an agent; changed by `changeAgent` alone. */
interface Standing {
  readonly agent: Agent;
  /** with the proficiency, 1 to 5 */
  readonly skills: ReadonlyMap<SkillId, number>;
  readonly presence: Presence;
  /** the desktop they are signed in at */
  readonly station: StationId | null;
  /** a desk phone of theirs that is registered */
  readonly deskPhone: StationId | null;
  readonly page: Page | null;
}

export interface Page {
  readonly answering: boolean;
  lastAnswerAt: Instant;
}

export interface Looking {
  readonly caseId: CaseId;
  readonly since: Instant;
}

/** All that goes on now. Decisions read and change it at one stroke; the journal writes it down in that order. */
export interface Floor {
  readonly calls: Map<CallId, LiveCall>;
  /** those of `calls` that wait for an agent */
  readonly waiting: Set<LiveCall>;
  readonly agents: Map<AgentId, FloorAgent>;
  readonly registered: ReadonlySet<StationId>;
  /** whom routing may choose among (ACD-7) */
  readonly ready: ReadyLine;
  readonly stationOwners: Map<StationId, AgentId>;
  /** who has which case open on their desk, and since when (CASE-14) */
  readonly looking: Map<AgentId, Looking>;
  draining: boolean;
  /** what those in charge have just done, by what they did it to (SUP-20) */
  readonly acted: Map<string, Acted>;
  /** of today, oldest first */
  messages: readonly FloorMessage[];
}

export const emptyFloor = (): Floor => ({
  calls: new Map(),
  waiting: new Set(),
  agents: new Map(),
  registered: new Set(),
  ready: new ReadyLine(),
  stationOwners: new Map(),
  looking: new Map(),
  draining: false,
  acted: new Map(),
  messages: [],
});

export const newLiveCall = (callId: CallId, pop: Pop): LiveCall => ({
  callId,
  call: noCall,
  version: 0,
  pop,
  visit: null,
  callerAudio: 'ok',
  agentAudio: 'ok',
  digits: '',
  keyed: '',
  supervisions: [],
  hand: null,
});

/** Takes a person onto the floor, or their changed particulars. */
export function admitAgent(floor: Floor, agent: Agent, presence: Presence): FloorAgent {
  const known = floor.agents.get(agent.agentId);
  const skills = new Map(agent.skills.map(({ skillId, level }) => [skillId, level]));
  if (known) {
    changeAgent(floor, known, { agent, skills });
    return known;
  }
  const nowhere = { station: null, seatedWith: null, deskPhone: null, page: null };
  const fresh: FloorAgent = { agent, skills, presence, ...nowhere };
  floor.agents.set(agent.agentId, fresh);
  keepReady(floor, fresh);
  return fresh;
}

/** An agent stands otherwise from here on, also for routing. */
export function changeAgent(floor: Floor, agent: FloorAgent, change: Partial<Standing>): void {
  Object.assign(agent, change);
  keepReady(floor, agent);
}

export function stationRegistered(floor: Floor, stationId: StationId): void {
  (floor.registered as Set<StationId>).add(stationId);
  keepReadyAt(floor, stationId);
}

export function stationGone(floor: Floor, stationId: StationId): void {
  (floor.registered as Set<StationId>).delete(stationId);
  keepReadyAt(floor, stationId);
}

function keepReadyAt(floor: Floor, stationId: StationId): void {
  for (const agent of floor.agents.values())
    if (agent.station === stationId || agent.deskPhone === stationId) keepReady(floor, agent);
}

function keepReady(floor: Floor, agent: FloorAgent): void {
  const free = freeOf(floor, agent);
  const { agentId } = agent.agent;
  const { skills, presence } = agent;
  const onlyNamed = !servesQueues(agent.agent);
  floor.ready.put(
    agentId,
    free === null ? null : { agentId, skills, idleSince: presence.since, free, onlyNamed },
  );
}

/**
 * ACD-7: ready, at a station that is registered and a page that answers. ACD-16: out of reach for a moment (PRES-6 ends
 * that), or closing a contact with Ready to follow.
 */
function freeOf(floor: Floor, agent: FloorAgent): RoutableAgent['free'] | null {
  const { presence } = agent;
  if (presence.state === 'ready') return reachOf(floor, agent) === null ? 'soon' : 'now';
  const soon = presence.state === 'wrapUp' && presence.next === null && reachOf(floor, agent) !== null;
  return soon ? 'soon' : null;
}

export interface Reach {
  readonly stationId: StationId;
  readonly media: 'webrtc' | 'rtp';
}

/** Where an agent's telephone rings now; null: nowhere. A desk phone needs no page, a desktop needs one that answers. */
export function reachOf(floor: Floor, agent: FloorAgent): Reach | null {
  if (agent.deskPhone !== null && floor.registered.has(agent.deskPhone))
    return { stationId: agent.deskPhone, media: 'rtp' };
  const { station } = agent;
  const usable = station !== null && floor.registered.has(station) && agent.page?.answering === true;
  return usable ? { stationId: station, media: 'webrtc' } : null;
}

/** The contact an agent has open, if any. */
export function callOfAgent(floor: Floor, agentId: AgentId): LiveCall | null {
  const presence = floor.agents.get(agentId)?.presence;
  if (presence === undefined || !('callId' in presence)) return null;
  const live = floor.calls.get(presence.callId);
  return live !== undefined && agentOf(live.call) === agentId ? live : null;
}

export const agentName = (floor: Floor, agentId: AgentId): string =>
  floor.agents.get(agentId)?.agent.name ?? '';
