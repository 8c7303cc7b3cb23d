import { z } from 'zod';
import { managerRequestReasons } from '../model/rota.ts';
import { feelings, sides } from '../model/call-outcome.ts';
import { wrapUpModes } from '../model/wrap-up-mode.ts';
import { caseView, promiseView } from './case.ts';
import { customerCard, riskFlag } from './customer.ts';
import { raisedHand, supervisorInCall } from './supervision.ts';
import { id, instant, language, localText, phoneNumber } from './values.ts';

/** Who is calling, as far as the network says. */
export const callerView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), number: phoneNumber, display: z.string() }),
  /** a number that is not a telephone number anywhere: an extension, a SIP user name */
  z.object({ kind: z.literal('unrecognised'), text: z.string(), display: z.string() }),
  z.object({ kind: z.literal('withheld') }),
]);
export type CallerView = z.infer<typeof callerView>;

/** Why they probably call: the strongest of what is open, as data; the desk words it. */
export const likelyReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('promise'), promise: promiseView }),
  z.object({ kind: z.literal('openCase'), case: caseView }),
  z.object({
    kind: z.literal('payment'),
    state: z.enum(['overdue', 'disputed']),
    amountMinor: z.number(),
    currency: z.string(),
  }),
  z.object({ kind: z.literal('recentOrder'), description: z.string(), at: instant }),
  z.object({ kind: z.literal('calledBefore'), at: instant, disposition: z.string().nullable() }),
]);
export type LikelyReason = z.infer<typeof likelyReason>;

/** What is known when the call is offered. It travels with the call through every hand-over. */
export const screenPop = z.object({
  match: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('known'), customer: customerCard }),
    z.object({ kind: z.literal('several'), candidates: z.array(customerCard).min(2) }),
    z.object({ kind: z.literal('stranger') }),
    z.object({ kind: z.literal('withheld') }),
  ]),
  reason: likelyReason.nullable(),
  openCases: z.array(caseView),
  promises: z.array(promiseView),
  risks: z.array(riskFlag),
  /** User-to-User (RFC 7433) and X- headers of the call, for the company's own integrations */
  passed: z.record(z.string(), z.string()),
});
export type ScreenPop = z.infer<typeof screenPop>;

/** What befell the caller before this queue: what they chose, keyed in and were told. Keys themselves are not kept. */
export const contactWay = z.object({
  /** chosen in the menu */
  language: language.nullable(),
  /** names of what was chosen in the menu, in order */
  choices: z.array(localText),
  keyedIn: z.object({ what: z.enum(['customerNumber', 'caseReference']), found: z.boolean() }).nullable(),
  closed: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('emergency'), reason: z.string() }),
      z.object({ by: z.literal('holiday'), name: z.string() }),
      z.object({ by: z.literal('hours') }),
    ])
    .nullable(),
  overflows: z.array(
    z.object({
      from: id<'queue'>(),
      why: z.enum(['waited', 'expectedWait', 'callersPerAgent', 'full', 'closed', 'unstaffed']),
    }),
  ),
});
export type ContactWay = z.infer<typeof contactWay>;

/** A call back as the agent who gets it must know it. */
export const contactCallback = z.object({
  /** the contact it was agreed in */
  of: id<'call'>().nullable(),
  /** 1 is the first */
  attempt: z.number().int(),
  attempts: z.number().int(),
  /** the customer answered and waits; otherwise accepting dials them */
  onLine: z.boolean(),
  /** what the agent who asked for it wanted remembered */
  note: z.string(),
});
export type ContactCallback = z.infer<typeof contactCallback>;

/** Who passed a caller on, why, and about what (SPEC DUTY-8). */
export const contactManager = z.object({
  requestId: id<'managerRequest'>(),
  askedByName: z.string(),
  reason: z.enum(managerRequestReasons),
  note: z.string(),
  caseId: id<'case'>().nullable(),
});
export type ContactManager = z.infer<typeof contactManager>;

/** One call on an agent's screen, from the offer to the end of wrap-up. */
export const contactView = z.object({
  callId: id<'call'>(),
  direction: z.enum(['inbound', 'outbound']),
  caller: callerView,
  dialled: z.string(),
  hotlineId: id<'hotline'>().nullable(),
  queueId: id<'queue'>().nullable(),
  pop: screenPop,
  state: z.discriminatedUnion('is', [
    z.object({ is: z.literal('offered'), offerId: id<'offer'>(), offeredAt: instant, until: instant }),
    /** outbound: the customer's telephone is being rung */
    z.object({ is: z.literal('dialling'), since: instant }),
    z.object({ is: z.literal('talking'), since: instant }),
    z.object({ is: z.literal('held'), since: instant }),
    /** the agent's leg was lost; the caller hears comfort tone and the agent is put back when the station is */
    z.object({ is: z.literal('reconnecting'), since: instant, until: instant }),
    z.object({
      is: z.literal('wrapUp'),
      since: instant,
      endedBy: z.enum(sides),
      mode: z.enum(wrapUpModes),
      /** whether the agent must say how it ended before being done */
      dispositionNeeded: z.boolean(),
    }),
  ]),
  /** when the call entered the queue, and how long it had waited when it was answered */
  queuedAt: instant.nullable(),
  waitedMs: z.number().int().nullable(),
  answeredAt: instant.nullable(),
  /** what the media watchdog reports about the caller's side and the agent's own */
  audio: z.enum(['ok', 'callerSilent', 'agentSilent', 'lossy']),
  digits: z.string(),
  caseIds: z.array(id<'case'>()),
  taskIds: z.array(id<'task'>()),
  way: contactWay,
  /** where the customer is called back, or was */
  callback: contactCallback.nullable(),
  /** where an agent passed the caller on to whoever is on duty */
  manager: contactManager.nullable(),
  /** who in charge is in the call: whoever speaks, and who listens where the centre announces that */
  supervisors: z.array(supervisorInCall),
  hand: raisedHand.nullable(),
});
export type ContactView = z.infer<typeof contactView>;

/** What closes a contact. */
export const dispositionInput = z.object({
  disposition: z.string().min(1).max(64),
  resolved: z.boolean().nullable(),
  feeling: z.enum(feelings).nullable(),
  note: z.string().max(10_000),
});
export type DispositionInput = z.infer<typeof dispositionInput>;
