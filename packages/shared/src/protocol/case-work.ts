import { z } from 'zod';
import { feelings } from '../model/call-outcome.ts';
import {
  caseTypes,
  customerAnswers,
  impacts,
  noteKinds,
  severities,
  urgencies,
} from '../model/case-stage.ts';
import { id, line, prose } from './values.ts';

/** What people write on a case; what is left out stays as it is. */
export const caseChanges = z
  .object({
    type: z.enum(caseTypes),
    title: line.min(1),
    whatHappened: prose.min(1),
    /** an id from the centre's categories */
    category: z.string().min(1).max(64),
    severity: z.enum(severities),
    impact: z.enum(impacts),
    urgency: z.enum(urgencies),
    legal: z.boolean(),
    product: z
      .object({
        name: line.min(1),
        productId: z.string().max(64).nullable(),
        orderId: z.string().max(64).nullable(),
      })
      .nullable(),
    servicePointId: id<'servicePoint'>().nullable(),
    contractId: id<'contract'>().nullable(),
    remedyWanted: line,
    feeling: z.enum(feelings).nullable(),
    apologyGiven: z.boolean(),
    explanation: prose,
    commitment: line,
    /** the answer as it is proposed to the customer */
    proposal: prose,
  })
  .partial();
export type CaseChanges = z.infer<typeof caseChanges>;

/** Whose a case becomes; `nobody` puts it back for whoever takes it. */
export const caseOwner = z.discriminatedUnion('to', [
  z.object({ to: z.literal('agent'), agentId: id<'agent'>() }),
  z.object({ to: z.literal('family'), familyId: id<'jobFamily'>() }),
  z.object({ to: z.literal('nobody') }),
]);
export type CaseOwner = z.infer<typeof caseOwner>;

/** The case as the desk saw it: on another version it is refused with changedMeanwhile (SPEC CASE-8). */
const seen = { caseId: id<'case'>(), version: z.number().int() };
const reason = z.string().trim().min(1).max(2_000);

/** What people do to a case that is there: move it, change it, assign it, write on it (SPEC CASE, STAGE). */
export const caseWorkCommands = [
  /** refused with conditionsMissing and the first of them as `field` */
  z.object({ do: z.literal('case.move'), ...seen, to: z.string().min(1).max(64), note: prose }),
  z.object({ do: z.literal('case.change'), ...seen, changes: caseChanges }),
  /** somebody has judged how bad it is; also where nothing of it changes */
  z.object({
    do: z.literal('case.assess'),
    ...seen,
    severity: z.enum(severities),
    impact: z.enum(impacts),
    urgency: z.enum(urgencies),
    legal: z.boolean(),
  }),
  /** the customer was told that it has been received */
  z.object({ do: z.literal('case.acknowledge'), ...seen }),
  z.object({ do: z.literal('case.assign'), ...seen, owner: caseOwner, note: prose }),
  z.object({ do: z.literal('case.take'), ...seen }),
  z.object({ do: z.literal('case.handOver'), ...seen, owner: caseOwner, context: reason }),
  z.object({
    do: z.literal('case.note'),
    caseId: id<'case'>(),
    kind: z.enum(noteKinds),
    text: prose.min(1),
  }),
  z.object({ do: z.literal('case.tick'), ...seen, item: z.string().min(1).max(64), done: z.boolean() }),
  /** the proposed answer was told to the customer */
  z.object({ do: z.literal('case.told'), ...seen, note: prose }),
  z.object({ do: z.literal('case.answer'), ...seen, customer: z.enum(customerAnswers), note: prose }),
  z.object({ do: z.literal('case.reopen'), ...seen, why: reason }),
  z.object({ do: z.literal('case.merge'), ...seen, into: id<'case'>() }),
  z.object({ do: z.literal('case.escalate'), ...seen, why: reason }),
  /** this desk has this case open, or none. Result: looker[]; event `caseLookers` */
  z.object({ do: z.literal('case.look'), caseId: id<'case'>().nullable() }),
] as const;

export type CaseCommand = z.infer<(typeof caseWorkCommands)[number]>;

/** Whom a case can be given to, with how much they have. */
export const casePeople = z.array(
  z.object({
    agentId: id<'agent'>(),
    name: z.string(),
    familyId: id<'jobFamily'>().nullable(),
    isHere: z.boolean(),
    openCases: z.number().int(),
  }),
);
export type CasePeople = z.infer<typeof casePeople>;

export const caseWorkQueries = [
  /** → casePeople, who has least first */
  z.object({ ask: z.literal('case.people') }),
] as const;
