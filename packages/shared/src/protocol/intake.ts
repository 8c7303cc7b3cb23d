import { z } from 'zod';
import { similarReasons } from '../model/similar-reason.ts';
import { caseView } from './case.ts';
import { id, instant, line, money, prose } from './values.ts';

/** What an agent does and is told while a complaint is taken down (SPEC CASE). */
export const intakeCommands = [
  /** it belongs to a case that is there: the call is linked and what was said noted. Result: { caseId, reference } */
  z.object({
    do: z.literal('intake.addTo'),
    caseId: id<'case'>(),
    callId: id<'call'>().nullable(),
    text: prose.min(1),
  }),
] as const;

export const intakeQueries = [
  /** earlier cases of the customer that may be the same matter, then what else is open → similarCase[], at most 10 */
  z.object({
    ask: z.literal('intake.similar'),
    customerId: id<'customer'>(),
    category: z.string().max(64).nullable(),
    product: line.nullable(),
    text: prose,
  }),
  /** what the customer has and bought, to choose from → boughtGoods */
  z.object({ ask: z.literal('intake.goods'), customerId: id<'customer'>() }),
] as const;

export const similarCase = z.object({ case: caseView, because: z.array(z.enum(similarReasons)) });
export type SimilarCaseView = z.infer<typeof similarCase>;

export const boughtGoods = z.object({
  products: z.array(
    z.object({
      productId: z.string(),
      name: z.string(),
      boughtAt: instant,
      warrantyUntil: instant.nullable(),
    }),
  ),
  /** newest first */
  orders: z.array(z.object({ orderId: z.string(), description: z.string(), at: instant, amount: money })),
});
export type BoughtGoods = z.infer<typeof boughtGoods>;
