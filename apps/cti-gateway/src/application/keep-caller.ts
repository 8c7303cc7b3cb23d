import type { LegId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import type { LiveCall } from './floor.ts';
import { reachOf } from './floor.ts';
import type { Parts } from './parts.ts';
import { follow } from './record-events.ts';

/** Wait before a leg that came to nothing is offered again within the grace time. */
const offerAgainAfter = seconds(2);

/** CALL-8: the agent's leg is gone without a word from them. The caller is kept and the agent put back. */
export function keepCaller(parts: Parts, live: LiveCall, legId: LegId | null, why: 'lost' | 'restart'): void {
  const until = parts.clock.now() + parts.settings.timings.reconnectFor;
  follow(parts, live, { do: 'loseAgentLeg', legId, until, why });
  if (live.call.state !== 'reconnecting') return;
  // a restart has let go of every station; otherwise this one may have lost nothing but the leg
  if (live.call.leg === null && why === 'lost') offerLegSoon(parts, live);
}

/** Rings the agent's station for the call they are in, where it can be reached; it answers by itself. */
export function offerLegAgain(parts: Parts, live: LiveCall): void {
  const { call } = live;
  if (call.state !== 'reconnecting' || call.leg !== null) return;
  const agent = parts.floor.agents.get(call.agentId);
  const reach = agent ? reachOf(parts.floor, agent) : null;
  if (reach === null) return;
  follow(parts, live, { do: 'offerAgentLeg', stationId: reach.stationId, legId: parts.ids.next<'leg'>() });
}

export interface LegDeadline {
  readonly look: 'leg';
  readonly callId: LiveCall['callId'];
}

/** Not at once: a page that reloads takes its station along a moment after the leg. */
function offerLegSoon(parts: Parts, live: LiveCall): void {
  const body: LegDeadline = { look: 'leg', callId: live.callId };
  parts.deadlines.watch({ key: `leg ${live.callId}`, at: parts.clock.now() + offerAgainAfter, body });
}
