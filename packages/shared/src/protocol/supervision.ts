import { z } from 'zod';
import { messagePriorities } from '../model/floor-message.ts';
import { handReasons } from '../model/hand.ts';
import { supervisionModes } from '../model/supervision.ts';
import { id, instant, tier } from './values.ts';

/** Points that a supervisor may give by hand; 1 counts like a minute of waiting. */
export const mostPointsByHand = 120;
/** How long a caller may be kept for one person. */
export const sendWithinSeconds = { least: 10, most: 900 } as const;

const callId = id<'call'>();
const agentId = id<'agent'>();

/** What people in charge do to calls and agents, and what an agent asks of them (SPEC SUP, HELP, MSG). */
export const floorCommands = [
  /** joins a call that an agent has; another supervision of one's own ends */
  z.object({ do: z.literal('supervision.start'), callId, mode: z.enum(supervisionModes) }),
  z.object({ do: z.literal('supervision.mode'), callId, mode: z.enum(supervisionModes) }),
  z.object({ do: z.literal('supervision.end') }),
  /** the call is the supervisor's from then on */
  z.object({ do: z.literal('supervision.takeOver'), callId }),
  z.object({ do: z.literal('floor.moveCall'), callId, queueId: id<'queue'>() }),
  /** instead of what was given by hand before */
  z.object({
    do: z.literal('floor.prioritise'),
    callId,
    points: z.number().int().min(-mostPointsByHand).max(mostPointsByHand),
    reason: z.string().trim().min(1).max(200),
  }),
  /** kept for this agent, and routed as before after the time */
  z.object({
    do: z.literal('floor.sendTo'),
    callId,
    agentId,
    withinSeconds: z.number().int().min(sendWithinSeconds.least).max(sendWithinSeconds.most),
  }),
  /** `reason` null: Ready */
  z.object({ do: z.literal('floor.setPresence'), agentId, reason: z.string().min(1).max(64).nullable() }),
  z.object({ do: z.literal('floor.signOutAgent'), agentId }),
  /** Result: { messageId, recipients: number } */
  z.object({
    do: z.literal('message.send'),
    to: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('agent'), agentId }),
      z.object({ kind: z.literal('queue'), queueId: id<'queue'>() }),
      z.object({ kind: z.literal('all') }),
    ]),
    priority: z.enum(messagePriorities),
    text: z.string().trim().min(1).max(500),
  }),
  z.object({ do: z.literal('message.read'), messageId: id<'message'>() }),
  z.object({
    do: z.literal('hand.raise'),
    callId,
    reason: z.enum(handReasons),
  }),
  z.object({ do: z.literal('hand.lower'), callId }),
  /** "I am coming": the first one has it */
  z.object({ do: z.literal('hand.take'), callId }),
] as const;

/** Somebody in charge who is in a call. */
export const supervisorInCall = z.object({
  name: z.string(),
  mode: z.enum(supervisionModes),
  since: instant,
});
export type SupervisorInCall = z.infer<typeof supervisorInCall>;

/** The one call that a supervisor is in. */
export const supervisionView = z.object({
  callId,
  mode: z.enum(supervisionModes),
  /** `ringing`: the supervisor's telephone is being reached */
  state: z.enum(['ringing', 'in']),
  since: instant,
  /** the call becomes the supervisor's as soon as their telephone is reached */
  takingOver: z.boolean(),
  agentId,
  agentName: z.string(),
  /** name or number; "" withheld */
  who: z.string(),
  tier: tier.nullable(),
  callState: z.enum(['talking', 'held', 'reconnecting']),
  answeredAt: instant.nullable(),
  /** others in charge who are in it too */
  others: z.array(supervisorInCall),
});
export type SupervisionView = z.infer<typeof supervisionView>;

/** An agent's raised hand, as the agent sees it. */
export const raisedHand = z.object({
  raisedAt: instant,
  reason: z.enum(handReasons),
  /** who comes; null: nobody yet */
  takenBy: z.string().nullable(),
});

/** A raised hand, as those in charge see it. */
export const handView = raisedHand.extend({
  callId,
  agentId,
  agentName: z.string(),
  who: z.string(),
  tier: tier.nullable(),
  queueId: id<'queue'>().nullable(),
  takenById: agentId.nullable(),
});
export type HandView = z.infer<typeof handView>;

export const messageView = z.object({
  messageId: id<'message'>(),
  at: instant,
  fromId: agentId,
  fromName: z.string(),
  to: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('agent'), agentId, name: z.string() }),
    z.object({ kind: z.literal('queue'), queueId: id<'queue'>() }),
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('inCharge') }),
  ]),
  priority: z.enum(messagePriorities),
  /** '' where an escalation gave no reason */
  text: z.string(),
  /** the case that was escalated to who reads it (SPEC STAGE-10); null: it is about none */
  escalated: z.object({ caseId: id<'case'>(), reference: z.string() }).nullable(),
  /** when the one who looks at it read it; null: not yet. Of one's own message it says nothing */
  readAt: instant.nullable(),
  /** for its sender alone: who has read it; [] for everybody else */
  receipts: z.array(z.object({ agentId, name: z.string(), readAt: instant.nullable() })),
});
export type MessageView = z.infer<typeof messageView>;

/** What a desk shows of it from the start. */
export const floorSlices = {
  supervision: supervisionView.nullable(),
  /** of the whole floor, for those in charge; [] for everybody else */
  hands: z.array(handView),
  /** of today, sent or received, oldest first */
  messages: z.array(messageView),
};

/** What changes of it. */
export const floorEvents = [
  z.object({ what: z.literal('supervision'), supervision: supervisionView.nullable() }),
  z.object({ what: z.literal('hands'), hands: z.array(handView) }),
  z.object({ what: z.literal('message'), message: messageView }),
] as const;
