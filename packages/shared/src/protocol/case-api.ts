import { z } from 'zod';
import { apiScopes } from '../model/api-scope.ts';
import { feelings } from '../model/call-outcome.ts';
import { caseChannels, caseTypes, impacts, severities, urgencies } from '../model/case-stage.ts';
import { caseProduct } from './case.ts';
import { id, instant, line, prose } from './values.ts';

/** What other systems write and read about cases (SPEC CASE-25 to CASE-28). */

const text = z.string().trim().min(1).max(200);

/** One of the first four is enough; `name` is for people to read. */
export const reportedCustomer = z.strictObject({
  customerId: id<'customer'>().nullable().default(null),
  customerNumber: text.nullable().default(null),
  email: z.email().max(254).nullable().default(null),
  number: text.nullable().default(null),
  name: text.nullable().default(null),
});

export const reportedCase = z.strictObject({
  type: z.enum(caseTypes).default('complaint'),
  /** how the customer reached the other system */
  channel: z.enum(caseChannels),
  whatHappened: prose.min(1),
  /** an id of the centre's categories */
  category: z.string().min(1).max(64),
  /** null: what the category proposes */
  severity: z.enum(severities).nullable().default(null),
  impact: z.enum(impacts).default('one'),
  urgency: z.enum(urgencies).default('normal'),
  legal: z.boolean().default(false),
  product: caseProduct.nullable().default(null),
  servicePointId: id<'servicePoint'>().nullable().default(null),
  contractId: id<'contract'>().nullable().default(null),
  remedyWanted: line.default(''),
  feeling: z.enum(feelings).nullable().default(null),
  customer: reportedCustomer.nullable().default(null),
  externalReference: text.nullable().default(null),
});

/** The customer has written again about a case that is there. */
export const reportedContact = z.strictObject({
  channel: z.enum(caseChannels),
  text: prose.min(1),
  /** who writes, where that is known: the case of another customer is not added to */
  customer: reportedCustomer.nullable().default(null),
  externalReference: text.nullable().default(null),
});

export const caseTold = z.object({
  caseId: id<'case'>(),
  reference: z.string(),
  type: z.enum(caseTypes),
  stage: z.string(),
  title: z.string(),
  category: z.string(),
  severity: z.enum(severities),
  /** 0 to 100 */
  priority: z.number().int(),
  customerId: id<'customer'>().nullable(),
  openedAt: instant,
  acknowledgedAt: instant.nullable(),
  closedAt: instant.nullable(),
});

export const caseOpened = caseTold.extend({
  /** earlier cases of the same customer that may be the same matter */
  similar: z.array(z.object({ reference: z.string(), because: z.array(z.string()) })),
});

/** RFC 9457; `title` says what to do. */
export const caseProblem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  problem: z.string(),
  scope: z.enum(apiScopes).optional(),
  faults: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])), why: z.string() })).optional(),
});

export const apiTokenView = z.object({
  tokenId: id<'apiToken'>(),
  name: z.string(),
  scopes: z.array(z.enum(apiScopes)),
  madeBy: z.string(),
  madeAt: instant,
  revokedAt: instant.nullable(),
  /** null: it does not end by itself */
  expiresAt: instant.nullable(),
  /** to about a minute; null: never */
  lastUsedAt: instant.nullable(),
});
export type ApiTokenView = z.infer<typeof apiTokenView>;
export const newApiToken = z.strictObject({
  name: text,
  scopes: z.array(z.enum(apiScopes)).min(1).max(10),
  /** null: until somebody revokes it */
  expiresInDays: z.number().int().min(1).max(3_650).nullable().default(null),
});
/** `token` is told in this answer alone */
export const madeApiToken = apiTokenView.extend({ token: z.string() });
