import { z } from 'zod';
import { clockKinds, clockStandings, clockTimes, escalationSteps } from '../model/case-clock.ts';
import { severities } from '../model/case-stage.ts';
import { id, instant, line, localText } from './values.ts';

/* Clocks of a case, the arithmetic behind a deadline, and who sees to a breach (SPEC CLOCK). */

const caseId = id<'case'>();
const clock = z.enum(clockKinds);

export const clockCommands = [
  /** whoever does sees to a breach: nobody else is told any more */
  z.object({ do: z.literal('clock.acknowledge'), caseId, clock }),
  z.object({ do: z.literal('clock.pause'), caseId, clock, why: line.min(1) }),
  z.object({ do: z.literal('clock.resume'), caseId, clock }),
] as const;

const mostRows = 200;
const longestWindow = 366 * 86_400_000;

export const clockQueries = [
  /** → caseClocks */
  z.object({ ask: z.literal('clock.ofCase'), caseId }),
  /** → clockExplanation */
  z.object({ ask: z.literal('clock.explain'), caseId, clock }),
  /** those past their time and those due within so long, soonest first; null: that have warned, as their rules say → clocksAtRisk */
  z.object({
    ask: z.literal('clock.atRisk'),
    within: z.number().int().positive().max(longestWindow).nullable(),
    limit: z.number().int().min(1).max(mostRows),
  }),
] as const;

export const clockView = z.object({
  clock,
  /** of its rule; null: the centre has it no more */
  name: localText.nullable(),
  standing: z.enum(clockStandings),
  time: z.enum(clockTimes),
  startedAt: instant,
  target: z.number(),
  /** null: it stands still, or never is */
  dueAt: instant.nullable(),
  /** the pause that goes on; `stage` null: a person stopped it, and said why */
  paused: z.object({ since: instant, why: z.string(), stage: z.string().nullable() }).nullable(),
  metAt: instant.nullable(),
  breachedAt: instant.nullable(),
  /** since when somebody sees to it */
  acknowledgedAt: instant.nullable(),
  /** what whoever asks may do about it now */
  may: z.object({ acknowledge: z.boolean(), pause: z.boolean(), resume: z.boolean() }),
});
export type ClockView = z.infer<typeof clockView>;
export const caseClocks = z.array(clockView);

const span = z.object({ from: instant, until: instant });

export const clockExplanation = z.object({
  clock,
  time: z.enum(clockTimes),
  /** null: every minute counts */
  calendar: localText.nullable(),
  timeZone: z.string(),
  startedAt: instant,
  target: z.number(),
  days: z.array(
    z.object({
      /** local, ISO 8601 */
      date: z.string(),
      holiday: z.string().nullable(),
      counted: z.array(span),
      length: z.number(),
      sum: z.number(),
    }),
  ),
  daysLeftOut: z.number().int(),
  pauses: z.array(
    z.object({
      from: instant,
      until: instant.nullable(),
      why: z.string(),
      stage: z.string().nullable(),
      leftOut: z.number(),
    }),
  ),
  dueAt: instant.nullable(),
  missing: z.enum(['standsStill', 'neverOpen']).nullable(),
});
export type ClockExplanation = z.infer<typeof clockExplanation>;

export const clockAtRisk = z.object({
  caseId,
  clock,
  reference: z.string(),
  title: z.string(),
  standing: z.enum(clockStandings),
  dueAt: instant,
  acknowledgedAt: instant.nullable(),
  severity: z.enum(severities),
  /** '' where nobody has it */
  ownerName: z.string(),
  ownerId: id<'agent'>().nullable(),
});
export type ClockAtRisk = z.infer<typeof clockAtRisk>;
/** `more`: there are more than were asked for */
export const clocksAtRisk = z.object({ rows: z.array(clockAtRisk), more: z.boolean() });
export type ClocksAtRisk = z.infer<typeof clocksAtRisk>;

/** Something a person is told about a clock: it warns, is breached, or has come to them because nobody saw to it. */
export const alertView = z.object({
  caseId,
  clock,
  reference: z.string(),
  title: z.string(),
  what: z.enum(['warned', 'breached', 'escalated']),
  /** as whom they are told */
  as: z.enum(escalationSteps),
  at: instant,
  dueAt: instant,
  ownerName: z.string(),
});
export type AlertView = z.infer<typeof alertView>;

export const clockEvents = [
  z.object({ what: z.literal('alert'), alert: alertView }),
  /** met, stopped, moved, or somebody sees to it */
  z.object({ what: z.literal('alertGone'), caseId, clock }),
  /** CLOCK-12, to administrators: so many of so many open clocks have another due time */
  z.object({ what: z.literal('clocksReckoned'), moved: z.number().int(), looked: z.number().int() }),
] as const;
