import { z } from 'zod';
import { feelings, callOutcomes, offerOutcomes } from '../model/call-outcome.ts';
import { queueCounts, serviceLevelRule } from './board.ts';
import { callerView } from './contact.ts';
import { id, instant, tier } from './values.ts';

const count = z.number().int();

/** A calendar day of the centre: 2026-11-22. */
export const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const intervalMinutes = z.union([z.literal(15), z.literal(30), z.literal(60)]);
export type IntervalMinutes = z.infer<typeof intervalMinutes>;

export const agentCounts = z.object({
  handled: count,
  talkMs: count,
  holdMs: count,
  wrapUpMs: count,
  resolved: count,
  resolvedAsked: count,
  pleased: count,
  felt: count,
  offered: count,
  accepted: count,
  declined: count,
  notAnswered: count,
  unreachable: count,
  callerGaveUp: count,
});

export const stateTimes = z.object({
  readyMs: count,
  handlingMs: count,
  notReadyMs: z.record(z.string(), count),
});

const interval = { from: instant, until: instant };

/** A day of every queue, whole and in intervals. An interval that has not begun is left out. */
export const queueReport = z.object({
  ...interval,
  timeZone: z.string(),
  minutes: intervalMinutes,
  queues: z.array(
    z.object({
      queueId: id<'queue'>(),
      rule: serviceLevelRule,
      day: queueCounts,
      intervals: z.array(z.object({ ...interval, counts: queueCounts })),
    }),
  ),
});
export type QueueReport = z.infer<typeof queueReport>;

export const agentReport = z.object({
  ...interval,
  timeZone: z.string(),
  minutes: intervalMinutes,
  agents: z.array(
    z.object({
      agentId: id<'agent'>(),
      name: z.string(),
      day: agentCounts,
      times: stateTimes,
      promisesKept: count,
      promisesDue: count,
      intervals: z.array(z.object({ ...interval, counts: agentCounts, times: stateTimes })),
    }),
  ),
});
export type AgentReport = z.infer<typeof agentReport>;

/** Which calls stand behind a figure. */
export const callsBehind = z.enum([
  'offered',
  'answered',
  'answeredWithin',
  'answeredLate',
  'abandoned',
  'shortAbandons',
  'flowedOut',
  'calledBack',
  'lost',
  'handled',
  'resolved',
  'notResolved',
  'felt',
  'missed',
]);
export type CallsBehind = z.infer<typeof callsBehind>;

/** A call behind a figure; its path is at /calls/:callId/path. */
export const reportCall = z.object({
  callId: id<'call'>(),
  at: instant,
  direction: z.enum(['inbound', 'outbound']),
  caller: callerView,
  customerId: id<'customer'>().nullable(),
  customerName: z.string(),
  tier: tier.nullable(),
  queueId: id<'queue'>().nullable(),
  agentId: id<'agent'>().nullable(),
  agentName: z.string(),
  /** how the wait in this queue stands or ended, or the offer to this agent */
  how: z.enum(['waiting', 'answered', 'abandoned', 'flowedOut', 'calledBack', 'lost', ...offerOutcomes]),
  outcome: z.enum(callOutcomes).nullable(),
  waitMs: count,
  talkMs: count,
  holdMs: count,
  wrapUpMs: count,
  disposition: z.string().nullable(),
  resolved: z.boolean().nullable(),
  feeling: z.enum(feelings).nullable(),
});
export type ReportCall = z.infer<typeof reportCall>;
export const reportCalls = z.object({ calls: z.array(reportCall), more: z.boolean() });
