import type { Instant } from '@ringside/shared/model/instant';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Call, Known } from '../call/call.ts';
import type { DutyEvent } from './duty-event.ts';

type Live = Exclude<Call, { state: 'none' }>;

/** The call after one of these events; null where it does not fit. `known`: the call's facts alone, up to this moment. */
export function evolveDuty(
  call: Live,
  event: DutyEvent & { readonly at: Instant },
  known: Known,
): Call | null {
  switch (event.type) {
    case 'CallPassedOn': {
      if (call.state !== 'talking' && call.state !== 'held') return null;
      const { type: _type, at: queuedAt, queueId, ...passedOn } = event;
      const { caseId, from } = passedOn;
      const linked = caseId === null || known.caseIds.includes(caseId);
      return {
        ...known,
        // DUTY-8: they are the rota's from now on, whoever called them
        callback: known.callback === null ? null : { ...known.callback, onlyFor: null },
        passedOn,
        caseIds: linked ? known.caseIds : [...known.caseIds, caseId],
        way: { ...known.way, queues: [...known.way.queues, queueId] },
        state: 'queued',
        queueId,
        queuedAt,
        passedOver: [from],
        // DUTY-8: who passes a caller on is not the one to take them
        rungAt: [{ agentId: from, place: 'desk', declined: true }],
      };
    }
    case 'ManagerPromised':
      return { ...known, state: 'parting', outcome: 'tookCallback', since: event.at };
    default:
      return unreachable(event);
  }
}
