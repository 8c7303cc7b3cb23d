import type { Instant } from '@ringside/shared/model/instant';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Call } from './call.ts';
import { isOnPhone } from './call.ts';
import type { CallCommand, WrapUpRule } from './call-command.ts';
import type { CallDecision } from './decide-call.ts';
import { endedWith } from './decide-ending.ts';

type Command<Do extends CallCommand['do']> = Extract<CallCommand, { readonly do: Do }>;

export function customerAnswers(call: Call, at: Instant): CallDecision {
  if (call.state === 'ringingBack') return ok([{ type: 'CallbackReached', at }]);
  return ok(call.state === 'dialling' ? [{ type: 'CallAnswered', at }] : []);
}

/** CALL-6: asking for what already is so changes nothing. */
export function hold(call: Call, at: Instant): CallDecision {
  if (call.state === 'held') return ok([]);
  return call.state === 'talking' ? ok([{ type: 'CallHeld', at }]) : refuse('notPossibleNow');
}

export function retrieve(call: Call, at: Instant): CallDecision {
  if (call.state === 'talking') return ok([]);
  return call.state === 'held' ? ok([{ type: 'CallRetrieved', at }]) : refuse('notPossibleNow');
}

/** CALL-8: the caller is kept; the agent is put back when their station is. */
export function loseAgentLeg(call: Call, command: Command<'loseAgentLeg'>, at: Instant): CallDecision {
  const { legId, until, why } = command;
  switch (call.state) {
    case 'talking':
    case 'held':
      // DUTY-6: no page brings a telephone back; the caller goes on waiting and a new round begins
      if (isOnPhone(call))
        return ok(
          call.legId === legId && why !== 'repair'
            ? [{ type: 'CallReturned', agentId: call.agentId, again: true, at }]
            : [],
        );
      return ok(call.legId === legId ? [{ type: 'AgentLegLost', legId, until, why, at }] : []);
    case 'reconnecting':
      if (why === 'restart') return ok([{ type: 'AgentLegLost', legId, until, why, at }]);
      return ok(call.leg?.legId === legId ? [{ type: 'AgentLegFailed', legId, at }] : []);
    default:
      return ok([]);
  }
}

export function offerAgentLeg(call: Call, command: Command<'offerAgentLeg'>, at: Instant): CallDecision {
  if (call.state !== 'reconnecting') return refuse('notPossibleNow');
  if (call.leg !== null) return ok([]);
  return ok([{ type: 'AgentLegOffered', stationId: command.stationId, legId: command.legId, at }]);
}

/** CALL-9: after the grace time the caller waits again at the old place. A call we dialled has no queue and ends. */
export function giveUpReconnecting(call: Call, wrapUp: WrapUpRule, at: Instant): CallDecision {
  if (call.state !== 'reconnecting') return refuse('notPossibleNow');
  if (call.queuedAt === null) return ok(endedWith(call, { outcome: 'failed', by: 'gateway', wrapUp }, at));
  return ok([{ type: 'CallReturned', agentId: call.agentId, at }]);
}
