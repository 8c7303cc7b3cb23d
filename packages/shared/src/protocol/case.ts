import { z } from 'zod';
import { feelings } from '../model/call-outcome.ts';
import { caseChannels, caseTypes, severities } from '../model/case-stage.ts';
import { id, instant, line, prose } from './values.ts';

/** A promise made to a customer: tracked until it is kept. Its state follows from the clock and `keptAt`. */
export const promiseView = z.object({
  promiseId: id<'promise'>(),
  caseId: id<'case'>().nullable(),
  customerId: id<'customer'>().nullable(),
  what: line,
  ownerId: id<'agent'>(),
  ownerName: z.string(),
  dueAt: instant,
  keptAt: instant.nullable(),
});
export type PromiseView = z.infer<typeof promiseView>;

export const caseView = z.object({
  caseId: id<'case'>(),
  /** what is read out to the customer: "C-2291" */
  reference: z.string(),
  type: z.enum(caseTypes),
  stage: z.string(),
  channel: z.enum(caseChannels),
  title: line,
  category: z.string(),
  severity: z.enum(severities),
  /** 0 to 100, higher first, with the terms it was made of so that the desk can explain it */
  priority: z.object({
    score: z.number().int(),
    terms: z.array(z.object({ term: z.string(), points: z.number().int() })),
  }),
  customerId: id<'customer'>().nullable(),
  customerName: z.string(),
  /** null: it waits for somebody to take it */
  ownerId: id<'agent'>().nullable(),
  ownerName: z.string(),
  openedAt: instant,
  promise: promiseView.nullable(),
});
export type CaseView = z.infer<typeof caseView>;

/** What an agent records about a complaint during the call. */
export const caseInput = z.object({
  type: z.enum(caseTypes),
  customerId: id<'customer'>().nullable(),
  callId: id<'call'>().nullable(),
  whatHappened: prose.min(1),
  /** an id from the centre's categories */
  category: z.string().min(1).max(64),
  severity: z.enum(severities),
  remedyWanted: line,
  feeling: z.enum(feelings).nullable(),
  apologyGiven: z.boolean(),
  /** what was said about how it will be solved */
  commitment: line,
  promise: z.object({ what: line.min(1), dueAt: instant }).nullable(),
});
export type CaseInput = z.infer<typeof caseInput>;

export const caseFile = z.object({
  case: caseView,
  whatHappened: z.string(),
  remedyWanted: z.string(),
  feeling: z.enum(feelings).nullable(),
  apologyGiven: z.boolean(),
  commitment: z.string(),
  calls: z.array(z.object({ callId: id<'call'>(), at: instant, agentName: z.string().nullable() })),
  history: z.array(z.object({ at: instant, who: z.string(), what: z.string(), detail: z.string() })),
  tasks: z.array(z.lazy(() => taskOfCase)),
  version: z.number().int(),
});
const taskOfCase = z.object({
  taskId: id<'task'>(),
  title: z.string(),
  dueAt: instant,
  state: z.string(),
});
export type CaseFile = z.infer<typeof caseFile>;
