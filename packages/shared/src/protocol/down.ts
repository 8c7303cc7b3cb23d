import { z } from 'zod';
import { callOutcomes, feelings, offerOutcomes } from '../model/call-outcome.ts';
import { alertView, clockEvents } from './case-clocks.ts';
import { caseView, looker, promiseView } from './case.ts';
import { compensationEvent } from './compensation.ts';
import { callerView, contactView } from './contact.ts';
import { presenceView } from './presence.ts';
import type { problem } from './problem.ts';
import { checkNotice } from './prevention.ts';
import { me, myDay, queueView, reference } from './reference.ts';
import { managerEvents } from './manager.ts';
import { dutySlice, rotaEvents } from './rota.ts';
import { floorEvents, floorSlices } from './supervision.ts';
import { taskView } from './task.ts';
import { taskNotice } from './task-work.ts';
import { id, instant, line } from './values.ts';

/** The whole of what a desk shows, at a sequence number. */
export const snapshot = z.object({
  /** changes when the gateway's numbering starts anew */
  epoch: z.string(),
  seq: z.number().int(),
  serverTime: instant,
  me,
  reference,
  presence: presenceView,
  contacts: z.array(contactView),
  /** own open tasks and promises, by due time */
  tasks: z.array(taskView),
  promises: z.array(promiseView),
  /** deadlines that have passed, have come to this person, and nobody sees to (CLOCK-15) */
  alerts: z.array(alertView),
  queues: z.array(queueView),
  myDay,
  drafts: z.array(z.object({ about: z.string(), text: z.string(), keptAt: instant })),
  station: z.enum(['registered', 'unregistered']),
  ...floorSlices,
  ...dutySlice,
  /** customers a demo offers to call as; null outside the demo */
  demo: z
    .object({
      callers: z.array(
        z.object({ number: z.string(), name: z.string(), tier: z.string(), hint: z.string() }),
      ),
    })
    .nullable(),
});
export type Snapshot = z.infer<typeof snapshot>;

/** One change. Each carries the whole new value of the thing that changed, so that applying it twice does no harm. */
export const deskEvent = z.discriminatedUnion('what', [
  z.object({ what: z.literal('presence'), presence: presenceView }),
  z.object({ what: z.literal('contact'), contact: contactView }),
  /** the contact left this desk; `outcome` where it was an offer that came to nothing */
  z.object({
    what: z.literal('contactGone'),
    callId: id<'call'>(),
    outcome: z.enum(offerOutcomes).nullable(),
    /** where it was a call back that the customer did not answer: when it is tried again; null: no more, it is a task */
    unanswered: z.object({ again: instant.nullable() }).optional(),
  }),
  z.object({ what: z.literal('task'), task: taskView }),
  taskNotice,
  checkNotice,
  z.object({ what: z.literal('promise'), promise: promiseView }),
  z.object({ what: z.literal('case'), case: caseView }),
  compensationEvent,
  /** something about this case changed: who has it open asks for its file again */
  z.object({ what: z.literal('caseTouched'), caseId: id<'case'>(), version: z.number().int() }),
  /** a case is this person's from now on: who gave it, and what they wrote to go with it */
  z.object({ what: z.literal('caseGiven'), case: caseView, by: z.string(), why: z.string() }),
  /** who has this case open, told those who have */
  z.object({ what: z.literal('caseLookers'), caseId: id<'case'>(), lookers: z.array(looker) }),
  /** cases stand otherwise than they did: lists of work ask again */
  z.object({ what: z.literal('workMoved') }),
  /** something in this customer's file changed: reload it if it is open */
  z.object({ what: z.literal('customerChanged'), customerId: id<'customer'>() }),
  z.object({ what: z.literal('queues'), queues: z.array(queueView) }),
  z.object({ what: z.literal('myDay'), myDay }),
  z.object({ what: z.literal('station'), station: z.enum(['registered', 'unregistered']) }),
  /** an administrator changed the centre, or this person */
  z.object({ what: z.literal('reference'), reference }),
  z.object({ what: z.literal('me'), me }),
  ...clockEvents,
  ...floorEvents,
  ...managerEvents,
  ...rotaEvents,
]);
export type DeskEvent = z.infer<typeof deskEvent>;

/**
 * socket.io events from the gateway: `snapshot` (Snapshot), `event` (DeskFrame), `goodbye` (Goodbye, then the socket
 * closes) and `ping` (acked by the page itself, so that a frozen page is noticed).
 */
export const deskFrame = z.object({ seq: z.number().int(), at: instant, event: deskEvent });
export type DeskFrame = z.infer<typeof deskFrame>;
export const goodbye = z.object({
  why: z.enum(['takenOver', 'signedOut', 'sessionEnded', 'draining', 'protocolMismatch']),
});
export type Goodbye = z.infer<typeof goodbye>;

/** The ack of a command or a query. */
export type Reply<Value> = { ok: true; value: Value } | { ok: false; problem: z.infer<typeof problem> };

export const stationCredentials = z.object({
  /** sip:<stationId>@<domain> */
  address: z.string(),
  userName: z.string(),
  secret: z.string(),
  /** absolute, or a path on the gateway that served the page */
  webSocketUrl: z.string(),
  expiresAt: instant,
});
export type StationCredentials = z.infer<typeof stationCredentials>;

export const callRow = z.object({
  callId: id<'call'>(),
  at: instant,
  direction: z.enum(['inbound', 'outbound']),
  caller: callerView,
  customerId: id<'customer'>().nullable(),
  customerName: z.string(),
  queueId: id<'queue'>().nullable(),
  /** how the agent's own part ended */
  offer: z.enum(offerOutcomes),
  outcome: z.enum(callOutcomes).nullable(),
  waitMs: z.number().int(),
  talkMs: z.number().int(),
  disposition: z.string().nullable(),
  feeling: z.enum(feelings).nullable(),
  note: line.or(z.string()),
});
export type CallRow = z.infer<typeof callRow>;
