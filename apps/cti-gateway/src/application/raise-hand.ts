import type { HandReason } from '@ringside/shared/model/hand';
import type { AgentId, CallId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { First } from '../domain/supervision/supervision.ts';
import { isSupervisable } from '../domain/supervision/supervision.ts';
import { agentName } from './floor.ts';
import type { LiveCall } from './floor.ts';
import { isInCharge } from './in-charge.ts';
import { ownCall } from './own-call.ts';
import type { Parts } from './parts.ts';
import { audit } from './sign-in.ts';
import { showHand } from './show-supervision.ts';

interface OnCall {
  readonly agentId: AgentId;
  readonly callId: CallId;
}

/** HELP-1: an agent asks for help with the call they have. Raising it again changes the reason alone. */
export function raiseHand(
  parts: Parts,
  { agentId, callId }: OnCall,
  reason: HandReason,
): Result<void, 'callIsGone' | 'notYourCall' | 'notPossibleNow'> {
  const own = ownCall(parts, agentId, callId);
  if (!own.ok) return own;
  const { value: live } = own;
  if (!isSupervisable(live.call)) return refuse('notPossibleNow');
  if (live.hand === null) {
    parts.counters.count('hands.raised');
    audit(parts, agentId, 'handRaised', callId, { reason });
  }
  const raisedAt = live.hand?.raisedAt ?? parts.clock.now();
  live.hand = { agentId, raisedAt, reason, taken: live.hand?.taken ?? null };
  parts.log.info('hand raised', { callId, agentId, reason });
  showHand(parts, live);
  return ok(undefined);
}

/** HELP-3: the first who says so comes; the others are told who. */
export function takeHand(
  parts: Parts,
  { agentId, callId }: OnCall,
): Result<void, 'callIsGone' | 'handIsDown' | First<'someoneWasFirst'>> {
  const live = parts.floor.calls.get(callId);
  if (live === undefined) return refuse('callIsGone');
  const { hand } = live;
  if (hand === null) return refuse('handIsDown');
  if (hand.taken?.by === agentId) return ok(undefined);
  if (hand.taken !== null) return refuse({ problem: 'someoneWasFirst', by: hand.taken.name });
  live.hand = { ...hand, taken: { by: agentId, name: agentName(parts.floor, agentId) } };
  parts.counters.count('hands.taken');
  const waited = Math.round((parts.clock.now() - hand.raisedAt) / 1_000);
  audit(parts, agentId, 'handTaken', callId, { of: hand.agentId, reason: hand.reason, seconds: waited });
  showHand(parts, live);
  return ok(undefined);
}

/** HELP-4: by the agent, or by somebody in charge. One that is down already is no fault (CALL-6). */
export function lowerHand(
  parts: Parts,
  { agentId, callId }: OnCall,
): Result<void, 'callIsGone' | 'notYourCall'> {
  const live = parts.floor.calls.get(callId);
  if (live === undefined) return refuse('callIsGone');
  if (live.hand === null) return ok(undefined);
  if (live.hand.agentId !== agentId && !isInCharge(parts, agentId)) return refuse('notYourCall');
  lowerHandOf(parts, live);
  return ok(undefined);
}

/** HELP-5: it does not outlast the agent's part in the call. */
export function lowerHandOf(parts: Parts, live: LiveCall): void {
  if (live.hand === null) return;
  if (live.hand.taken === null) parts.counters.count('hands.unanswered');
  live.hand = null;
  showHand(parts, live);
}
