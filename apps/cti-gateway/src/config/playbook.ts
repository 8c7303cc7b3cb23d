import { z } from 'zod';
import { compensationKinds } from '@ringside/shared/model/compensation';
import { localProse, name } from './values.ts';

const lines = z.array(localProse).max(20).default([]);

/** What helps with complaints of a category. */
export const playbooks = z
  .array(
    z.strictObject({
      category: name,
      phrases: lines,
      questions: lines,
      evidence: lines,
      offers: z.array(z.enum(compensationKinds)).max(10).default([]),
    }),
  )
  .max(500)
  .default([]);
