import type { AgentId } from '@ringside/shared/model/ids';
import type { HandView, SupervisionView, SupervisorInCall } from '@ringside/shared/protocol/supervision';
import { agentOf } from '../../domain/call/call.ts';
import type { Supervision } from '../../domain/supervision/supervision.ts';
import { isShown, isSupervisable } from '../../domain/supervision/supervision.ts';
import type { Floor, LiveCall } from '../floor.ts';
import { agentName } from '../floor.ts';

/** The one call that somebody in charge is in; null: none. */
export function supervisionView(floor: Floor, supervisorId: AgentId): SupervisionView | null {
  for (const live of floor.calls.values()) {
    const own = live.supervisions.find((one) => one.supervisorId === supervisorId);
    if (own !== undefined) return viewOf(floor, live, own);
  }
  return null;
}

function viewOf(floor: Floor, live: LiveCall, own: Supervision): SupervisionView | null {
  const { call } = live;
  if (!isSupervisable(call)) return null;
  const { mode, state, since, takingOver } = own;
  return {
    callId: live.callId,
    ...{ mode, state, since, takingOver },
    agentId: call.agentId,
    agentName: agentName(floor, call.agentId),
    ...whoOf(live),
    callState: call.state,
    answeredAt: call.answeredAt,
    others: live.supervisions.filter(({ supervisorId }) => supervisorId !== own.supervisorId).map(inCall),
  };
}

/** SUP-4: of those in the call, whom its agent sees. */
export const supervisorsShown = ({ supervisions }: LiveCall): SupervisorInCall[] =>
  supervisions.filter(isShown).map(inCall);

const inCall = ({ name, mode, since }: Supervision): SupervisorInCall => ({ name, mode, since });

/** Raised hands of the whole floor, the oldest first. */
export function handViews(floor: Floor): HandView[] {
  const hands: HandView[] = [];
  for (const live of floor.calls.values()) {
    const { hand, call, callId } = live;
    if (hand === null || call.state === 'none' || agentOf(call) !== hand.agentId) continue;
    const { agentId, raisedAt, reason, taken } = hand;
    hands.push({
      ...{ callId, agentId, raisedAt, reason },
      agentName: agentName(floor, agentId),
      ...whoOf(live),
      queueId: call.queueId,
      takenBy: taken?.name ?? null,
      takenById: taken?.by ?? null,
    });
  }
  return hands.sort((a, b) => a.raisedAt - b.raisedAt);
}

function whoOf({ call, pop }: LiveCall): Pick<SupervisionView, 'who' | 'tier'> {
  const customer = pop.match.kind === 'known' ? pop.match.customer : null;
  if (customer !== null) return { who: customer.name.written, tier: customer.tier.tier };
  if (call.state === 'none' || call.caller.kind === 'withheld') return { who: '', tier: null };
  return { who: call.caller.kind === 'number' ? call.caller.number : call.caller.text, tier: null };
}
