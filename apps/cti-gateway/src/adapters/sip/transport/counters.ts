/** What the stack counts from its start; every number only rises. */
export interface Counters extends Record<string, number> {
  requestsIn: number;
  requestsOut: number;
  responsesIn1xx: number;
  responsesIn2xx: number;
  responsesIn3xx: number;
  responsesIn4xx: number;
  responsesIn5xx: number;
  responsesIn6xx: number;
  responsesOut1xx: number;
  responsesOut2xx: number;
  responsesOut3xx: number;
  responsesOut4xx: number;
  responsesOut5xx: number;
  responsesOut6xx: number;
  /** repeated by the peer */
  retransmissionsIn: number;
  /** repeated by the stack */
  retransmissionsOut: number;
  /** bytes that were no SIP message */
  parseErrors: number;
  /** messages that nobody could be told about or that belonged to nothing */
  dropped: number;
  keepAlives: number;
  /** requests refused because too many transactions were open */
  overload: number;
  /** transactions that ended without an answer */
  timeouts: number;
  transportFailures: number;
  flowsOpened: number;
  flowsClosed: number;
  flowsRefused: number;
  /** faults of the gateway itself while it handled a message */
  faults: number;
}

export const newCounters = (): Counters => ({
  requestsIn: 0,
  requestsOut: 0,
  responsesIn1xx: 0,
  responsesIn2xx: 0,
  responsesIn3xx: 0,
  responsesIn4xx: 0,
  responsesIn5xx: 0,
  responsesIn6xx: 0,
  responsesOut1xx: 0,
  responsesOut2xx: 0,
  responsesOut3xx: 0,
  responsesOut4xx: 0,
  responsesOut5xx: 0,
  responsesOut6xx: 0,
  retransmissionsIn: 0,
  retransmissionsOut: 0,
  parseErrors: 0,
  dropped: 0,
  keepAlives: 0,
  overload: 0,
  timeouts: 0,
  transportFailures: 0,
  flowsOpened: 0,
  flowsClosed: 0,
  flowsRefused: 0,
  faults: 0,
});

const IN = [
  'responsesIn1xx',
  'responsesIn2xx',
  'responsesIn3xx',
  'responsesIn4xx',
  'responsesIn5xx',
  'responsesIn6xx',
] as const;
const OUT = [
  'responsesOut1xx',
  'responsesOut2xx',
  'responsesOut3xx',
  'responsesOut4xx',
  'responsesOut5xx',
  'responsesOut6xx',
] as const;

export function countResponse(counters: Counters, direction: 'in' | 'out', status: number): void {
  const name = (direction === 'in' ? IN : OUT)[Math.floor(status / 100) - 1];
  if (name !== undefined) counters[name] += 1;
}
