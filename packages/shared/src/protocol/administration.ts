import { z } from 'zod';
import { roles } from '../model/role.ts';
import { id, instant, language } from './values.ts';

/**
 * What administrators ask over HTTP (/api/admin/v1). A centre's own document has the shape of the configuration file and
 * is read by its rules; here it is only JSON.
 */
export const documentJson = z.record(z.string(), z.unknown());

export const centreSectionNames = [
  'skills',
  'jobFamilies',
  'calendars',
  'queues',
  'hotlines',
  'notReadyReasons',
  'dispositions',
  'categories',
  'prompts',
  'rotas',
  'workflows',
  'clocks',
  'contracts',
  'servicePoints',
  'playbooks',
  'causes',
  'authority',
  'budgets',
  'templates',
] as const;
export const centreSection = z.enum(centreSectionNames);
export type CentreSectionName = z.infer<typeof centreSection>;

export const difference = z.object({
  path: z.array(z.string()),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
export type DifferenceView = z.infer<typeof difference>;

export const centreState = z.object({ revision: z.number().int(), document: documentJson });
export const centreChanged = centreState.extend({ differences: z.array(difference) });
export type CentreChangedView = z.infer<typeof centreChanged>;

export const editTerms = z.object({
  /** why; stands in the history */
  comment: z.string().max(500).default(''),
  /** says what would change and changes nothing */
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
});

export const revisionView = z.object({
  revision: z.number().int(),
  at: instant,
  who: z.string().nullable(),
  origin: z.enum(['file', 'edit', 'import', 'undo', 'emergency']),
  comment: z.string(),
  differences: z.array(difference),
});
export type RevisionView = z.infer<typeof revisionView>;
export const revisionList = z.object({ revisions: z.array(revisionView), more: z.boolean() });
export const wholeRevision = revisionView.extend({ document: documentJson });

export const agentSkill = z.object({ skillId: id<'skill'>(), level: z.number().int().min(1).max(5) });
export const userEntry = z.object({
  name: z.string().trim().min(1).max(100),
  language,
  roles: z.array(z.enum(roles)).min(1),
  skills: z.array(agentSkill).max(100),
  familyId: id<'jobFamily'>().nullable(),
  active: z.boolean(),
});
export type UserEntryView = z.infer<typeof userEntry>;
/** `password` null: one is made up and told in the answer, once. */
export const newUser = userEntry.extend({
  userName: z.string().trim().min(1).max(64),
  password: z.string().max(256).nullable(),
});
export const userView = userEntry.extend({
  agentId: id<'agent'>(),
  userName: z.string(),
  version: z.string(),
  signedIn: z.boolean(),
});
export type UserView = z.infer<typeof userView>;
export const passwordEntry = z.object({ password: z.string().max(256).nullable() });
export const oneTimePassword = z.object({ password: z.string().nullable() });
export const createdUser = userView.extend(oneTimePassword.shape);
export const userChange = z.object({
  at: instant,
  who: z.string().nullable(),
  did: z.string(),
  differences: z.array(difference),
  before: userEntry.nullable(),
});
export type UserChangeView = z.infer<typeof userChange>;

export const emergencyEntry = z.object({
  reason: z.string().trim().min(1).max(500),
  prompt: z.string().min(1).max(64).nullable().default(null),
});

export const holiday = z.object({ date: z.string(), name: z.string() });
export const holidayFault = z.object({ line: z.number().int(), text: z.string(), why: z.string() });
export const holidaysImported = centreChanged.extend({
  holidays: z.array(holiday),
  faults: z.array(holidayFault),
});
export type HolidaysImportedView = z.infer<typeof holidaysImported>;

export const openingAsked = z.object({ calendar: documentJson, at: instant.nullable().default(null) });
export const openingView = z.discriminatedUnion('open', [
  z.object({ open: z.literal(true), until: instant.nullable() }),
  z.object({
    open: z.literal(false),
    why: z.enum(['hours', 'holiday']),
    holiday: z.string().nullable(),
    nextOpening: instant.nullable(),
  }),
]);
export type OpeningView = z.infer<typeof openingView>;

export const promptView = z.object({
  promptId: z.string(),
  length: z.number().nonnegative(),
  savedAt: instant,
});
export type PromptView = z.infer<typeof promptView>;

/** Why something was not done (RFC 9457); `problem` is the word, the rest what a form needs to say where. */
export const adminProblem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  problem: z.string(),
  faults: z
    .array(
      z.object({
        path: z.array(z.union([z.string(), z.number()])),
        value: z.string().nullable(),
        why: z.string(),
        remedy: z.string(),
        word: z.string().optional(),
        line: z.number().int().nullable(),
      }),
    )
    .optional(),
  by: z.object({ name: z.string().nullable(), at: instant.nullable() }).optional(),
  usedBy: z.array(z.object({ section: z.string(), id: z.string() })).optional(),
});
export type AdminProblemView = z.infer<typeof adminProblem>;
export type AdminFault = NonNullable<AdminProblemView['faults']>[number];
