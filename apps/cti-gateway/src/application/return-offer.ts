import type { AgentId, CallId, OfferId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { refuse } from '@ringside/shared/model/result';
import type { CallRefusal } from '../domain/call/call-command.ts';
import type { Parts } from './parts.ts';
import { want } from './record-events.ts';

interface Decline {
  readonly agentId: AgentId;
  readonly callId: CallId;
  readonly offerId: OfferId;
}

/** OFFER-4: the agent declines; the caller goes back to the old place. */
export async function declineOffer(
  parts: Parts,
  { agentId, callId, offerId }: Decline,
): Promise<Result<void, CallRefusal>> {
  const live = parts.floor.calls.get(callId);
  const theirs = live?.call.state === 'offered' && live.call.agentId === agentId;
  return theirs
    ? want(parts, live, { do: 'returnOffer', offerId, outcome: 'declined' })
    : refuse('offerIsGone');
}
