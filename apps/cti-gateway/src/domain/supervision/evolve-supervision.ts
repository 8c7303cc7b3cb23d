import type { Instant } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Attended, Call, Known } from '../call/call.ts';
import type { SupervisionEvent } from './supervision-event.ts';

type Happened = SupervisionEvent & { readonly at: Instant };
type Live = Exclude<Call, { state: 'none' }>;

/** The call after one of these events; null where it does not fit. `known`: the call's facts alone, up to this moment. */
export function evolveSupervision(call: Live, event: Happened, known: Known): Call | null {
  switch (event.type) {
    case 'CallTakenOver':
      return takenOver(call, event, known);
    case 'CallMoved': {
      if (call.state !== 'queued') return null;
      // CALL-3: the place goes along
      const way = { ...known.way, queues: [...known.way.queues, event.to] };
      const { queuedAt } = call;
      return { ...known, way, state: 'queued', queueId: event.to, queuedAt, passedOver: [], rungAt: [] };
    }
    case 'CallPrioritised':
      return { ...call, extraPoints: event.points };
    case 'CallSentTo': {
      if (call.state !== 'queued') return null;
      const { agentId, until, by } = event;
      const passedOver = call.passedOver.filter((other) => other !== agentId);
      return { ...call, sentTo: { agentId, until, by }, passedOver };
    }
    case 'CallNoLongerSent':
      return { ...call, sentTo: null };
    default:
      return unreachable(event);
  }
}

/** SUP-12: who takes the call over talks with the caller, also one who was on hold or whose agent was lost. */
function takenOver(
  call: Live,
  { by, stationId, legId, at }: Happened & { type: 'CallTakenOver' },
  known: Known,
): Call | null {
  if (call.state !== 'talking' && call.state !== 'held' && call.state !== 'reconnecting') return null;
  const attended: Attended = { agentId: by, stationId, legId, since: at, legUp: true };
  return { ...known, answeredBy: by, ...attended, state: 'talking' };
}
