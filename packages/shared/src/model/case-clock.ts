/** Clocks of a case (SPEC CLOCK). The statutory one runs in calendar time and never stands still. */
export const clockKinds = ['acknowledge', 'update', 'resolve', 'statutory'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** Calendar time counts every minute, business time only those in which the calendar is open. */
export const clockTimes = ['business', 'calendar'] as const;
export type ClockTime = (typeof clockTimes)[number];

export const clockStandings = [
  'running',
  'warned',
  'breached',
  'paused',
  'met',
  'metLate',
  'stopped',
] as const;
export type ClockStanding = (typeof clockStandings)[number];

/** Who is told, one after the other, at a breach. */
export const escalationSteps = ['owner', 'supervisor', 'dutyManager'] as const;
export type EscalationStep = (typeof escalationSteps)[number];
