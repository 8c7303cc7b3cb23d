import type { AgentCounts } from '@ringside/shared/model/agent-counts';
import { agentCounts, noAgentCounts } from '@ringside/shared/model/agent-counts';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { CallRecord, OfferRecord } from '../call/call-record.ts';

type Handled = Pick<CallRecord, 'answeredAt' | 'talkMs' | 'holdMs' | 'wrapUpMs' | 'resolved' | 'feeling'>;

/** What a call, as its row stands, adds to the counts of the agent who answered it. */
export function countsOfCall(call: Handled): AgentCounts {
  if (call.answeredAt === null) return noAgentCounts;
  return {
    ...noAgentCounts,
    handled: 1,
    talkMs: call.talkMs,
    holdMs: call.holdMs,
    wrapUpMs: call.wrapUpMs,
    resolved: call.resolved === true ? 1 : 0,
    resolvedAsked: call.resolved === null ? 0 : 1,
    pleased: call.feeling === 'pleased' ? 1 : 0,
    felt: call.feeling === null ? 0 : 1,
  };
}

/** METRIC-6: what an offer adds. One that still rings, that the gateway took back, or of a call the agent dialled adds nothing. */
export function countsOfOffer(
  { outcome }: Pick<OfferRecord, 'outcome'>,
  direction: CallRecord['direction'],
): AgentCounts {
  if (outcome === null || outcome === 'withdrawn' || direction === 'outbound') return noAgentCounts;
  const one = { ...noAgentCounts, offered: 1 };
  switch (outcome) {
    case 'accepted':
      return { ...one, accepted: 1 };
    case 'declined':
      return { ...one, declined: 1 };
    case 'notAnswered':
      return { ...one, notAnswered: 1 };
    case 'unreachable':
      return { ...one, unreachable: 1 };
    case 'callerGaveUp':
      return { ...one, callerGaveUp: 1 };
    default:
      return unreachable(outcome);
  }
}

export const plus = (a: AgentCounts, b: AgentCounts): AgentCounts => combined(a, b, 1);
export const minus = (a: AgentCounts, b: AgentCounts): AgentCounts => combined(a, b, -1);

const combined = (a: AgentCounts, b: AgentCounts, sign: 1 | -1): AgentCounts =>
  Object.fromEntries(agentCounts.map((count) => [count, a[count] + sign * b[count]])) as Record<
    keyof AgentCounts,
    number
  >;
