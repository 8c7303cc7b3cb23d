import { z } from 'zod';
import { callOutcomes, feelings, sides } from '../model/call-outcome.ts';
import { caseView, promiseView } from './case.ts';
import { taskView } from './task.ts';
import { id, instant, language, line, money, personName, phoneNumber, prose, tier } from './values.ts';

/** Why a customer has their tier, as data; the desk words it. `facts` are the figures the decision was made on. */
export const tierView = z.object({
  tier,
  reason: z.enum(['topByMargin', 'growable', 'belowZero', 'regular', 'new', 'setByHand']),
  /** e.g. { percentile: 4, marginMinor: 8420000, years: 9, paidOnTime: 23, paymentsDue: 24, costMinor: 31000 } */
  facts: z.record(z.string(), z.number()),
  decidedAt: instant,
});
export type TierView = z.infer<typeof tierView>;

export const riskFlags = [
  'openComplaint',
  'repeatCaller',
  'promiseAtRisk',
  'promiseBroken',
  'disputedBill',
  'overduePayment',
  'vulnerable',
  'goneCold',
] as const;
export const riskFlag = z.enum(riskFlags);
export type RiskFlag = z.infer<typeof riskFlag>;

/** What stands on an incoming card and in a list of matches. */
export const customerCard = z.object({
  customerId: id<'customer'>(),
  name: personName,
  language,
  tier: tierView,
  risks: z.array(riskFlag),
});
export type CustomerCard = z.infer<typeof customerCard>;

export const customerNumber = z.object({
  number: phoneNumber,
  /** where it rings, as the customer says it */
  label: z.enum(['mobile', 'home', 'work', 'other']),
});

/** What an agent may write about a customer. */
export const customerInput = z.object({
  name: personName,
  language,
  email: z.union([z.email().max(254), z.literal('')]),
  address: line,
  numbers: z.array(customerNumber).max(20),
  note: prose,
  /** whose account it is; absent leaves it as it is, null is nobody's */
  ownerId: id<'agent'>().nullable().optional(),
});
export type CustomerInput = z.infer<typeof customerInput>;

export const productView = z.object({
  sku: line,
  name: line,
  quantity: z.number().int(),
  boughtAt: instant,
  warrantyUntil: instant.nullable(),
});

/** One line of the timeline, newest first. Each kind carries only what it shows. */
export const timelineEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    at: instant,
    callId: id<'call'>(),
    direction: z.enum(['inbound', 'outbound']),
    outcome: z.enum(callOutcomes),
    talkMs: z.number().int(),
    waitMs: z.number().int(),
    agentName: z.string().nullable(),
    queueId: id<'queue'>().nullable(),
    disposition: z.string().nullable(),
    feeling: z.enum(feelings).nullable(),
    endedBy: z.enum(sides).nullable(),
    note: prose,
  }),
  z.object({ kind: z.literal('case'), at: instant, case: caseView }),
  z.object({ kind: z.literal('task'), at: instant, task: taskView }),
  z.object({
    kind: z.literal('order'),
    at: instant,
    orderId: z.string(),
    description: z.string(),
    amount: money,
  }),
  z.object({
    kind: z.literal('payment'),
    at: instant,
    paymentId: z.string(),
    amount: money,
    dueAt: instant,
    state: z.enum(['onTime', 'late', 'open', 'overdue', 'disputed']),
    method: z.string(),
  }),
]);
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** Everything the customer page shows. `more` is true where the timeline has older entries (query `customer.timeline`). */
export const customerFile = z.object({
  card: customerCard,
  email: z.string(),
  address: z.string(),
  numbers: z.array(customerNumber),
  note: z.string(),
  customerSince: instant,
  points: z.number().int(),
  /** whose account it is */
  owner: z.object({ agentId: id<'agent'>(), name: z.string() }).nullable(),
  /** what the company calls them by, and callers key in; null: none */
  customerNumber: z.string().nullable(),
  figures: z.object({
    /** revenue margin of the last 13 months */
    margin: money,
    openCases: z.number().int(),
    nextPromise: promiseView.nullable(),
    disputed: money.nullable(),
    overdue: money.nullable(),
    paidOnTime: z.number().int(),
    paymentsDue: z.number().int(),
    calls90Days: z.number().int(),
  }),
  products: z.array(productView),
  openCases: z.array(caseView),
  promises: z.array(promiseView),
  tasks: z.array(taskView),
  timeline: z.array(timelineEntry),
  more: z.boolean(),
  /** version to send back with an edit, so that two people editing at once is noticed */
  version: z.number().int(),
});
export type CustomerFile = z.infer<typeof customerFile>;
