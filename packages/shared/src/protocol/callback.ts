import { z } from 'zod';
import { instant, prose } from './values.ts';

/** A contact turned into a call back, within a window; `me`: nobody else may call. */
export const callbackInput = z.object({
  number: z.string().min(1).max(40),
  whose: z.enum(['anyone', 'me']),
  from: instant,
  until: instant,
  note: prose,
});
export type CallbackInput = z.infer<typeof callbackInput>;
