import type { Milliseconds } from './instant.ts';
import type { Share } from './service-level.ts';

/** What an agent did in a stretch of time. Calls count where they were answered, offers where they were made. */
export interface AgentCounts {
  readonly handled: number;
  readonly talkMs: Milliseconds;
  readonly holdMs: Milliseconds;
  readonly wrapUpMs: Milliseconds;
  readonly resolved: number;
  /** contacts of which the agent said whether they were resolved */
  readonly resolvedAsked: number;
  readonly pleased: number;
  /** contacts of which the agent said how the caller felt */
  readonly felt: number;
  readonly offered: number;
  readonly accepted: number;
  readonly declined: number;
  readonly notAnswered: number;
  readonly unreachable: number;
  readonly callerGaveUp: number;
}

export const noAgentCounts: AgentCounts = {
  handled: 0,
  talkMs: 0,
  holdMs: 0,
  wrapUpMs: 0,
  resolved: 0,
  resolvedAsked: 0,
  pleased: 0,
  felt: 0,
  offered: 0,
  accepted: 0,
  declined: 0,
  notAnswered: 0,
  unreachable: 0,
  callerGaveUp: 0,
};

export type AgentCount = keyof AgentCounts;
export const agentCounts = Object.keys(noAgentCounts) as readonly AgentCount[];

/** METRIC-5: average handle time (talk + hold + wrap-up over handled); `part` is milliseconds. */
export const handleTime = ({ talkMs, holdMs, wrapUpMs, handled }: AgentCounts): Share => ({
  part: talkMs + holdMs + wrapUpMs,
  whole: handled,
});

/** METRIC-6: offers that came to nothing through the agent or the station, of all offers. */
export const missedOffers = ({ declined, notAnswered, unreachable }: AgentCounts): number =>
  declined + notAnswered + unreachable;

export const nonResponse = (counts: AgentCounts): Share => ({
  part: counts.offered - counts.accepted,
  whole: counts.offered,
});

/** METRIC-6, the variant without callers who hung up while it rang. */
export const nonResponseOfStayers = (counts: AgentCounts): Share => ({
  part: counts.offered - counts.accepted - counts.callerGaveUp,
  whole: counts.offered - counts.callerGaveUp,
});

/** How long an agent was in each kind of state; Not ready by reason. */
export interface StateTimes {
  readonly readyMs: Milliseconds;
  /** reserved, on a call, wrapping up */
  readonly handlingMs: Milliseconds;
  readonly notReadyMs: Readonly<Record<string, Milliseconds>>;
}

export const noStateTimes: StateTimes = { readyMs: 0, handlingMs: 0, notReadyMs: {} };

const sum = (times: Readonly<Record<string, Milliseconds>>): Milliseconds =>
  Object.values(times).reduce((total, one) => total + one, 0);

export const signedInMs = ({ readyMs, handlingMs, notReadyMs }: StateTimes): Milliseconds =>
  readyMs + handlingMs + sum(notReadyMs);

/** METRIC-7: handling of handling and waiting for calls; Not ready is left out. */
export const occupancy = ({ readyMs, handlingMs }: StateTimes): Share => ({
  part: handlingMs,
  whole: handlingMs + readyMs,
});

/** METRIC-7: handling of the time signed in. */
export const utilisation = (times: StateTimes): Share => ({
  part: times.handlingMs,
  whole: signedInMs(times),
});
