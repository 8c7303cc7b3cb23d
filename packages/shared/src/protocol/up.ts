import { z } from 'zod';
import { settingPage, settingText } from './board.ts';
import { callbackInput } from './callback.ts';
import { caseInput } from './case.ts';
import { dispositionInput } from './contact.ts';
import { customerInput } from './customer.ts';
import { callsBehind, intervalMinutes, localDate } from './report.ts';
import { floorCommands } from './supervision.ts';
import { clockCommands, clockQueries } from './case-clocks.ts';
import { caseWorkCommands, caseWorkQueries } from './case-work.ts';
import { compensationCommands, compensationQueries } from './compensation.ts';
import { intakeCommands, intakeQueries } from './intake.ts';
import { letterCommands, letterQueries } from './letters.ts';
import { preventionCommands, preventionQueries } from './prevention.ts';
import { managerCommands, managerQueries } from './manager.ts';
import { rotaCommands, rotaQueries } from './rota.ts';
import { taskWorkCommands, taskWorkQueries } from './task-work.ts';
import { workCommands, workQueries } from './work-list.ts';
import { taskInput } from './task.ts';
import { id, phoneNumber } from './values.ts';

/** What the desk sends with the socket's handshake (socket.io `auth`). */
export const hello = z.object({
  protocol: z.number().int(),
  token: z.string().min(1).max(256),
  /** kept per browser tab or window, so that a reload is the same station and a second tab is not */
  stationId: id<'station'>(),
  /** whether an older station of the same agent is to be signed off */
  takeOver: z.boolean(),
  /** where the desk's copy stands; null asks for a snapshot */
  after: z.object({ epoch: z.string(), seq: z.number().int() }).nullable(),
});
export type Hello = z.infer<typeof hello>;

/** What a desk asks to be done. Emitted as `command` with `{ id, command }`; the ack is a `Reply`. */
export const command = z.discriminatedUnion('do', [
  z.object({ do: z.literal('presence.ready') }),
  z.object({ do: z.literal('presence.notReady'), reason: z.string().min(1).max(64) }),
  /** during a call or wrap-up: where to go afterwards; null is Ready */
  z.object({ do: z.literal('presence.next'), reason: z.string().max(64).nullable() }),
  z.object({ do: z.literal('presence.signOut') }),
  /** the machine goes to sleep, or has slept: Not ready (resuming) for who was Ready */
  z.object({ do: z.literal('presence.asleep') }),
  /** after sleep the page has tested microphone and sound: Ready again */
  z.object({ do: z.literal('presence.awake') }),
  z.object({ do: z.literal('offer.accept'), callId: id<'call'>(), offerId: id<'offer'>() }),
  z.object({ do: z.literal('offer.decline'), callId: id<'call'>(), offerId: id<'offer'>() }),
  z.object({ do: z.literal('call.hold'), callId: id<'call'>() }),
  z.object({ do: z.literal('call.retrieve'), callId: id<'call'>() }),
  z.object({
    do: z.literal('call.digits'),
    callId: id<'call'>(),
    digits: z.string().regex(/^[0-9*#A-D]{1,32}$/),
  }),
  z.object({ do: z.literal('call.end'), callId: id<'call'>() }),
  /** "fix my audio": the gateway offers the agent's leg anew */
  z.object({ do: z.literal('call.repairAudio'), callId: id<'call'>() }),
  /** outbound: call a number, for a customer and a task where there are such. Result: { callId } */
  z.object({
    do: z.literal('call.dial'),
    number: z.string().min(1).max(40),
    customerId: id<'customer'>().nullable(),
    taskId: id<'task'>().nullable(),
  }),
  /** turns the present or finished contact into a call back. Result: { callId } of the callback */
  z.object({ do: z.literal('callback.plan'), callId: id<'call'>(), ...callbackInput.shape }),
  z.object({
    do: z.literal('call.identify'),
    callId: id<'call'>(),
    customerId: id<'customer'>(),
    keepNumber: z.boolean(),
  }),
  z.object({ do: z.literal('wrapUp.dispose'), callId: id<'call'>(), disposition: dispositionInput }),
  z.object({ do: z.literal('wrapUp.extend'), callId: id<'call'>() }),
  z.object({ do: z.literal('wrapUp.done'), callId: id<'call'>() }),
  /** Result: { customerId } */
  z.object({ do: z.literal('customer.create'), callId: id<'call'>().nullable(), customer: customerInput }),
  z.object({
    do: z.literal('customer.change'),
    customerId: id<'customer'>(),
    version: z.number().int(),
    customer: customerInput,
  }),
  /** Result: { caseId, reference } */
  z.object({ do: z.literal('case.open'), case: caseInput }),
  z.object({ do: z.literal('promise.kept'), promiseId: id<'promise'>() }),
  /** Result: { taskId } */
  z.object({ do: z.literal('task.create'), task: taskInput }),
  z.object({
    do: z.literal('task.change'),
    taskId: id<'task'>(),
    version: z.number().int(),
    task: taskInput,
  }),
  z.object({
    do: z.literal('task.finish'),
    taskId: id<'task'>(),
    how: z.enum(['done', 'cancelled']),
    note: z.string().max(2000),
  }),
  /** what is typed and not yet saved; an empty text removes the draft. `about` is the desk's own key, e.g. "case:<callId>" */
  z.object({ do: z.literal('draft.keep'), about: z.string().min(1).max(120), text: z.string().max(20_000) }),
  /** the live floor from now on, everything first; socket.io events `board` (board.ts) */
  z.object({ do: z.literal('board.watch') }),
  z.object({ do: z.literal('board.unwatch') }),
  /** how this person wants a page, as the page itself writes it */
  z.object({ do: z.literal('setting.keep'), about: settingPage, text: settingText }),
  ...floorCommands,
  ...clockCommands,
  ...caseWorkCommands,
  ...compensationCommands,
  ...intakeCommands,
  ...letterCommands,
  ...managerCommands,
  ...preventionCommands,
  ...rotaCommands,
  ...taskWorkCommands,
  ...workCommands,
  /** demo only: place a call from the demo caller. `from` null withholds the number */
  z.object({ do: z.literal('demo.call'), from: phoneNumber.nullable(), hotlineId: id<'hotline'>() }),
]);
export type Command = z.infer<typeof command>;
export const commandMessage = z.object({ id: id<'command'>(), command });

/** What a desk asks to be told. Emitted as `query`; the ack is a `Reply` with the named schema's value. */
export const query = z.discriminatedUnion('ask', [
  /** → customerFile */
  z.object({ ask: z.literal('customer.file'), customerId: id<'customer'>() }),
  /** → { entries: timelineEntry[], more: boolean } */
  z.object({ ask: z.literal('customer.timeline'), customerId: id<'customer'>(), before: z.number().int() }),
  /** name in any script, pinyin, number, e-mail → customerCard[] (at most 50) */
  z.object({ ask: z.literal('customer.search'), text: z.string().min(1).max(100) }),
  /** → caseFile */
  z.object({ ask: z.literal('case.file'), caseId: id<'case'>() }),
  /** → taskView[] */
  z.object({ ask: z.literal('task.list'), state: z.enum(['open', 'finished']) }),
  /** own calls, newest first → callRow[] */
  z.object({ ask: z.literal('call.list'), before: z.number().int().nullable() }),
  /** how the asking agent's own day went by states → presenceStretch[], oldest first */
  z.object({ ask: z.literal('presence.today') }),
  /** → string | null */
  z.object({ ask: z.literal('setting.read'), about: settingPage }),
  /** → queueReport */
  z.object({ ask: z.literal('report.queues'), date: localDate, minutes: intervalMinutes }),
  /** → agentReport; an agent is told their own day alone, whoever they ask for */
  z.object({
    ask: z.literal('report.agents'),
    date: localDate,
    minutes: intervalMinutes,
    agentId: id<'agent'>().nullable(),
  }),
  /** the calls behind a figure, oldest first → reportCalls */
  z.object({
    ask: z.literal('report.calls'),
    from: z.number().int(),
    until: z.number().int(),
    behind: callsBehind,
    queueId: id<'queue'>().nullable(),
    agentId: id<'agent'>().nullable(),
    skip: z.number().int().nonnegative(),
  }),
  /** what happened to a call and why it was offered to whom → callPath */
  z.object({ ask: z.literal('call.explain'), callId: id<'call'>() }),
  ...clockQueries,
  ...caseWorkQueries,
  ...compensationQueries,
  ...intakeQueries,
  ...letterQueries,
  ...managerQueries,
  ...preventionQueries,
  ...rotaQueries,
  ...taskWorkQueries,
  ...workQueries,
  /** short-lived SIP credentials of this station → stationCredentials */
  z.object({ ask: z.literal('station.credentials') }),
]);
export type Query = z.infer<typeof query>;
