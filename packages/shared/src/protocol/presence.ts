import { z } from 'zod';
import { id, instant } from './values.ts';

const missed = z.number().int().optional();
const chosen = {
  nextBy: z.string().optional(),
  spent: z.number().int().optional(),
};
const afterContact = { next: z.string().nullable(), ...chosen };

/** An agent's state as the desk shows it (model/presence.ts is the same union in types). */
export const presenceView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signedOut'), since: instant }),
  z.object({
    state: z.literal('notReady'),
    since: instant,
    reason: z.string(),
    by: z.string().optional(),
  }),
  z.object({ state: z.literal('ready'), since: instant, missed }),
  z.object({
    state: z.literal('reserved'),
    since: instant,
    callId: id<'call'>(),
    offerId: id<'offer'>(),
    missed,
    next: z.string().nullable().optional(),
    ...chosen,
  }),
  z.object({ state: z.literal('onCall'), since: instant, callId: id<'call'>(), ...afterContact }),
  z.object({
    state: z.literal('wrapUp'),
    since: instant,
    callId: id<'call'>(),
    until: instant.nullable(),
    ...afterContact,
  }),
]);
export type PresenceView = z.infer<typeof presenceView>;

/** How long somebody stood in one state; `until` null: still. */
export const presenceStretch = z.object({
  state: z.enum(['notReady', 'ready', 'reserved', 'onCall', 'wrapUp']),
  reason: z.string().nullable(),
  since: instant,
  until: instant.nullable(),
});
export type PresenceStretchView = z.infer<typeof presenceStretch>;
