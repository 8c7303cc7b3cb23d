import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { hours } from '@ringside/shared/model/instant';
import type { Calendar } from '../centre/calendar.ts';
import { addBusiness } from '../clock/business-time.ts';

/** COMP-9: a request is decided within two business hours, and reminded of at half the time. */
const decideWithin: Milliseconds = hours(2);
const remindAfter: Milliseconds = decideWithin / 2;

export interface DecisionTimes {
  readonly remindAt: Instant;
  readonly decideBy: Instant;
}

/** By the hours of a calendar; where there is none, or it never opens again, every hour counts. */
export function decisionTimes(from: Instant, calendar: Calendar | null, timeZone: string): DecisionTimes {
  const after = (length: Milliseconds): Instant =>
    (calendar === null ? null : addBusiness(from, length, calendar, timeZone)) ?? from + length;
  return { remindAt: after(remindAfter), decideBy: after(decideWithin) };
}
