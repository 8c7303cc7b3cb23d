import type { AgentId, CallId, OfferId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { refuse } from '@ringside/shared/model/result';
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
  return want(parts, live, {
    do: 'accept',
    offerId,
    agentId,
    legUntil: parts.clock.now() + parts.settings.timings.legWithin,
  });
}
