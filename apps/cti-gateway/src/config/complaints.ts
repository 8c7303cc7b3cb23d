import { z } from 'zod';
import { asId } from '@ringside/shared/model/ids';
import { causes } from './cause.ts';
import { clocks } from './clock-rule.ts';
import { authority, budgets } from './authority.ts';
import { templates } from './letter-template.ts';
import { playbooks } from './playbook.ts';
import { localText, name } from './values.ts';
import { workflows } from './workflow.ts';

/** How the centre deals with complaints (Complaints), section by section. */
export const complaints = {
  workflows,
  clocks,
  contracts: z
    .array(
      z.strictObject({ contract: name, name: localText }).transform(({ contract, name: called }) => ({
        contractId: asId<'contract'>(contract),
        name: called,
      })),
    )
    .max(100)
    .default([]),
  servicePoints: z
    .array(
      z.strictObject({ servicePoint: name, name: localText }).transform(({ servicePoint, name: called }) => ({
        servicePointId: asId<'servicePoint'>(servicePoint),
        name: called,
      })),
    )
    .max(5_000)
    .default([]),
  playbooks,
  causes,
  authority,
  budgets,
  templates,
};
