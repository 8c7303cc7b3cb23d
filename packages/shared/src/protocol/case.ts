import { z } from 'zod';
import { feelings } from '../model/call-outcome.ts';
import { caseHappenings } from '../model/case-happening.ts';
import {
  caseActs,
  caseChannels,
  caseTypes,
  customerAnswers,
  impacts,
  noteKinds,
  satisfactions,
  severities,
  stageConditions,
  stageOwners,
  stagePhases,
  urgencies,
} from '../model/case-stage.ts';
import { id, instant, line, localText, prose } from './values.ts';

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

/** What it is about: one of the customer's own products or orders, or what it is called. */
export const caseProduct = z.object({
  name: line.min(1),
  productId: z.string().max(64).nullable(),
  orderId: z.string().max(64).nullable(),
});

/** What an agent records about a complaint during the call. */
export const caseInput = z.object({
  type: z.enum(caseTypes),
  customerId: id<'customer'>().nullable(),
  callId: id<'call'>().nullable(),
  whatHappened: prose.min(1),
  /** how the customer reached us */
  channel: z.enum(caseChannels),
  /** an id from the centre's categories */
  category: z.string().min(1).max(64),
  severity: z.enum(severities),
  impact: z.enum(impacts),
  urgency: z.enum(urgencies),
  /** a lawyer, a regulator or a court has been named */
  legal: z.boolean(),
  product: caseProduct.nullable(),
  servicePointId: id<'servicePoint'>().nullable(),
  contractId: id<'contract'>().nullable(),
  remedyWanted: line,
  feeling: z.enum(feelings).nullable(),
  apologyGiven: z.boolean(),
  /** what the customer was told of why it happened */
  explanation: line,
  /** what was said about how it will be solved */
  commitment: line,
  /** `ownerId` null: who records it */
  promise: z.object({ what: line.min(1), dueAt: instant, ownerId: id<'agent'>().nullable() }).nullable(),
});
export type CaseInput = z.infer<typeof caseInput>;

/** A line of a case's history; `changes` are the fields that differ, as the gateway holds them (SPEC CASE-7). */
export const caseEntryView = z.object({
  entryId: id<'caseEntry'>(),
  at: instant,
  /** '' where the gateway itself or another system did it */
  who: z.string(),
  what: z.enum(caseHappenings),
  text: z.string(),
  /** of a note: for whom */
  note: z.enum(noteKinds).nullable(),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
});
export type CaseEntryView = z.infer<typeof caseEntryView>;

/** Where a case stands in its workflow, and what may follow (SPEC STAGE). */
export const caseStanding = z.object({
  stage: z.string(),
  since: instant,
  /** null: the stage is no longer in the workflow */
  phase: z.enum(stagePhases).nullable(),
  owner: z.enum(stageOwners),
  /** whether whoever asks works it: moves, changes and assigns it */
  isYours: z.boolean(),
  checklist: z.array(z.object({ item: z.string(), name: localText, needed: z.boolean(), done: z.boolean() })),
  /** the usual one first; `missing`: what does not hold yet, of leaving and of coming in; [] it can be gone to now */
  moves: z.array(z.object({ to: z.string(), missing: z.array(z.enum(stageConditions)) })),
  /** where it goes that is above its handler; null: nowhere */
  escalatesTo: z.string().nullable(),
  /** every condition, looked up */
  facts: z.record(z.enum(stageConditions), z.boolean()),
});
export type CaseStanding = z.infer<typeof caseStanding>;

/** Somebody who has the case open right now. */
export const looker = z.object({ agentId: id<'agent'>(), name: z.string(), since: instant });
export type Looker = z.infer<typeof looker>;

export const caseFile = z.object({
  case: caseView,
  whatHappened: z.string(),
  impact: z.enum(impacts),
  urgency: z.enum(urgencies),
  legal: z.boolean(),
  product: z
    .object({ name: z.string(), productId: z.string().nullable(), orderId: z.string().nullable() })
    .nullable(),
  servicePointId: id<'servicePoint'>().nullable(),
  contractId: id<'contract'>().nullable(),
  remedyWanted: z.string(),
  feeling: z.enum(feelings).nullable(),
  apologyGiven: z.boolean(),
  explanation: z.string(),
  commitment: z.string(),
  /** the team whose work it is; null: anybody's */
  familyId: id<'jobFamily'>().nullable(),
  acknowledgedAt: instant.nullable(),
  assessedAt: instant.nullable(),
  answer: z.object({
    proposal: z.string(),
    toldAt: instant.nullable(),
    customer: z.enum(customerAnswers).nullable(),
  }),
  cause: z.object({ causeId: id<'cause'>(), whys: z.array(z.string()), note: z.string() }).nullable(),
  preventionNeeded: z.boolean().nullable(),
  satisfaction: z.enum(satisfactions).nullable(),
  timesReopened: z.number().int(),
  duplicateOf: z.object({ caseId: id<'case'>(), reference: z.string() }).nullable(),
  closedAt: instant.nullable(),
  /** until when it may be reopened; null: it is open, or its type is never reopened */
  reopenUntil: instant.nullable(),
  standing: caseStanding,
  /** what whoever asks may do to it now, by their part, the stage and whose it is */
  may: z.array(z.enum(caseActs)),
  /** everything that happened to it, first to last */
  entries: z.array(caseEntryView),
  /** who has it open, whoever asks included */
  lookers: z.array(looker),
  calls: z.array(z.object({ callId: id<'call'>(), at: instant, agentName: z.string().nullable() })),
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
