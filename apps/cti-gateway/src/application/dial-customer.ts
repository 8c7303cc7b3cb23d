import type { AgentId, CallId, CustomerId, TaskId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import { mayMove } from '@ringside/shared/model/presence-transitions';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Caller } from '../domain/call/call-record.ts';
import type { CallerMatch } from '../domain/customer/caller-match.ts';
import { newLiveCall, reachOf } from './floor.ts';
import type { Parts } from './parts.ts';
import { recogniseCaller } from './recognise-caller.ts';
import { want } from './record-events.ts';
import type { Pop } from './views/screen-pop.ts';
import { emptyPop, screenPop } from './views/screen-pop.ts';

export interface DialRequest {
  readonly agentId: AgentId;
  readonly number: string;
  readonly customerId: CustomerId | null;
  readonly taskId: TaskId | null;
}

export type DialRefusal =
  | 'wrongNumber'
  | 'numberNotAllowed'
  | 'noTrunk'
  | 'noStation'
  | 'notPossibleNow'
  | 'draining'
  | 'unknownCustomer'
  | 'unknownTask';

/** DIAL-1: an agent calls a customer. What the number may cost is limited here and once more in the switch. */
export async function dialCustomer(
  parts: Parts,
  request: DialRequest,
): Promise<Result<{ callId: CallId }, DialRefusal>> {
  const { floor, ids, settings } = parts;
  const number = dialable(parts, request.number);
  if (!number.ok) return number;
  if (floor.draining) return refuse('draining');
  const whom = await whomToDial(parts, request, number.value);
  if (!whom.ok) return whom;
  // looked at after the last wait: from here to the end nothing else happens
  const agent = floor.agents.get(request.agentId);
  if (!agent || !mayMove(agent.presence.state, 'dial')) return refuse('notPossibleNow');
  const reach = reachOf(floor, agent);
  if (reach === null) return refuse('noStation');
  if (settings.dialling.trunkId === null) return refuse('noTrunk');
  const callId = ids.next<'call'>();
  const live = newLiveCall(callId, whom.value.pop);
  const caller: Caller = { kind: 'number', number: number.value, display: '' };
  const dialled = await want(parts, live, {
    do: 'dial',
    callId,
    trunkId: settings.dialling.trunkId,
    legId: ids.next<'leg'>(),
    caller,
    dialled: number.value,
    customerId: whom.value.customerId,
    taskId: request.taskId,
    agentId: request.agentId,
    stationId: reach.stationId,
    agentLegId: ids.next<'leg'>(),
  });
  return dialled.ok ? ok({ callId }) : refuse('notPossibleNow');
}

/** DIAL-2: a telephone number that starts with a prefix the operator allows. */
function dialable({ numbering, centre, settings }: Parts, written: string): Result<PhoneNumber, DialRefusal> {
  const number = numbering.parse(written, centre.region);
  if (number === null) return refuse('wrongNumber');
  const allowed = settings.dialling.allowedPrefixes.some((prefix) => number.startsWith(prefix));
  return allowed ? ok(number) : refuse('numberNotAllowed');
}

interface Whom {
  readonly customerId: CustomerId | null;
  readonly pop: Pop;
}

async function whomToDial(
  parts: Parts,
  { agentId, customerId, taskId }: DialRequest,
  number: PhoneNumber,
): Promise<Result<Whom, DialRefusal>> {
  if (taskId !== null && (await parts.store.task(taskId))?.ownerId !== agentId) return refuse('unknownTask');
  if (customerId === null) {
    const { match, pop } = await recogniseCaller(
      parts,
      { caller: { kind: 'number', number, display: '' } },
      {},
    );
    return ok({ customerId: match.kind === 'known' ? match.customer.customerId : null, pop });
  }
  const customer = await parts.store.customer(customerId);
  if (customer === null) return refuse('unknownCustomer');
  const match: CallerMatch = { kind: 'known', customer };
  const pop = await screenPop(parts, match, {}, parts.clock.now()).catch(() => emptyPop({}));
  return ok({ customerId, pop });
}
