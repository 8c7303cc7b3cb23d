import type { CallId, LegId } from '@ringside/shared/model/ids';
import { agentOf } from '../domain/call/call.ts';
import { isSupervisable } from '../domain/supervision/supervision.ts';
import type { SwitchEvent } from '../ports/switch.ts';
import type { LiveCall } from './floor.ts';
import type { Parts } from './parts.ts';
import { lowerHandOf } from './raise-hand.ts';
import { showSupervisors } from './show-supervision.ts';
import { dropSupervision, forgetSupervision, supervisionUp } from './supervise.ts';

/** After every change of a call: who is in it sees that; SUP-7: with the agent goes whoever heard them, and a raised hand. */
export function supervisedCallChanged(parts: Parts, live: LiveCall): void {
  const { hand, call } = live;
  if (hand !== null && (agentOf(call) !== hand.agentId || !isSupervisable(call))) lowerHandOf(parts, live);
  if (live.supervisions.length === 0) return;
  if (isSupervisable(call)) return showSupervisors(parts, live);
  for (const one of live.supervisions) dropSupervision(parts, live, one);
}

interface Told {
  readonly callId: CallId;
  readonly legId: LegId;
  readonly type: SwitchEvent['type'];
}

/** What the switch says of a supervisor's leg (SUP-MEDIA-6): the contact does not feel it. */
export function supervisorHeard(parts: Parts, { callId, legId, type }: Told): void {
  const live = parts.floor.calls.get(callId);
  if (live === undefined) return;
  if (type === 'established') return supervisionUp(parts, live, legId);
  if (type === 'failed' || type === 'connectionCleared') forgetSupervision(parts, live, legId, type);
}
