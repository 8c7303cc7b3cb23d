import { z } from 'zod';
import { id, instant } from './values.ts';

/** An agent's state as the desk shows it (model/presence.ts is the same union in types). */
export const presenceView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signedOut'), since: instant }),
  z.object({ state: z.literal('notReady'), since: instant, reason: z.string() }),
  z.object({ state: z.literal('ready'), since: instant }),
  z.object({ state: z.literal('reserved'), since: instant, callId: id<'call'>(), offerId: id<'offer'>() }),
  z.object({ state: z.literal('onCall'), since: instant, callId: id<'call'>(), next: z.string().nullable() }),
  z.object({
    state: z.literal('wrapUp'),
    since: instant,
    callId: id<'call'>(),
    until: instant.nullable(),
    next: z.string().nullable(),
  }),
]);
export type PresenceView = z.infer<typeof presenceView>;
