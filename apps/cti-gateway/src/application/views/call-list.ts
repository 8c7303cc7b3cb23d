import type { AgentId, CustomerId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { CallRow } from '@ringside/shared/protocol/down';
import type { Parts } from '../parts.ts';

const rowsPerPage = 50;

/** An agent's own calls, newest first, with how their own part in each ended. */
export async function callList({ store }: Parts, agentId: AgentId, before: Instant): Promise<CallRow[]> {
  const rows = await store.callsOfAgent(agentId, before, rowsPerPage);
  const known = await store.customersById([...new Set(rows.flatMap(({ call }) => call.customerId ?? []))]);
  const names = new Map<CustomerId, string>(known.map(({ customerId, name }) => [customerId, name.written]));
  return rows.map(({ offer, call }) => ({
    callId: call.callId,
    at: offer.at,
    direction: call.direction,
    caller: call.caller,
    customerId: call.customerId,
    customerName: call.customerId === null ? '' : (names.get(call.customerId) ?? ''),
    queueId: call.queueId,
    // an offer that the last run left open was taken back by the restart
    offer: offer.outcome ?? 'withdrawn',
    outcome: call.outcome,
    waitMs: call.waitMs,
    talkMs: call.talkMs,
    disposition: call.disposition,
    feeling: call.feeling,
    note: call.note,
  }));
}
