import { z } from 'zod';
import { caseActs, caseTypes, stageConditions, stageOwners, stagePhases } from '../model/case-stage.ts';
import { compensationKinds } from '../model/compensation.ts';
import { letterPurposes } from '../model/letter.ts';
import { roles } from '../model/role.ts';
import { id, language, localText } from './values.ts';

/** A case type and its stages; the desk draws it and shows what may follow. */
export const workflowView = z.object({
  type: z.enum(caseTypes),
  name: localText,
  start: z.string(),
  satisfaction: z.object({ fromDay: z.number(), untilDay: z.number(), attempts: z.number() }).nullable(),
  reopen: z.object({ withinDays: z.number(), to: z.string() }).nullable(),
  stages: z.array(
    z.object({
      stage: z.string(),
      name: localText,
      phase: z.enum(stagePhases),
      owner: z.enum(stageOwners),
      entry: z.array(z.enum(stageConditions)),
      exit: z.array(z.enum(stageConditions)),
      checklist: z.array(z.object({ item: z.string(), name: localText, needed: z.boolean() })),
      allows: z.array(z.enum(caseActs)),
      to: z.array(z.string()),
    }),
  ),
});
export type WorkflowView = z.infer<typeof workflowView>;

/** The centre as a desk needs to know it: names for ids, lists to choose from. Sent with the snapshot. */
export const reference = z.object({
  centreName: localText,
  region: z.string().length(2),
  timeZone: z.string(),
  currency: z.string().length(3),
  /** `rotaId`: whoever is on duty of this rota answers, not its agents */
  queues: z.array(z.object({ queueId: id<'queue'>(), name: localText, rotaId: id<'rota'>().nullable() })),
  skills: z.array(z.object({ skillId: id<'skill'>(), name: localText })),
  /** `script`: what the agent says first on a call to this line */
  hotlines: z.array(
    z.object({
      hotlineId: id<'hotline'>(),
      name: localText,
      number: z.string(),
      script: localText.nullable(),
    }),
  ),
  /** `limitMs`: how long it should last (model/reason-limit.ts); null: as long as it takes */
  notReadyReasons: z.array(
    z.object({ reason: z.string(), name: localText, limitMs: z.number().int().nullable() }),
  ),
  presence: z.object({
    /** how long before a reason's limit the agent is warned */
    warnBeforeMs: z.number().int(),
    missesAllowed: z.number().int(),
  }),
  dispositions: z.array(z.object({ disposition: z.string(), name: localText, resolves: z.boolean() })),
  categories: z.array(
    z.object({
      category: z.string(),
      parent: z.string().nullable(),
      name: localText,
      sayFirst: localText.nullable(),
      /** what is reported under it may hurt somebody: severity Safety is proposed */
      safety: z.boolean(),
    }),
  ),
  workflows: z.array(workflowView),
  playbooks: z.array(
    z.object({
      category: z.string(),
      phrases: z.array(localText),
      questions: z.array(localText),
      evidence: z.array(localText),
      offers: z.array(z.enum(compensationKinds)),
    }),
  ),
  causes: z.array(
    z.object({ causeId: id<'cause'>(), parent: z.string().nullable(), name: localText, active: z.boolean() }),
  ),
  contracts: z.array(z.object({ contractId: id<'contract'>(), name: localText })),
  servicePoints: z.array(z.object({ servicePointId: id<'servicePoint'>(), name: localText })),
  templates: z.array(z.object({ template: z.string(), name: localText, purpose: z.enum(letterPurposes) })),
  families: z.array(z.object({ familyId: id<'jobFamily'>(), name: localText })),
});
export type Reference = z.infer<typeof reference>;

export const me = z.object({
  agentId: id<'agent'>(),
  name: z.string(),
  userName: z.string(),
  language,
  roles: z.array(z.enum(roles)),
  queueIds: z.array(id<'queue'>()),
});
export type Me = z.infer<typeof me>;

export const queueView = z.object({
  queueId: id<'queue'>(),
  waiting: z.number().int(),
  longestSince: z.number().int().nullable(),
  ready: z.number().int(),
  signedIn: z.number().int(),
});
export type QueueView = z.infer<typeof queueView>;

/** Today's own figures. */
export const myDay = z.object({
  handled: z.number().int(),
  resolved: z.number().int(),
  resolvedAsked: z.number().int(),
  promisesKept: z.number().int(),
  promisesDue: z.number().int(),
  pleased: z.number().int(),
  felt: z.number().int(),
  /** talk, hold and wrap-up of the contacts handled */
  handleMs: z.number().int(),
});
export type MyDay = z.infer<typeof myDay>;
