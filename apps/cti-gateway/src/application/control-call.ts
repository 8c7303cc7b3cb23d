import type { AgentId, CallId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CallRefusal } from '../domain/call/call-command.ts';
import { offerLegAgain } from './keep-caller.ts';
import { ownCall } from './own-call.ts';
import type { Parts } from './parts.ts';
import { want } from './record-events.ts';
import { wrapUpRule } from './wrap-up-rule.ts';

type Done = Promise<Result<void, CallRefusal | 'notYourCall' | 'noStation'>>;

export interface OnCall {
  readonly agentId: AgentId;
  readonly callId: CallId;
}

export async function holdCall(parts: Parts, { agentId, callId }: OnCall): Done {
  const own = ownCall(parts, agentId, callId);
  return own.ok ? want(parts, own.value, { do: 'hold' }) : own;
}

export async function retrieveCall(parts: Parts, { agentId, callId }: OnCall): Done {
  const own = ownCall(parts, agentId, callId);
  return own.ok ? want(parts, own.value, { do: 'retrieve' }) : own;
}

/** Keys are passed on at once and written nowhere: they may be a card number. */
export async function sendDigits(parts: Parts, { agentId, callId }: OnCall, digits: string): Done {
  const own = ownCall(parts, agentId, callId);
  if (!own.ok) return own;
  if (own.value.call.state !== 'talking' && own.value.call.state !== 'dialling')
    return refuse('notPossibleNow');
  const sent = await parts.telephony.sendDigits(callId, digits);
  return sent.ok ? ok(undefined) : refuse('callIsGone');
}

export async function endCall(parts: Parts, { agentId, callId }: OnCall): Done {
  const own = ownCall(parts, agentId, callId);
  if (!own.ok) return own;
  const { value: live } = own;
  // an offer is declined, not ended: the caller would be cut off
  if (live.call.state === 'offered') return refuse('notPossibleNow');
  return want(parts, live, { do: 'end', by: 'agent', failed: false, wrapUp: wrapUpRule(parts, live) });
}

/** CALL-12: the agent's leg is given up and offered anew while the caller is kept. */
export async function repairAudio(parts: Parts, { agentId, callId }: OnCall): Done {
  const own = ownCall(parts, agentId, callId);
  if (!own.ok) return own;
  const { value: live } = own;
  const { call } = live;
  if (call.state === 'reconnecting') return ok(offerLegAgain(parts, live));
  if (call.state !== 'talking' && call.state !== 'held') return refuse('notPossibleNow');
  const until = parts.clock.now() + parts.settings.timings.reconnectFor;
  const lost = want(parts, live, { do: 'loseAgentLeg', legId: call.legId, until, why: 'repair' });
  offerLegAgain(parts, live);
  return lost;
}
