import { z } from 'zod';
import { managerRequestReasons } from '../model/rota.ts';
import { callOutcomes, offerOutcomes, sides } from '../model/call-outcome.ts';
import { callerView } from './contact.ts';
import { id, instant, localText } from './values.ts';

const length = z.number();
const pointsOf = z.enum(['tier', 'unknown', 'hotline', 'openComplaint', 'abandonedBefore', 'supervisor']);

/** Why a call was offered to this agent at this moment, as it was recorded (SPEC ACD-18); the desk words it. */
export const routingReason = z.object({
  points: z.object({
    total: z.number(),
    terms: z.array(z.object({ for: pointsOf, points: z.number() })),
  }),
  waited: length,
  effectiveWait: length,
  place: z.number().int(),
  inLine: z.number().int(),
  guarantee: z.enum(['none', 'notReached', 'reached', 'decided']),
  ring: z.number().int(),
  needed: z.array(z.object({ skillId: id<'skill'>(), level: z.number().int() })),
  ready: z.number().int(),
  fitted: z.number().int(),
  chosen: z.enum(['onlyOne', 'longestIdle', 'preferredSkills', 'preferredAgent', 'named', 'lastResort']),
  idleFor: length,
  preferred: z
    .object({
      who: z.enum(['owner', 'last']),
      agentId: id<'agent'>(),
      agentName: z.string(),
      outcome: z.enum(['taken', 'notReady', 'lacksSkills', 'passedOver', 'notInTime']),
    })
    .nullable(),
  notEarlier: z.discriminatedUnion('why', [
    z.object({ why: z.literal('atOnce') }),
    z.object({ why: z.literal('offeredBefore') }),
    z.object({ why: z.enum(['nobodyFree', 'ring', 'preferredAgent']), until: instant }),
  ]),
  servedMeanwhile: z.number().int().nullable(),
});
export type RoutingReasonView = z.infer<typeof routingReason>;

const step = <Is extends string, Shape extends z.ZodRawShape>(is: Is, shape: Shape) =>
  z.object({ is: z.literal(is), at: instant, ...shape });
const agentName = z.string();

/** One thing that happened to a call, for who asks why. */
export const pathStep = z.discriminatedUnion('is', [
  step('arrived', { hotlineId: id<'hotline'>().nullable(), dialled: z.string() }),
  step('dialled', { agentName }),
  step('refused', { why: z.enum(['unknownNumber', 'busy', 'full']) }),
  step('closed', { by: z.enum(['emergency', 'holiday', 'hours']), told: z.string() }),
  step('chosen', { key: z.string(), name: localText }),
  step('keyedIn', { what: z.enum(['customerNumber', 'caseReference']), found: z.boolean() }),
  step('queued', { queueId: id<'queue'>() }),
  step('overflowed', {
    from: id<'queue'>(),
    why: z.enum(['waited', 'expectedWait', 'callersPerAgent', 'full', 'closed', 'unstaffed']),
    to: z.enum(['queue', 'voicemail', 'callback', 'goodbye']),
    queueId: id<'queue'>().nullable(),
  }),
  step('offered', {
    agentId: id<'agent'>(),
    agentName,
    /** null: it was before reasons were recorded, or a person decided */
    why: routingReason.nullable(),
    /** null: it rings */
    outcome: z.enum(offerOutcomes).nullable(),
    endedAt: instant.nullable(),
  }),
  step('answered', { agentName, waitedMs: length }),
  step('returned', { agentName }),
  step('takenOver', { byName: z.string(), agentName }),
  step('passedOn', { byName: z.string(), queueId: id<'queue'>(), reason: z.enum(managerRequestReasons) }),
  /** nobody could take it: by when this person calls back */
  step('promised', { agentName, dueAt: instant }),
  step('moved', { byName: z.string(), queueId: id<'queue'>() }),
  step('prioritised', { byName: z.string(), points: z.number(), reason: z.string() }),
  step('sentTo', { byName: z.string(), agentName }),
  step('callback', { what: z.enum(['offered', 'agreed', 'declined', 'planned', 'dialled', 'unanswered']) }),
  step('voicemail', { lengthMs: length.nullable() }),
  step('ended', { outcome: z.enum(callOutcomes), by: z.enum(sides) }),
]);
export type PathStep = z.infer<typeof pathStep>;

/** What happened to one call, oldest first. */
export const callPath = z.object({
  callId: id<'call'>(),
  direction: z.enum(['inbound', 'outbound']),
  caller: callerView,
  customerId: id<'customer'>().nullable(),
  customerName: z.string(),
  steps: z.array(pathStep),
});
export type CallPath = z.infer<typeof callPath>;
