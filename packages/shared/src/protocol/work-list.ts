import { z } from 'zod';
import { clockKinds } from '../model/case-clock.ts';
import { caseTypes, severities, stagePhases } from '../model/case-stage.ts';
import { tiers } from '../model/tier.ts';
import { caseView, promiseView } from './case.ts';
import { id, instant, line, prose } from './values.ts';

/** The list of work: pages, filters, the next case, many at once, and how the load lies (SPEC WORK). */

/** `team`: of the asker's job family, or of its people; `nobody`: nobody has it */
export const workWhose = ['mine', 'team', 'nobody', 'all'] as const;
export const workSorts = ['priority', 'due', 'oldest', 'newest'] as const;
export type WorkSortWord = (typeof workSorts)[number];

/** All that is asked for must hold; an empty list asks for nothing. */
export const workFilter = z.object({
  whose: z.enum(workWhose),
  /** one person's, for those in charge */
  ownerId: id<'agent'>().nullable(),
  types: z.array(z.enum(caseTypes)).max(caseTypes.length),
  phases: z.array(z.enum(stagePhases)).max(stagePhases.length),
  severities: z.array(z.enum(severities)).max(severities.length),
  tiers: z.array(z.enum(tiers)).max(tiers.length),
  categories: z.array(z.string().min(1).max(64)).max(50),
  /** a clock is past its time, or is due within so many milliseconds */
  dueWithin: z
    .number()
    .int()
    .min(0)
    .max(366 * 86_400_000)
    .nullable(),
  reopened: z.boolean(),
  /** part of the reference, the title or the customer's name */
  text: z.string().trim().max(100),
});
export type WorkFilterInput = z.infer<typeof workFilter>;

/** Where a page ended; the next begins behind it, whatever came or went meanwhile. */
export const workPlace = z.object({
  caseId: id<'case'>(),
  score: z.number().int(),
  openedAt: instant,
  dueAt: instant.nullable(),
});

export const workRow = z.object({
  case: caseView,
  version: z.number().int(),
  tier: z.enum(tiers).nullable(),
  stageSince: instant,
  timesReopened: z.number().int(),
  /** the clock that is due next; one that stands still has no time; null: none runs */
  clock: z.object({ clock: z.enum(clockKinds), dueAt: instant.nullable() }).nullable(),
});
export type WorkRowView = z.infer<typeof workRow>;

export const workPage = z.object({ rows: z.array(workRow), next: workPlace.nullable() });
export type WorkPage = z.infer<typeof workPage>;

/** `more`: there are more than that, or may be */
export const workCounts = z.array(z.object({ count: z.number().int(), more: z.boolean() }));
export type WorkCounts = z.infer<typeof workCounts>;

export const bulkAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('take') }),
  /** nobody has them then */
  z.object({ act: z.literal('giveBack') }),
  z.object({ act: z.literal('assign'), to: id<'agent'>() }),
  /** each to whom it suits best: by skill, load and who had this customer before */
  z.object({ act: z.literal('assignAll') }),
  z.object({ act: z.literal('note'), text: prose.min(1) }),
]);
export type BulkAct = z.infer<typeof bulkAct>;

/** Why one of many was left as it was. */
export const bulkRefusals = [
  'unknownCase',
  'closed',
  'someoneWasFirst',
  'notAllowed',
  'nobodyFits',
  'changedMeanwhile',
] as const;
export type BulkRefusal = (typeof bulkRefusals)[number];
export const bulkResults = z.array(
  z.object({
    caseId: id<'case'>(),
    reference: z.string(),
    /** null: done */
    refusal: z.enum(bulkRefusals).nullable(),
    /** who has it now, or was first */
    by: z.string(),
  }),
);
export type BulkResults = z.infer<typeof bulkResults>;

/** `caseId` null: nothing that suits the asker waits */
export const nextCase = z.object({ caseId: id<'case'>().nullable(), reference: z.string() });

export type NextCase = z.infer<typeof nextCase>;

/** Somebody a case can be given to, and why they come at this place. */
export const suggestion = z.object({
  agentId: id<'agent'>(),
  name: z.string(),
  points: z.number().int(),
  terms: z.array(z.object({ term: z.enum(['load', 'knowsCustomer', 'atWork']), points: z.number().int() })),
});
export const suggestions = z.array(suggestion);
export type Suggestion = z.infer<typeof suggestion>;

export const personLoad = z.object({
  agentId: id<'agent'>(),
  name: z.string(),
  atWork: z.boolean(),
  open: z.object(
    Object.fromEntries(severities.map((severity) => [severity, z.number().int()])) as Record<
      (typeof severities)[number],
      z.ZodNumber
    >,
  ),
  /** open cases, the grave ones counted more */
  weight: z.number().int(),
  overdue: z.number().int(),
  tasksDue: z.number().int(),
  promisesAtRisk: z.number().int(),
});
export const peopleLoad = z.array(personLoad);
export type PeopleLoad = z.infer<typeof peopleLoad>;
export type PersonLoad = z.infer<typeof personLoad>;

export const promiseList = z.array(
  promiseView.extend({
    standing: z.enum(['due', 'atRisk', 'broken']),
    caseReference: z.string(),
    customerName: z.string(),
  }),
);
export type PromiseList = z.infer<typeof promiseList>;

/** A filter with its name. Of a person it is kept with their settings; shared ones are everybody's. */
export const savedFilter = z.object({
  name: line.min(1).max(60),
  filter: workFilter,
  sort: z.enum(workSorts),
});
export type SavedFilter = z.infer<typeof savedFilter>;
export const savedFilters = z.array(savedFilter).max(50);

const mostAtOnce = 200;

export const workCommands = [
  /** the most pressing case that suits the asker and that nobody has is theirs. Result: nextCase */
  z.object({ do: z.literal('work.next') }),
  /** Result: bulkResults */
  z.object({
    do: z.literal('work.bulk'),
    caseIds: z.array(id<'case'>()).min(1).max(mostAtOnce),
    act: bulkAct,
  }),
  /** one of that name is replaced */
  z.object({ do: z.literal('work.share'), saved: savedFilter }),
  z.object({ do: z.literal('work.unshare'), name: z.string().max(60) }),
] as const;

export const workQueries = [
  /** → workPage */
  z.object({
    ask: z.literal('work.page'),
    filter: workFilter,
    sort: z.enum(workSorts),
    after: workPlace.nullable(),
    limit: z.number().int().min(1).max(200),
  }),
  /** → workCounts, in the order asked */
  z.object({ ask: z.literal('work.counts'), filters: z.array(workFilter).max(40) }),
  /** → suggestions, best first */
  z.object({ ask: z.literal('work.suggest'), caseId: id<'case'>() }),
  /** → savedFilters that everybody has */
  z.object({ ask: z.literal('work.shared') }),
  /** → peopleLoad */
  z.object({ ask: z.literal('work.load') }),
  /** what was promised and is not yet kept, by due time → promiseList */
  z.object({ ask: z.literal('work.promises') }),
] as const;
