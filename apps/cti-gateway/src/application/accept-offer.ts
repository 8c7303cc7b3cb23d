import type { AgentId, CallId, OfferId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { refuse } from '@ringside/shared/model/result';
import { isOffLine } from '../domain/call/call.ts';
import type { CallRefusal } from '../domain/call/call-command.ts';
import type { Parts } from './parts.ts';
import { want } from './record-events.ts';

interface Acceptance {
  readonly agentId: AgentId;
  readonly callId: CallId;
  readonly offerId: OfferId;
}

/** OFFER-2: the agent answers. Whoever comes late learns that the offer is gone. */
export async function acceptOffer(parts: Parts, acceptance: Acceptance): Promise<Result<void, CallRefusal>> {
  const live = parts.floor.calls.get(acceptance.callId);
  if (!live) return refuse('offerIsGone');
  const { agentId, offerId } = acceptance;
  // BACK-6: an agent has it now, so the customer is dialled
  const dials = live.call.state === 'offered' && isOffLine(live.call);
  if (dials && parts.floor.draining) return refuse('notPossibleNow');
  if (dials)
    return want(parts, live, { do: 'takeCallback', offerId, agentId, legId: parts.ids.next<'leg'>() });
  return want(parts, live, {
    do: 'accept',
    offerId,
    agentId,
    legUntil: parts.clock.now() + parts.settings.timings.legWithin,
  });
}
