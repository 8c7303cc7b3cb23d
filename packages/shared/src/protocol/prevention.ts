import { z } from 'zod';
import { caseTypes, satisfactions } from '../model/case-stage.ts';
import { id, instant, language, line, phoneNumber, prose, tier } from './values.ts';

/* Satisfaction checks, causes, measures and the figures behind them (SPEC CHECK, PREV). */

const checkId = id<'check'>();
const caseId = id<'case'>();
const causeId = id<'cause'>();
const preventionId = id<'prevention'>();
const version = z.number().int();
const mark = z.number().int().min(1).max(5).nullable();
const answers = z.object({ solved: mark, handled: mark, stay: mark });
export type CheckAnswers = z.infer<typeof answers>;
export const mostWhys = 5;
const whys = z.array(line.min(1)).max(mostWhys);
const measure = { what: line.min(1), ownerId: id<'agent'>(), dueAt: instant };

export const preventionCommands = [
  /** the customer could not be reached this time */
  z.object({ do: z.literal('check.attempt'), checkId, version, callId: id<'call'>().nullable(), note: line }),
  z.object({
    do: z.literal('check.answer'),
    checkId,
    version,
    callId: id<'call'>().nullable(),
    outcome: z.enum(['satisfied', 'notSatisfied']),
    answers,
    comment: prose,
  }),
  z.object({ do: z.literal('prevention.cause'), caseId, version, causeId, whys, note: prose }),
  z.object({ do: z.literal('prevention.decide'), caseId, version, needed: z.boolean() }),
  /** Result: { preventionId } */
  z.object({ do: z.literal('prevention.open'), causeId, caseId: caseId.nullable(), ...measure }),
  z.object({ do: z.literal('prevention.change'), preventionId, version, ...measure }),
  z.object({
    do: z.literal('prevention.done'),
    preventionId,
    version,
    note: prose,
    /** after how many days its effect is looked at */
    verifyAfterDays: z.number().int().min(28).max(365),
  }),
  z.object({
    do: z.literal('prevention.verify'),
    preventionId,
    version,
    verdict: z.enum(['effective', 'notEffective']),
    note: prose,
  }),
  z.object({ do: z.literal('prevention.cancel'), preventionId, version, note: line.min(1) }),
] as const;

/** Which cases figures are about; null: all. In a list, null stands for those that have none. */
export const caseFilter = z.object({
  types: z.array(z.enum(caseTypes)).max(10).nullable(),
  categories: z.array(z.string().max(64)).max(500).nullable(),
  causes: z.array(causeId.nullable()).max(501).nullable(),
  tiers: z.array(tier.nullable()).max(10).nullable(),
  servicePoints: z.array(id<'servicePoint'>().nullable()).max(500).nullable(),
  products: z.array(z.string().max(200).nullable()).max(100).nullable(),
  outcomes: z.array(z.enum(satisfactions)).max(3).nullable(),
  reopened: z.boolean(),
});
export type CaseFilterView = z.infer<typeof caseFilter>;
export const everyCase: CaseFilterView = {
  types: null,
  categories: null,
  causes: null,
  tiers: null,
  servicePoints: null,
  products: null,
  outcomes: null,
  reopened: false,
};
const period = { from: instant, until: instant };
const place = z.object({ openedAt: instant, caseId });

export const preventionQueries = [
  /** → checkView[], first to last */
  z.object({ ask: z.literal('check.ofCase'), caseId }),
  /** what is needed to call the customer → checkFile | null where the task is no satisfaction call */
  z.object({ ask: z.literal('check.ofTask'), taskId: id<'task'>() }),
  /** → casePrevention */
  z.object({ ask: z.literal('prevention.ofCase'), caseId }),
  /** measures: one's own, those not decided yet, or all of late → measureView[] */
  z.object({ ask: z.literal('prevention.list'), which: z.enum(['mine', 'open', 'all']) }),
  /** → effectView | null where it is not done yet */
  z.object({ ask: z.literal('prevention.effect'), preventionId }),
  /** → preventionFigures */
  z.object({ ask: z.literal('prevention.figures'), ...period, filter: caseFilter }),
  /** the very cases, newest first, after one of them → casesBehind */
  z.object({ ask: z.literal('prevention.cases'), ...period, filter: caseFilter, after: place.nullable() }),
] as const;

export const checkView = z.object({
  checkId,
  caseId,
  taskId: id<'task'>().nullable(),
  from: instant,
  until: instant,
  /** when it is tried next; null: it is over */
  nextFrom: instant.nullable(),
  attemptsAllowed: z.number().int(),
  attempts: z.array(
    z.object({ at: instant, byName: z.string(), callId: id<'call'>().nullable(), note: z.string() }),
  ),
  answers,
  comment: z.string(),
  outcome: z.enum(satisfactions).nullable(),
  endedAt: instant.nullable(),
  /** whose task it is; '' the team's */
  askerName: z.string(),
  /** the case's own handler asked, or is to */
  byHandler: z.boolean(),
  mayAsk: z.boolean(),
  version,
});
export type CheckView = z.infer<typeof checkView>;
export const checksOfCase = z.array(checkView);

export const checkFile = z
  .object({
    check: checkView,
    reference: z.string(),
    title: z.string(),
    whatHappened: z.string(),
    /** what the customer was told, and agreed to */
    answer: z.string(),
    commitment: z.string(),
    ownerName: z.string(),
    customerId: id<'customer'>().nullable(),
    customerName: z.string(),
    customerLanguage: language.nullable(),
    number: phoneNumber.nullable(),
  })
  .nullable();
export type CheckFile = z.infer<typeof checkFile>;

const windowCount = z.object({ cases: z.number(), contacts: z.number(), unnamed: z.number() });
export const effectWords = ['tooEarly', 'tooFew', 'fewer', 'more', 'noDifference'] as const;
export const effectView = z.object({
  doneAt: instant,
  /** of each of the two windows, in milliseconds */
  length: z.number(),
  before: windowCount,
  after: windowCount,
  ratio: z.number().nullable(),
  /** 95 % interval of the ratio; `high` null: without end */
  low: z.number().nullable(),
  high: z.number().nullable(),
  says: z.enum(effectWords),
});
export type EffectView = z.infer<typeof effectView>;
export const effectAnswer = effectView.nullable();

export const measureActs = ['change', 'done', 'verify', 'cancel'] as const;
export const measureStates = ['open', 'done', 'effective', 'notEffective', 'cancelled'] as const;
export const measureView = z.object({
  preventionId,
  causeId,
  caseId: caseId.nullable(),
  caseReference: z.string().nullable(),
  what: z.string(),
  ownerId: id<'agent'>(),
  ownerName: z.string(),
  dueAt: instant,
  madeAt: instant,
  madeByName: z.string(),
  state: z.enum(measureStates),
  doneAt: instant.nullable(),
  verifyAt: instant.nullable(),
  /** as it was seen when the verdict was given */
  effect: effectView.nullable(),
  note: z.string(),
  /** what whoever asks may do to it now */
  acts: z.array(z.enum(measureActs)),
  version,
});
export type MeasureView = z.infer<typeof measureView>;
export const measureList = z.array(measureView);

export const casePrevention = z.object({
  caseId,
  version,
  cause: z.object({ causeId, whys: z.array(z.string()), note: z.string() }).nullable(),
  preventionNeeded: z.boolean().nullable(),
  mayName: z.boolean(),
  measures: measureList,
});
export type CasePreventionView = z.infer<typeof casePrevention>;

const counts = z.object({
  cases: z.number(),
  costMinor: z.number(),
  reopened: z.number(),
  satisfied: z.number(),
  notSatisfied: z.number(),
  notReached: z.number(),
});
export type CaseCountsView = z.infer<typeof counts>;
const bar = z.object({
  key: z.string().nullable(),
  counts,
  share: z.number().nullable(),
  shareSoFar: z.number().nullable(),
});
export type BarView = z.infer<typeof bar>;
const bars = z.array(bar);

export const preventionFigures = z.object({
  ...period,
  total: counts,
  causesByCount: bars,
  causesByCost: bars,
  tiers: bars,
  servicePoints: bars,
  heat: z.object({
    products: z.array(z.string().nullable()),
    causes: z.array(causeId.nullable()),
    cases: z.array(z.array(z.number())),
  }),
  months: z.array(z.object({ month: z.string(), ...period, cases: z.number(), contacts: z.number() })),
  contacts: z.number(),
  /** causes against which something was done in or before the period, with their cases since */
  recurrence: z.array(z.object({ causeId, fixedAt: instant, since: instant, cases: z.number() })),
});
export type PreventionFigures = z.infer<typeof preventionFigures>;

export const casesBehind = z.object({
  cases: z.array(
    z.object({
      caseId,
      reference: z.string(),
      title: z.string(),
      type: z.enum(caseTypes),
      stage: z.string(),
      openedAt: instant,
      customerName: z.string(),
      product: z.string().nullable(),
      causeId: causeId.nullable(),
      satisfaction: z.enum(satisfactions).nullable(),
      timesReopened: z.number().int(),
    }),
  ),
  next: place.nullable(),
});
export type CasesBehind = z.infer<typeof casesBehind>;

/** The customer is not satisfied: who had the case and those in charge are told. */
export const checkNotice = z.object({
  what: z.literal('notSatisfied'),
  caseId,
  reference: z.string(),
  title: z.string(),
});
export type CheckNotice = z.infer<typeof checkNotice>;
