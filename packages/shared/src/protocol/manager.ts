import { z } from 'zod';
import {
  dutyReaches,
  managerFigures,
  managerOutcomes,
  managerRequestReasons,
  managerRequestStates,
  managerRequestWays,
} from '../model/rota.ts';
import { id, instant, line, localText, phoneNumber, prose, tier } from './values.ts';

/* Asking for a manager, what came of it, the manager's own page, digest and reports (SPEC DUTY, LINK, MREP). */

const requestId = id<'managerRequest'>();
const rotaId = id<'rota'>();
const version = z.number().int();

/** What is noted in half a minute after a call; `promise` null: nothing was promised. */
export const managerNote = z.object({
  outcome: z.enum(managerOutcomes),
  category: z.string().max(64).nullable(),
  note: prose,
  promise: z.object({ what: line.min(1), dueAt: instant }).nullable(),
});
export type ManagerNote = z.infer<typeof managerNote>;

export const managerCommands = [
  /** the agent's one button: the caller goes to who is on duty, with why and the case. Result: { requestId } */
  z.object({
    do: z.literal('manager.ask'),
    callId: id<'call'>(),
    rotaId,
    reason: z.enum(managerRequestReasons),
    note: line,
    caseId: id<'case'>().nullable(),
  }),
  /** somebody on duty sees to it, though nobody is on the line: from a complaint, or one that was promised */
  z.object({ do: z.literal('manager.take'), requestId, version }),
  z.object({ do: z.literal('manager.note'), requestId, version, ...managerNote.shape }),
  /** all that one leaves open to whoever is on now */
  z.object({ do: z.literal('manager.handOver'), rotaId, note: line }),
  /** a page with the caller for one's own telephone, of a request that is theirs. Result: { path } */
  z.object({ do: z.literal('manager.link'), requestId }),
  /** how somebody is reached on duty, null: oneself; the number must be one that the gateway may call */
  z.object({
    do: z.literal('manager.reach'),
    agentId: id<'agent'>().nullable(),
    reach: z.enum(dutyReaches),
    /** as people write it */
    phone: line.nullable(),
    email: z.string().trim().max(254).nullable(),
  }),
] as const;

export const managerQueries = [
  /** → managerPage */
  z.object({ ask: z.literal('manager.page') }),
  /** those of a case → managerRequestView[] */
  z.object({ ask: z.literal('manager.ofCase'), caseId: id<'case'>() }),
  /** → managerDigest */
  z.object({ ask: z.literal('manager.digest'), rotaId: rotaId.nullable(), from: instant, until: instant }),
  /** → managerReport */
  z.object({ ask: z.literal('manager.report'), rotaId, from: instant, until: instant }),
  /** the very requests behind a figure, newest first → managerRequestView[] (at most 200) */
  z.object({
    ask: z.literal('manager.requests'),
    rotaId: rotaId.nullable(),
    from: instant,
    until: instant,
    /** null: whatever was said; '': nothing was */
    category: z.string().max(64).nullable(),
    takenBy: id<'agent'>().nullable(),
    figure: z.enum(managerFigures).nullable(),
  }),
] as const;

export const managerRequestView = z.object({
  requestId,
  rotaId,
  way: z.enum(managerRequestWays),
  callId: id<'call'>().nullable(),
  caseId: id<'case'>().nullable(),
  caseReference: z.string(),
  customerId: id<'customer'>().nullable(),
  customerName: z.string(),
  tier: tier.nullable(),
  number: phoneNumber.nullable(),
  askedByName: z.string(),
  askedAt: instant,
  reason: z.enum(managerRequestReasons).nullable(),
  note: z.string(),
  state: z.enum(managerRequestStates),
  takenByName: z.string(),
  takenAt: instant.nullable(),
  outcome: z.enum(managerOutcomes).nullable(),
  category: z.string().nullable(),
  outcomeNote: z.string(),
  promise: z
    .object({
      promiseId: id<'promise'>(),
      /** the task that reminds of it */
      taskId: id<'task'>().nullable(),
      what: z.string(),
      dueAt: instant,
      keptAt: instant.nullable(),
    })
    .nullable(),
  /** the call back that was promised */
  taskId: id<'task'>().nullable(),
  /** by when they are called back, where that was promised */
  callBackBy: instant.nullable(),
  acts: z.array(z.enum(['take', 'note'])),
  version,
});
export type ManagerRequestView = z.infer<typeof managerRequestView>;

export const managerPage = z.object({
  reach: z.object({
    reach: z.enum(dutyReaches),
    phone: phoneNumber.nullable(),
    email: z.string().nullable(),
    /** whether mail can be sent, and whether it can name a page to open */
    mail: z.boolean(),
    /** how a call would reach them right now */
    now: z.enum(['desk', 'phone', 'nowhere']),
  }),
  /** theirs to see to, by when they are due: on the line, to be called back, and promises that are not kept */
  open: z.array(managerRequestView),
  /** of the last weeks */
  closed: z.array(managerRequestView),
});
export type ManagerPageView = z.infer<typeof managerPage>;

/** What customers told managers in a period, by category, against the period before (SPEC MREP-7). */
export const managerDigest = z.object({
  from: instant,
  until: instant,
  total: z.number().int(),
  before: z.number().int(),
  byCategory: z.array(
    z.object({
      category: z.string().nullable(),
      count: z.number().int(),
      before: z.number().int(),
      promises: z.number().int(),
      kept: z.number().int(),
      /** the latest of them, at most ten; `manager.requests` has all */
      requests: z.array(managerRequestView),
    }),
  ),
});
export type ManagerDigest = z.infer<typeof managerDigest>;

export const managerReport = z.object({
  /** time that somebody had to be on, and that somebody was, milliseconds */
  neededMs: z.number(),
  coveredMs: z.number(),
  counts: z.record(z.enum(managerFigures), z.number().int()),
  people: z.array(
    z.object({
      agentId: id<'agent'>(),
      agentName: z.string(),
      hours: z.number(),
      weekends: z.number().int(),
      calls: z.number().int(),
      letPass: z.number().int(),
      medianSecondsToAnswer: z.number().nullable(),
      burden: z.number(),
    }),
  ),
  /** Jain's index of the burdens, 0 to 1 */
  fairness: z.number().nullable(),
});
export type ManagerReport = z.infer<typeof managerReport>;

/** A request this person is to know of: theirs to take, or changed. */
export const managerEvents = [
  z.object({ what: z.literal('managerRequest'), request: managerRequestView, rotaName: localText }),
] as const;
