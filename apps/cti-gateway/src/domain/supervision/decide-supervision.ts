import type { Instant } from '@ringside/shared/model/instant';
import { ok, refuse } from '@ringside/shared/model/result';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Call, CallIn } from '../call/call.ts';
import type { CallEvent } from '../call/call-event.ts';
import type { CallDecision } from '../call/decide-call.ts';
import type { SupervisionCommand } from './supervision-command.ts';

/** What happens when somebody in charge wants this of that call. Pure. */
export function decideSupervision(call: Call, command: SupervisionCommand, at: Instant): CallDecision {
  switch (command.do) {
    case 'takeOver':
      return takeOver(call, command, at);
    case 'move':
      return waiting(call, at, ({ queueId: from }) => {
        const { to, by } = command;
        return from === to ? [] : [{ type: 'CallMoved', from, to, by, at }];
      });
    case 'prioritise': {
      const { points, reason, by } = command;
      // who rings on is left to ring: points say who is next
      if (call.state !== 'queued' && call.state !== 'offered') return refuse('notPossibleNow');
      return ok([{ type: 'CallPrioritised', points, reason, by, at }]);
    }
    case 'sendTo': {
      const { agentId, until, by } = command;
      if (call.state === 'offered' && call.agentId === agentId) return ok([]);
      return waiting(call, at, () => [{ type: 'CallSentTo', agentId, until, by, at }]);
    }
    case 'sendNoLonger':
      return ok(call.state === 'queued' && call.sentTo !== null ? [{ type: 'CallNoLongerSent', at }] : []);
    default:
      return unreachable(command);
  }
}

/** SUP-12: only a call that an agent has can be taken from them; from oneself it changes nothing. */
function takeOver(
  call: Call,
  { by, stationId, legId }: Extract<SupervisionCommand, { do: 'takeOver' }>,
  at: Instant,
): CallDecision {
  if (call.state !== 'talking' && call.state !== 'held' && call.state !== 'reconnecting')
    return refuse('notPossibleNow');
  if (call.agentId === by) return ok([]);
  return ok([{ type: 'CallTakenOver', from: call.agentId, by, stationId, legId, at }]);
}

/** A caller who is being rung through is taken back first: the agent's offer is withdrawn, not missed. */
function waiting(
  call: Call,
  at: Instant,
  then: (call: CallIn<'queued'> | CallIn<'offered'>) => readonly CallEvent[],
): CallDecision {
  if (call.state === 'queued') return ok(then(call));
  if (call.state !== 'offered') return refuse('notPossibleNow');
  // who pressed Answer has the caller: it is too late to send them elsewhere
  if (call.taken) return refuse('notPossibleNow');
  const events = then(call);
  if (events.length === 0) return ok([]);
  const { offerId, agentId } = call;
  return ok([{ type: 'OfferEnded', offerId, agentId, outcome: 'withdrawn', at }, ...events]);
}
