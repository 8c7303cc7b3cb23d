import { noAgentCounts, noStateTimes } from '@ringside/shared/model/agent-counts';
import type { AgentDay } from '@ringside/shared/protocol/board';
import type { AgentFacts } from '../../wording/figure-wording.ts';

/** What the board carries of an agent's day, as figures are worded from. */
export const factsOfDay = (day: AgentDay): AgentFacts => ({
  counts: {
    ...noAgentCounts,
    handled: day.handled,
    // the board carries the sum alone
    talkMs: day.handleMs,
    resolved: day.resolved,
    resolvedAsked: day.resolvedAsked,
    offered: day.offered,
    notAnswered: day.missed,
  },
  times: noStateTimes,
  promisesKept: day.promisesKept,
  promisesDue: day.promisesDue,
});
