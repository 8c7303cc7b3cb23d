import type { Case, CaseEntry } from './case.ts';

type Change = CaseEntry['changes'][number];

/** Fields whose changes people are told. Of the rest, an entry of its own tells, or it follows from these. */
const toldFields = [
  'type',
  'stage',
  'title',
  'whatHappened',
  'category',
  'severity',
  'impact',
  'urgency',
  'legal',
  'product',
  'servicePointId',
  'contractId',
  'remedyWanted',
  'feeling',
  'apologyGiven',
  'explanation',
  'commitment',
  'customerId',
  'ownerId',
  'familyId',
  'acknowledgedAt',
  'assessedAt',
  'answer',
  'cause',
  'preventionNeeded',
  'satisfaction',
  'duplicateOf',
] as const satisfies readonly (keyof Case)[];

/** What differs between two states of a case, field by field, as it stands in its history (CASE-8). */
export const caseDiff = (before: Case, after: Case): readonly Change[] =>
  toldFields
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({ field, from: before[field], to: after[field] }));

/** Values are JSON, and both come from code that writes their fields in one order. */
const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
