import { z } from 'zod';
import {
  budgetPeriods,
  budgetStandings,
  compensationKinds,
  compensationNews,
  compensationStates,
  grades,
} from '../model/compensation.ts';
import { localDate } from './report.ts';
import { id, instant, line, localText, prose, tier } from './values.ts';

/* What is given to make good, and who approves it (SPEC COMP). Amounts are in minor units of the centre's currency, of points in points. */

const amount = z.number().int().nonnegative().max(1_000_000_000);
const compensationId = id<'compensation'>();
const wish = {
  caseId: id<'case'>(),
  kind: z.enum(compensationKinds),
  amount,
  reason: line.min(1),
  /** where it can be seen: a receipt, a photo, what the workshop says */
  evidence: prose,
};
export const compensationInput = z.object(wish);
export type CompensationInput = z.infer<typeof compensationInput>;

export const compensationCommands = [
  /** within one's own authority. Result: { compensationId } */
  z.object({ do: z.literal('compensation.give'), ...wish }),
  /** for approval. Result: { compensationId } */
  z.object({ do: z.literal('compensation.ask'), ...wish }),
  /** Result: { state }: `asked` where it now waits for a second manager */
  z.object({ do: z.literal('compensation.approve'), compensationId, decision: line }),
  z.object({ do: z.literal('compensation.refuse'), compensationId, decision: line.min(1) }),
  z.object({ do: z.literal('compensation.withdraw'), compensationId }),
  z.object({ do: z.literal('compensation.done'), compensationId, note: line }),
  z.object({ do: z.literal('compensation.cancel'), compensationId, why: line.min(1) }),
] as const;

const period = { from: localDate, until: localDate };
export const costHeadings = ['cause', 'kind', 'tier', 'month'] as const;
export type CostHeading = (typeof costHeadings)[number];

/** Where a page of what was given ended. */
const givenPlace = z.object({ decidedAt: instant, compensationId });

export const compensationQueries = [
  /** → caseCompensation */
  z.object({ ask: z.literal('compensation.ofCase'), caseId: id<'case'>() }),
  /** how far one's authority goes now → authorityView */
  z.object({ ask: z.literal('compensation.preview'), caseId: id<'case'>(), kind: z.enum(compensationKinds) }),
  /** what was given in like cases → precedentsView */
  z.object({
    ask: z.literal('compensation.precedents'),
    caseId: id<'case'>(),
    kind: z.enum(compensationKinds),
    sameTier: z.boolean(),
  }),
  /** all that wait for a decision, the most urgent first → waitingCompensation[] */
  z.object({ ask: z.literal('compensation.waiting') }),
  /** days of the centre, both inclusive → costReport */
  z.object({ ask: z.literal('compensation.report'), ...period }),
  /** what stands behind a figure of the report, newest first, after the last one of the page before → givenRows */
  z.object({
    ask: z.literal('compensation.behind'),
    ...period,
    heading: z.enum(costHeadings),
    /** null: no cause named, no tier known */
    key: z.string().max(64).nullable(),
    before: givenPlace.nullable(),
  }),
] as const;

/** What may be done about it now by whoever asks; the reason where it may not be approved. */
const may = z.object({
  approve: z.boolean(),
  /** their approval is the first of two */
  endorse: z.boolean(),
  refuse: z.boolean(),
  withdraw: z.boolean(),
  carryOut: z.boolean(),
  cancel: z.boolean(),
  notApprove: z.enum(['ownRequest', 'aboveAuthority', 'notAllowed']).nullable(),
});

export const compensationView = z.object({
  compensationId,
  caseId: id<'case'>(),
  kind: z.enum(compensationKinds),
  amount,
  state: z.enum(compensationStates),
  reason: z.string(),
  evidence: z.string(),
  askedByName: z.string(),
  askedAt: instant,
  /** null: it needed no approval */
  decideBy: instant.nullable(),
  endorsedByName: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
  decision: z.string(),
  doneAt: instant.nullable(),
  may,
});
export type CompensationView = z.infer<typeof compensationView>;

export const caseCompensation = z.object({
  /** first to last */
  compensations: z.array(compensationView),
  /** whether whoever asks may give or ask for some now */
  mayGive: z.boolean(),
  /** what the playbook offers for this category, the first first */
  offers: z.array(z.enum(compensationKinds)),
});
export type CaseCompensation = z.infer<typeof caseCompensation>;

export const authorityView = z.object({
  /** of whoever asks; null: no rule fits, so that everything has to be asked for */
  rule: z.object({ name: localText, upTo: amount, upToPerCustomer: amount, days: z.number() }).nullable(),
  /** what the customer was given in the rule's days, by anybody */
  given: amount,
  left: amount,
  /** the most that may be given at once without asking */
  room: amount,
  /** what the grades above may approve, in rising order */
  above: z.array(z.object({ grade: z.enum(grades), room: amount })),
});
export type AuthorityView = z.infer<typeof authorityView>;

export const givenRow = z.object({
  compensationId,
  caseId: id<'case'>(),
  caseReference: z.string(),
  kind: z.enum(compensationKinds),
  amount,
  at: instant,
  byName: z.string(),
  tier: tier.nullable(),
  reason: z.string(),
});
export type GivenRow = z.infer<typeof givenRow>;
/** `next`: where the next page begins; null: this is the last */
export const givenRows = z.object({ rows: z.array(givenRow), next: givenPlace.nullable() });
export type GivenRows = z.infer<typeof givenRows>;

export const precedentsView = z.object({
  count: z.number().int(),
  median: amount.nullable(),
  smallest: amount.nullable(),
  largest: amount.nullable(),
  last: z.array(givenRow),
  /** since when they were looked for */
  since: instant,
});
export type PrecedentsView = z.infer<typeof precedentsView>;

export const waitingCompensation = compensationView.extend({
  decideBy: instant,
  remindAt: instant,
  caseReference: z.string(),
  caseTitle: z.string(),
  category: z.string(),
  customerName: z.string(),
  tier: tier.nullable(),
  /** how far the reader's own authority goes for it */
  room: amount,
  /** what the customer was given in that time already */
  given: amount,
});
export type WaitingCompensation = z.infer<typeof waitingCompensation>;
export const waitingList = z.array(waitingCompensation);

const cost = z.object({
  key: z.string().nullable(),
  count: z.number().int(),
  money: z.number().int(),
  points: z.number().int(),
});
export type CostView = z.infer<typeof cost>;

export const budgetView = z.object({
  budget: z.string(),
  name: localText,
  /** null: of everything */
  causeId: id<'cause'>().nullable(),
  every: z.enum(budgetPeriods),
  amount,
  /** of the period of the budget that the report's last day is in, both days inclusive */
  ...period,
  spent: amount,
  standing: z.enum(budgetStandings),
});
export type BudgetView = z.infer<typeof budgetView>;

export const costReport = z.object({
  total: cost.omit({ key: true }),
  cause: z.array(cost),
  kind: z.array(cost),
  tier: z.array(cost),
  /** every month of the period, first to last: "2026-11" */
  month: z.array(cost),
  budgets: z.array(budgetView),
});
export type CostReport = z.infer<typeof costReport>;

/** Somebody is told of a request, or (`news` null) lists of requests have changed. */
export const compensationEvent = z.object({
  what: z.literal('compensation'),
  compensationId,
  caseId: id<'case'>(),
  caseReference: z.string(),
  kind: z.enum(compensationKinds),
  amount,
  /** who asked, or who decided */
  byName: z.string(),
  news: z.enum(compensationNews).nullable(),
});
export type CompensationEvent = z.infer<typeof compensationEvent>;
