import { z } from 'zod';
import { budgetPeriods, compensationKinds, grades } from '@ringside/shared/model/compensation';
import { asId } from '@ringside/shared/model/ids';
import { days } from '@ringside/shared/model/instant';
import { tiers } from '@ringside/shared/model/tier';
import { builtInAuthority } from './built-in/authority.ts';
import { count, localText, name } from './values.ts';

const amount = count(0, 1_000_000_000, 'an amount in minor units');
const points = count(0, 1_000_000_000, 'a number of points');

const item = z
  .strictObject({
    rule: name,
    name: localText,
    grades: z.array(z.enum(grades)).min(1),
    tiers: z.array(z.enum(tiers)).default([]),
    causes: z.array(name.transform((value) => asId<'cause'>(value))).default([]),
    kinds: z.array(z.enum(compensationKinds)).min(1),
    upTo: amount,
    upToPerCustomer: amount,
    // a rule of before points had limits of their own lets none be given: 50,000 points are no NT$500
    pointsUpTo: points.default(0),
    pointsPerCustomer: points.default(0),
    withinDays: count(1, 3_650, 'the period').default(365),
  })
  .transform(({ withinDays, ...rule }) => ({ ...rule, within: days(withinDays) }));
export type AuthorityInput = z.input<typeof item>;

/** What making good may cost in a period; reports hold what was given against it. */
export const budgets = z
  .array(
    z
      .strictObject({
        budget: name,
        name: localText,
        cause: name.nullable().default(null),
        every: z.enum(budgetPeriods).default('month'),
        amount,
      })
      .transform(({ cause, ...rest }) => ({
        ...rest,
        causeId: cause === null ? null : asId<'cause'>(cause),
      })),
  )
  .max(100)
  .default([]);

/** What may be given without asking: grade × tier × cause × amount of money or points, and how much per customer in a time. */
export const authority = z.array(item).max(200).prefault(builtInAuthority);
