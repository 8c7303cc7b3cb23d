import type { AgentId, CallId, QueueId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import { hasAll } from '../domain/acd/idle-agents.ts';
import type { Call } from '../domain/call/call.ts';
import type { CallEvent } from '../domain/call/call-event.ts';
import { callStream } from '../domain/call/call-stream.ts';
import { evolveCall, noCall } from '../domain/call/evolve-call.ts';
import type { Contact } from './callback.ts';
import { callbackRuleOf, planCallback } from './callback.ts';
import { isDiallable } from './diallable.ts';
import { contactBelongsTo } from './contact-of-agent.ts';
import type { Parts } from './parts.ts';
import { popBuilt } from './record-events.ts';
import { audit } from './sign-in.ts';
import type { Pop } from './views/screen-pop.ts';
import { emptyPop } from './views/screen-pop.ts';

export interface CallbackWish {
  readonly callId: CallId;
  readonly number: string;
  readonly whose: 'anyone' | 'me';
  readonly from: Instant;
  readonly until: Instant;
  readonly note: string;
}

export type CallbackWishRefusal =
  | 'notYourCall'
  | 'wrongNumber'
  | 'numberNotAllowed'
  | 'noTrunk'
  | 'windowIsOver'
  | 'notPossibleNow';

/** A promise further ahead belongs into the follow-ups. */
const furthestAhead: Milliseconds = days(30);

/** BACK-10: an agent turns their contact into a call back, for anyone or for themselves alone. */
export async function orderCallback(
  parts: Parts,
  agentId: AgentId,
  wish: CallbackWish,
): Promise<Result<{ callId: CallId }, CallbackWishRefusal>> {
  const { numbering, centre, settings, clock } = parts;
  if (!(await contactBelongsTo(parts, agentId, wish.callId))) return refuse('notYourCall');
  const number = numbering.parse(wish.number, centre.region);
  if (number === null) return refuse('wrongNumber');
  if (settings.dialling.trunkId === null) return refuse('noTrunk');
  if (!isDiallable(parts, number)) return refuse('numberNotAllowed');
  const contact = await contactOf(parts, wish.callId);
  const now = clock.now();
  const from = Math.max(wish.from, now);
  if (wish.until <= from || from > now + furthestAhead) return refuse('windowIsOver');
  const queueId = contact.call.state === 'none' ? null : (contact.call.queueId ?? queueFor(parts, agentId));
  if (queueId === null) return refuse('notPossibleNow');
  const { attempts, retryAfter, first } = callbackRuleOf(parts, queueId);
  const isOwn = wish.whose === 'me';
  const { until, note } = wish;
  const plan = { of: wish.callId, number, notBefore: from, until, attempts, retryAfter, note };
  const callId = planCallback(parts, contact, {
    queueId,
    queuedAt: from,
    plan: { ...plan, first: isOwn ? 'agentFirst' : first, onlyFor: isOwn ? agentId : null },
    by: agentId,
  });
  if (callId === null) return refuse('noTrunk');
  audit(parts, agentId, 'callback.planned', callId, { of: wish.callId, whose: wish.whose, from, until });
  return ok({ callId });
}

/** As it stands on the floor, or as its stream tells it. */
async function contactOf({ floor, store }: Parts, callId: CallId): Promise<Contact> {
  const live = floor.calls.get(callId);
  if (live) return live;
  let call: Call = noCall;
  let pop: Pop = emptyPop({});
  for (const { type, body } of await store.events(callStream(callId))) {
    if (type === popBuilt) pop = body as Pop;
    else call = evolveCall(call, body as CallEvent);
  }
  return { callId, call, pop };
}

/** A call that an agent dialled had no queue: the callback waits in one whose calls they take. */
export function queueFor({ centre, floor }: Parts, agentId: AgentId): QueueId | null {
  const skills = floor.agents.get(agentId)?.skills ?? new Map();
  const queue = centre.queues.find((one) => hasAll(skills, one.skills)) ?? centre.queues[0];
  return queue?.queueId ?? null;
}
