import type { AgentId, CallId, QueueId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days, hours, minutes } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import { isOpenAt } from '../domain/calendar/opening.ts';
import type { Call } from '../domain/call/call.ts';
import type { Caller } from '../domain/call/call-record.ts';
import { decideCall } from '../domain/call/decide-call.ts';
import type { CallbackPlan } from '../domain/call/while-waiting.ts';
import type { CallbackRule } from '../domain/centre/queue.ts';
import { turnComes } from '../domain/waiting/turn-comes.ts';
import { isDiallable } from './diallable.ts';
import type { Waits } from './expected-wait.ts';
import { openWaits } from './expected-wait.ts';
import type { LiveCall } from './floor.ts';
import { newLiveCall } from './floor.ts';
import type { Parts } from './parts.ts';
import { follow, record } from './record-events.ts';
import { followUpTask, ownerInTurn } from './task-in-turn.ts';
import { showTask } from './tasks/show-task.ts';

type Known = Exclude<Call, { state: 'none' }>;

/** Where a queue has no rule of its own and a menu, closed lines or overflow lead to a callback all the same. */
export const usualCallback: CallbackRule = {
  offerOver: minutes(2),
  first: 'agentFirst',
  attempts: 3,
  retryAfter: minutes(10),
};

/** BACK-8: how often one number may be called back, or ask to be, within a day. */
export const mostCallbacksADay = 3;

/** BACK-8: a number that the operator allows calls to, that costs no more than another, and not for the fourth time today. */
export async function mayBeCalledBack(parts: Parts, live: LiveCall, number: PhoneNumber): Promise<boolean> {
  const { store, clock } = parts;
  if (!isDiallable(parts, number)) return false;
  const from = callsFrom(live.call);
  const since = clock.now() - days(1);
  const numbers = from === null || from === number ? [number] : [number, from];
  const counts = await Promise.all(numbers.map((one) => store.callbacksSince(one, since)));
  return counts.every((count) => count < mostCallbacksADay);
}

/** BACK-4: the callback is written down with the caller's place, then the caller is told goodbye. */
export function agreeCallback(parts: Parts, live: LiveCall, number: PhoneNumber): void {
  const { call } = live;
  if (call.state !== 'choosingCallback' && call.state !== 'queued') return;
  const { clock } = parts;
  const rule = callbackRuleOf(parts, call.queueId);
  const plan: CallbackPlan = {
    of: live.callId,
    number,
    first: rule.first,
    onlyFor: null,
    notBefore: opensAt(parts, call, clock.now()),
    until: null,
    attempts: rule.attempts,
    retryAfter: rule.retryAfter,
    note: '',
  };
  const queuedAt = call.queuedAt ?? call.arrivedAt;
  const callbackId = planCallback(parts, live, { queueId: call.queueId, queuedAt, plan, by: null });
  if (callbackId !== null) follow(parts, live, { do: 'agreeCallback', callbackId, number });
}

export interface CallbackOrder {
  readonly queueId: QueueId;
  readonly queuedAt: Instant;
  readonly plan: CallbackPlan;
  readonly by: AgentId | null;
}

/** The contact that a callback is about, running or finished. */
export type Contact = Pick<LiveCall, 'callId' | 'call' | 'pop'>;

/** A callback begins as a call of its own; null: nobody can be called. */
export function planCallback(parts: Parts, of: Contact, order: CallbackOrder): CallId | null {
  const { ids, settings, clock, journal } = parts;
  const { call } = of;
  const { trunkId } = settings.dialling;
  if (call.state === 'none' || trunkId === null) return null;
  const { plan, queueId, queuedAt, by } = order;
  const callId = ids.next<'call'>();
  const at = clock.now();
  const live = newLiveCall(callId, of.pop);
  const caller: Caller = { kind: 'number', number: plan.number, display: displayOf(call) };
  const { hotlineId, customerId, standing } = call;
  const legId = ids.next<'leg'>();
  const { language } = call.way;
  const facts = { callId, trunkId, legId, caller, hotlineId, customerId, queueId, queuedAt, plan };
  const decided = decideCall(live.call, { do: 'planCallback', ...facts, standing, language, by }, at);
  if (!decided.ok) throw new Error(`A new callback was refused: ${decided.refusal}`);
  const askedFrom = by === null ? callsFrom(call) : null;
  const row = { callId, of: of.callId, number: plan.number, askedFrom, by, agreedAt: at };
  void journal.write({ changes: [{ put: 'callback', callback: row }] });
  void record(parts, live, decided.value, of.pop).catch((cause: unknown) =>
    parts.log.error('a callback could not be planned', { callId, cause: String(cause) }),
  );
  return callId;
}

/** BACK-7: customers who are called first are rung when their turn comes near. */
export function callBackWhoseTurnComes(parts: Parts): void {
  if (parts.floor.draining) return;
  let waits: Waits | null = null;
  for (const live of parts.floor.waiting) {
    if (live.call.state !== 'turnComing') continue;
    waits ??= openWaits(parts);
    const { position, agents, wait } = waits.ofCaller(live.call);
    if (turnComes({ position, agents, waitMs: wait?.waitMs ?? null }))
      follow(parts, live, { do: 'ringBack', legId: parts.ids.next<'leg'>() });
  }
}

/** BACK-9: who could not be reached, or whose own agent was not free in time, becomes a follow-up. */
export function callbackOver(parts: Parts, { call, callId }: LiveCall): void {
  if (call.state !== 'ended' || call.callback === null || call.outcome !== 'noAnswer') return;
  // a follow-up it is already (TASK-14)
  if (call.taskId !== null) return;
  makeFollowUp(parts, call).catch((cause: unknown) =>
    parts.log.error('a follow-up of a callback could not be made', { callId, cause: String(cause) }),
  );
}

async function makeFollowUp(parts: Parts, call: Known): Promise<void> {
  const { callback, queueId, callId, customerId } = call;
  if (callback === null || queueId === null) return;
  const owner =
    callback.onlyFor === null
      ? (await ownerInTurn(parts, queueId))?.agent
      : parts.floor.agents.get(callback.onlyFor)?.agent;
  if (owner === undefined) return;
  const now = parts.clock.now();
  const task = followUpTask(callback.tried === 0 ? 'ownCallback' : 'callback', owner, {
    taskId: asId(`callback-${callId}`.slice(0, 64)),
    note: callback.note,
    dueAt: now + hours(4),
    customerId,
    callId: callback.of,
    number: callback.number,
    createdAt: now,
  });
  const written = await parts.journal.write({ changes: [{ put: 'task', task }] });
  if (written.ok) await showTask(parts, task);
}

export const callbackRuleOf = ({ centre }: Parts, queueId: QueueId): CallbackRule =>
  centre.queues.find((queue) => queue.queueId === queueId)?.callback ?? usualCallback;

/** Nobody is called while the line they called is closed: then it waits for the doors to open. */
function opensAt({ centre }: Parts, call: Known, at: Instant): Instant {
  const hotline = centre.hotlines.find(({ hotlineId }) => hotlineId === call.hotlineId);
  const calendar = centre.calendars.find(({ calendarId }) => calendarId === hotline?.calendarId);
  if (calendar === undefined) return at;
  const state = isOpenAt(calendar, at, centre.timeZone);
  return state.open ? at : (state.nextOpening ?? at);
}

function callsFrom(call: Call): PhoneNumber | null {
  return call.state !== 'none' && call.caller.kind === 'number' ? call.caller.number : null;
}

const displayOf = ({ caller }: Known): string => (caller.kind === 'withheld' ? '' : caller.display);
