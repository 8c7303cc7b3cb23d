import type { Result } from '@ringside/shared/model/result';
import { refuse } from '@ringside/shared/model/result';
import type { CallRefusal } from '../domain/call/call-command.ts';
import type { Closing } from '../domain/call/call.ts';
import type { OnCall } from './control-call.ts';
import { ownCall } from './own-call.ts';
import type { Parts } from './parts.ts';
import { want } from './record-events.ts';
import { wrapUpRule } from './wrap-up-rule.ts';

type Done = Promise<Result<void, CallRefusal | 'notYourCall' | 'unknownDisposition'>>;

/** WRAP-1: how the contact is closed; may be said during the call and changed until wrap-up ends. */
export async function disposeContact(parts: Parts, { agentId, callId }: OnCall, closing: Closing): Done {
  const own = ownCall(parts, agentId, callId);
  if (!own.ok) return own;
  const known = parts.centre.dispositions.some(({ disposition }) => disposition === closing.disposition);
  return known ? want(parts, own.value, { do: 'dispose', closing }) : refuse('unknownDisposition');
}

/** WRAP-4: each press adds the same, counted from now or from the end that was set, whichever is later. */
export async function extendWrapUp(parts: Parts, { agentId, callId }: OnCall): Done {
  const own = ownCall(parts, agentId, callId);
  if (!own.ok) return own;
  const { call } = own.value;
  if (call.state !== 'wrapUp' || call.until === null) return refuse('notPossibleNow');
  const until = Math.max(call.until, parts.clock.now()) + parts.settings.timings.wrapUpExtension;
  return want(parts, own.value, { do: 'extendWrapUp', until });
}

/** WRAP-2: the agent is done. */
export async function finishWrapUp(parts: Parts, { agentId, callId }: OnCall): Done {
  const own = ownCall(parts, agentId, callId);
  if (!own.ok) return own;
  const { dispositionNeeded } = wrapUpRule(parts, own.value);
  return want(parts, own.value, { do: 'endWrapUp', by: 'agent', dispositionNeeded });
}
