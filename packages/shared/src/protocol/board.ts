import { z } from 'zod';
import { presenceStates } from '../model/presence.ts';
import { serviceLevelFormulas } from '../model/service-level.ts';
import { id, instant, tier } from './values.ts';

/*
 * The live floor (SPEC BOARD). A supervisor's desk sends `board.watch` and gets socket.io events `board`, each a
 * BoardMessage as JSON in UTF-8 bytes: first everything, then at most once a second what changed. A message whose `n` is
 * not the next one, or of another `run`, means that some were missed: the desk watches anew.
 */

const count = z.number().int();
const ms = z.number().int();

export const queueCounts = z.object({
  offered: count,
  answered: count,
  answeredWithin: count,
  abandoned: count,
  shortAbandons: count,
  abandonedWithin: count,
  flowedOut: count,
  calledBack: count,
  lost: count,
  answeredWaitMs: ms,
  longestWaitMs: ms,
});

export const serviceLevelRule = z.object({
  formula: z.enum(serviceLevelFormulas),
  withinMs: ms,
  shortAbandonMs: ms,
  target: z.number(),
  red: z.number(),
  guaranteedWaitMs: ms.nullable(),
});
export type ServiceLevelRuleView = z.infer<typeof serviceLevelRule>;

const expectedWait = z.object({
  waitMs: ms,
  ahead: z.number(),
  agents: count,
  ready: count,
  handleMs: ms,
});

export const boardQueue = z.object({
  queueId: id<'queue'>(),
  rule: serviceLevelRule,
  waiting: count,
  /** when the one who waits longest came into this queue */
  longestSince: instant.nullable(),
  /** what a caller who came now would wait (WAIT-1): max(0, ahead + 1 − ready) × handle time ÷ agents; null: not known */
  expectedWait: expectedWait.nullable(),
  /** callbacks agreed and not yet made */
  callbacks: count,
  /** calls with an agent of this queue */
  inProgress: count,
  /** today */
  counts: queueCounts,
  /** those who serve this queue, by state; signed out are left out */
  states: z.partialRecord(z.enum(presenceStates), count),
  /** those of them who are Not ready, by reason */
  reasons: z.record(z.string(), count),
});
export type BoardQueue = z.infer<typeof boardQueue>;

export const agentDay = z.object({
  handled: count,
  handleMs: ms,
  resolved: count,
  resolvedAsked: count,
  promisesKept: count,
  promisesDue: count,
  offered: count,
  missed: count,
});
export type AgentDay = z.infer<typeof agentDay>;

export const boardAgent = z.object({
  agentId: id<'agent'>(),
  name: z.string(),
  state: z.enum(presenceStates),
  since: instant,
  /** of Not ready */
  reason: z.string().nullable(),
  /** where the contact leads, where that was chosen */
  next: z.string().nullable(),
  /** end of wrap-up */
  until: instant.nullable(),
  callId: id<'call'>().nullable(),
  /** whether their telephone would ring now */
  reachable: z.boolean(),
  queueIds: z.array(id<'queue'>()),
  skills: z.array(id<'skill'>()),
  day: agentDay,
});
export type BoardAgent = z.infer<typeof boardAgent>;

export const boardCallStates = [
  /** hears a menu, an announcement of closing, or leaves a message */
  'guided',
  'waiting',
  /** an agent is being rung */
  'ringing',
  /** a customer is being rung */
  'dialling',
  'talking',
  'held',
  'reconnecting',
  /** agreed to be called back */
  'callback',
  'wrapUp',
] as const;
export type BoardCallState = (typeof boardCallStates)[number];

/** Why they probably call, in short; the desk words the kind. */
export const topic = z.object({
  kind: z.enum(['promise', 'openCase', 'payment', 'recentOrder', 'calledBefore']),
  text: z.string(),
});

export const boardCall = z.object({
  callId: id<'call'>(),
  direction: z.enum(['inbound', 'outbound']),
  state: z.enum(boardCallStates),
  since: instant,
  queueId: id<'queue'>().nullable(),
  agentId: id<'agent'>().nullable(),
  /** when it came into the queue it waits in; null while it does not wait */
  waitsSince: instant.nullable(),
  /** what its place is worth at the moment it was queued; null where nothing was weighed */
  points: z.number().nullable(),
  tier: tier.nullable(),
  customerId: id<'customer'>().nullable(),
  /** name or number; "" withheld */
  who: z.string(),
  topic: topic.nullable(),
});
export type BoardCall = z.infer<typeof boardCall>;

const place = { run: z.string(), n: count, at: instant };
export const boardMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('all'),
    ...place,
    queues: z.array(boardQueue),
    agents: z.array(boardAgent),
    calls: z.array(boardCall),
  }),
  z.object({
    kind: z.literal('changes'),
    ...place,
    queues: z.array(boardQueue.partial().required({ queueId: true })),
    agents: z.array(boardAgent.partial().required({ agentId: true })),
    calls: z.array(boardCall.partial().required({ callId: true })),
    gone: z.object({
      queues: z.array(id<'queue'>()),
      agents: z.array(id<'agent'>()),
      calls: z.array(id<'call'>()),
    }),
  }),
]);
export type BoardMessage = z.infer<typeof boardMessage>;
export type BoardAll = Extract<BoardMessage, { kind: 'all' }>;
export type BoardChanges = Extract<BoardMessage, { kind: 'changes' }>;

/** Pages about which a person's own settings are kept on the gateway. */
export const settingPages = ['board', 'floor', 'load', 'report', 'work'] as const;
export const settingPage = z.enum(settingPages);
export const settingText = z.string().max(20_000);
