import type { AgentId, StationId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { StationGrant } from '../domain/agent/agent.ts';
import type { Change } from '../ports/store.ts';
import type { StationDigest } from '../ports/switch.ts';
import type { FloorAgent } from './floor.ts';
import { callOfAgent, changeAgent, stationGone, stationRegistered } from './floor.ts';
import { offerLegAgain } from './keep-caller.ts';
import type { Parts } from './parts.ts';
import { follow } from './record-events.ts';
import { move } from './set-presence.ts';
import { reachChanged } from './watch-reach.ts';

/** STATION-1: which stations may register, by digest; asked by the switch. */
export async function digestOf(
  { store, clock, floor }: Parts,
  stationId: StationId,
): Promise<StationDigest | null> {
  const grant = await store.stationGrant(stationId);
  if (grant === null || grant.expiresAt <= clock.now()) return null;
  if (floor.agents.get(grant.agentId)?.agent.active !== true) return null;
  const { media, ha1Sha256, ha1Md5, expiresAt } = grant;
  return { media, ha1Sha256, ha1Md5, expiresAt };
}

export interface Credentials {
  readonly secret: string;
  readonly expiresAt: Instant;
}

/** STATION-2: a fresh secret for this station; only its digests are kept. */
export async function grantStation(
  parts: Parts,
  agentId: AgentId,
  stationId: StationId,
): Promise<Credentials> {
  const { ids, secrets, clock, settings } = parts;
  const secret = ids.secret(24);
  const expiresAt = clock.now() + settings.timings.stationGrantFor;
  const userRealmSecret = `${stationId}:${settings.realm}:${secret}`;
  const grant: StationGrant = {
    stationId,
    agentId,
    media: 'webrtc',
    ha1Sha256: secrets.sha256Hex(userRealmSecret),
    ha1Md5: secrets.md5Hex(userRealmSecret),
    expiresAt,
  };
  const change: Change = { put: 'stationGrant', grant };
  await parts.journal.write({ changes: [change] });
  return { secret, expiresAt };
}

/** STATION-3: one station per agent. The one before is forgotten by the switch, its flow closed. */
export function takeStation(parts: Parts, agent: FloorAgent, stationId: StationId): void {
  const { floor } = parts;
  const before = agent.station;
  const owner = floor.stationOwners.get(stationId);
  if (owner !== undefined && owner !== agent.agent.agentId) leaveStation(parts, owner, stationId);
  floor.stationOwners.set(stationId, agent.agent.agentId);
  changeAgent(floor, agent, { station: stationId });
  if (before !== null && before !== stationId) {
    floor.stationOwners.delete(before);
    parts.telephony.evict(before);
  }
}

/** A desktop changes hands, or its agent signs out. */
export function leaveStation(parts: Parts, agentId: AgentId, stationId: StationId): void {
  const agent = parts.floor.agents.get(agentId);
  if (agent?.station === stationId) {
    changeAgent(parts.floor, agent, { station: null });
    agent.seatedWith = null;
  }
  parts.floor.stationOwners.delete(stationId);
  stationGone(parts.floor, stationId);
  parts.telephony.evict(stationId);
}

export function stationUp(parts: Parts, stationId: StationId): void {
  stationRegistered(parts.floor, stationId);
  const agentId = parts.floor.stationOwners.get(stationId);
  if (agentId !== undefined) return ownStationUp(parts, agentId, stationId);
  recogniseDeskPhone(parts, stationId).catch((cause: unknown) => {
    parts.log.error('a station could not be looked up', { stationId, cause: String(cause) });
  });
}

/** A desk phone has no page that announces it: its grant says whose it is. */
async function recogniseDeskPhone(parts: Parts, stationId: StationId): Promise<void> {
  const grant = await parts.store.stationGrant(stationId);
  const agent = grant === null ? undefined : parts.floor.agents.get(grant.agentId);
  if (grant?.media !== 'rtp' || !agent || !parts.floor.registered.has(stationId)) return;
  parts.floor.stationOwners.set(stationId, grant.agentId);
  changeAgent(parts.floor, agent, { deskPhone: stationId });
  ownStationUp(parts, grant.agentId, stationId);
}

function ownStationUp(parts: Parts, agentId: AgentId, stationId: StationId): void {
  parts.log.info('station up', { agentId, stationId });
  parts.desks.show(agentId, { what: 'station', station: 'registered' });
  const live = callOfAgent(parts.floor, agentId);
  if (live) offerLegAgain(parts, live);
  readyAgain(parts, agentId);
  reachChanged(parts, agentId);
}

/** OFFER-6: whose page was reloaded while it rang did not choose to be Not ready. */
function readyAgain(parts: Parts, agentId: AgentId): void {
  const presence = parts.floor.agents.get(agentId)?.presence;
  if (presence?.state !== 'notReady' || presence.reason !== 'unreachable') return;
  if (parts.clock.now() - presence.since > parts.settings.timings.pageSilence) return;
  move(parts, agentId, { move: 'goReady' }).catch((cause: unknown) => {
    parts.log.error('a presence could not be written', { agentId, cause: String(cause) });
  });
}

export function stationDown(parts: Parts, stationId: StationId): void {
  stationGone(parts.floor, stationId);
  const agentId = parts.floor.stationOwners.get(stationId);
  if (agentId === undefined) return;
  parts.log.info('station down', { agentId, stationId });
  parts.desks.show(agentId, { what: 'station', station: 'unregistered' });
  const live = callOfAgent(parts.floor, agentId);
  if (live?.call.state === 'offered' && live.call.stationId === stationId) {
    follow(parts, live, { do: 'returnOffer', offerId: live.call.offerId, outcome: 'unreachable' });
  }
  if (live?.call.state === 'reconnecting' && live.call.leg?.stationId === stationId) {
    const { legId } = live.call.leg;
    follow(parts, live, { do: 'loseAgentLeg', legId, until: live.call.until, why: 'lost' });
  }
  reachChanged(parts, agentId);
}
