import { z } from 'zod';
import {
  caseActs,
  caseTypes,
  stageConditions,
  stageOwners,
  stagePhases,
} from '@ringside/shared/model/case-stage';
import { builtInWorkflows } from './built-in/workflows.ts';
import { count, localText, name } from './values.ts';

const stage = z.strictObject({
  stage: name,
  name: localText,
  phase: z.enum(stagePhases),
  owner: z.enum(stageOwners).default('handler'),
  entry: z.array(z.enum(stageConditions)).max(20).default([]),
  exit: z.array(z.enum(stageConditions)).max(20).default([]),
  checklist: z
    .array(z.strictObject({ item: name, name: localText, needed: z.boolean().default(false) }))
    .max(30)
    .default([]),
  allows: z
    .array(z.enum(caseActs))
    .max(20)
    .default([...caseActs]),
  to: z.array(name).max(20).default([]),
});

const item = z.strictObject({
  type: z.enum(caseTypes),
  name: localText,
  start: name,
  satisfaction: z
    .strictObject({
      fromDay: count(0, 60, 'a day').default(2),
      untilDay: count(0, 60, 'a day').default(7),
      attempts: count(1, 20, 'the attempts').default(3),
    })
    .nullable()
    .default(null),
  reopen: z
    .strictObject({ withinDays: count(1, 3_650, 'the period'), to: name })
    .nullable()
    .default(null),
  stages: z.array(stage).min(1).max(40),
});
export type WorkflowInput = z.input<typeof item>;

/** Case types as data; what is wrong with one beyond its shape, `faultsIn` of the domain says. */
export const workflows = z.array(item).max(caseTypes.length).prefault(builtInWorkflows);
