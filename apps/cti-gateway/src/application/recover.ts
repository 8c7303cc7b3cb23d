import type { AgentId, CallId } from '@ringside/shared/model/ids';
import type { Call } from '../domain/call/call.ts';
import { agentLegOf, agentOf, isLive, isOffLine, isOnPhone } from '../domain/call/call.ts';
import type { CallCommand } from '../domain/call/call-command.ts';
import type { CallEvent } from '../domain/call/call-event.ts';
import { evolveCall } from '../domain/call/evolve-call.ts';
import { visitAfter } from '../domain/metrics/queue-visit.ts';
import type { Consequence, Store } from '../ports/store.ts';
import type { LegRecord } from '../ports/switch.ts';
import type { Ask } from './consequences.ts';
import type { LiveCall } from './floor.ts';
import { admitAgent, newLiveCall } from './floor.ts';
import { recoverMessagesOfToday } from './floor-messages.ts';
import { isGuided, sayAgain } from './guide-caller.ts';
import { keepCaller } from './keep-caller.ts';
import type { Parts } from './parts.ts';
import { recoverWaiting } from './recover-waiting.ts';
import { popBuilt, want } from './record-events.ts';
import { move } from './set-presence.ts';
import type { Pop } from './views/screen-pop.ts';
import { emptyPop } from './views/screen-pop.ts';
import { reachChanged } from './watch-reach.ts';
import { wrapUpRule } from './wrap-up-rule.ts';

/** All deadlines there are. */
const everything = Number.MAX_SAFE_INTEGER;

/** RECOVER-1: takes up what the last run left, before the first new call is heard. */
export async function recover(parts: Parts): Promise<void> {
  const { store, floor, log } = parts;
  await recoverPeople(parts);
  const pending = await store.pendingConsequences();
  const legs = await store.legRecords();
  for (const { callId, events } of await store.liveCallStreams()) recoverCall(parts, callId, events);
  const living = new Set(await parts.telephony.resume(legs));
  parts.deadlines.take(await store.deadlines(everything, everything));
  forgetLegsOfNobody(parts, legs, living);
  for (const live of floor.calls.values()) await takeUpOrLetGo(parts, live, living);
  askAgain(parts, pending, living);
  await recoverWaiting(parts);
  await recoverMessagesOfToday(parts);
  await reconcilePresences(parts);
  log.info('recovered', { calls: floor.calls.size, living: living.size, agents: floor.agents.size });
  parts.route();
}

async function recoverPeople({ store, floor, clock }: Parts): Promise<void> {
  const presences = new Map((await store.presences()).map(({ agentId, presence }) => [agentId, presence]));
  for (const agent of await store.agents()) {
    admitAgent(floor, agent, presences.get(agent.agentId) ?? { state: 'signedOut', since: clock.now() });
  }
}

type Stored = Awaited<ReturnType<Store['liveCallStreams']>>[number]['events'];

function recoverCall({ floor, log }: Parts, callId: CallId, events: Stored): void {
  const live = newLiveCall(callId, emptyPop({}));
  live.version = events.length;
  try {
    for (const { type, body } of events) {
      if (type === popBuilt) live.pop = body as Pop;
      else {
        live.call = evolveCall(live.call, body as CallEvent);
        live.visit = visitAfter(live.visit, live.call, (body as CallEvent).at).open;
      }
    }
  } catch (cause) {
    // one stream that can't be read shall not keep the others from being taken up
    log.error('a call could not be read', { callId, cause: String(cause) });
    return;
  }
  if (live.call.state === 'none' || live.call.state === 'ended') return;
  floor.calls.set(callId, live);
  if (live.call.state === 'queued' || live.call.state === 'turnComing') floor.waiting.add(live);
}

/** A call that can't be taken up shall not keep the gateway from starting. */
async function takeUpOrLetGo(parts: Parts, live: LiveCall, living: ReadonlySet<CallId>): Promise<void> {
  try {
    await takeUp(parts, live, living);
  } catch (cause) {
    parts.log.error('a call could not be taken up and was let go', {
      callId: live.callId,
      cause: String(cause),
    });
    parts.floor.calls.delete(live.callId);
    parts.floor.waiting.delete(live);
    await parts.telephony.release(live.callId);
    await parts.journal.write({ changes: [{ put: 'callSettled', callId: live.callId }] });
  }
}

/** RECOVER-2 to RECOVER-4: what becomes of a call whose gateway was away. */
async function takeUp(parts: Parts, live: LiveCall, living: ReadonlySet<CallId>): Promise<void> {
  const { call } = live;
  if (call.state === 'offered' && isOffLine(call)) {
    await want(parts, live, { do: 'returnOffer', offerId: call.offerId, outcome: 'withdrawn' });
    return;
  }
  if (!isLive(call)) return;
  if (isGuided(call) && living.has(live.callId)) return sayAgain(parts, live);
  const command = living.has(live.callId) ? commandAfterRestart(parts, live, call) : failed(parts, live);
  if (command === 'keepCaller' && isOnPhone(call)) joinPhoneAgain(parts, live);
  else if (command === 'keepCaller') {
    keepCaller(parts, live, agentLegOf(call), 'restart');
  } else if (command !== null) await want(parts, live, command);
}

/** DUTY-6: a telephone is kept with its caller and needs only be joined to them; one that was lost meanwhile is told of as lost. */
function joinPhoneAgain(parts: Parts, { call, callId }: LiveCall): void {
  const legId = agentLegOf(call);
  if (legId !== null) parts.asking.ask(callId, null, { ask: 'connect', legId });
}

function commandAfterRestart(parts: Parts, live: LiveCall, call: Call): CallCommand | 'keepCaller' | null {
  switch (call.state) {
    case 'offered':
      return { do: 'returnOffer', offerId: call.offerId, outcome: 'withdrawn' };
    case 'dialling':
    case 'ringingBack':
      return failed(parts, live);
    case 'talking':
    case 'held':
    case 'reconnecting':
      return 'keepCaller';
    default:
      return null;
  }
}

const failed = (parts: Parts, live: LiveCall): CallCommand => ({
  do: 'end',
  by: 'gateway',
  failed: true,
  wrapUp: wrapUpRule(parts, live),
});

/** Legs of calls that nobody knows any more: their records go, and a call that still stands is let go. */
function forgetLegsOfNobody(
  { floor, journal, telephony }: Parts,
  legs: readonly LegRecord[],
  living: ReadonlySet<CallId>,
): void {
  for (const { callId, legId } of legs) {
    const call = floor.calls.get(callId)?.call;
    if (call && isLive(call) && living.has(callId)) continue;
    journal.writeSoon({ put: 'legGone', callId, legId });
    if (living.has(callId)) void telephony.release(callId);
  }
}

/** RECOVER-5: what was to be asked and perhaps was not is asked again, where it still means something. */
function askAgain(parts: Parts, pending: readonly Consequence[], living: ReadonlySet<CallId>): void {
  for (const { consequenceId, callId, body } of pending) {
    const ask = body as Ask;
    const call = callId === null ? undefined : parts.floor.calls.get(callId)?.call;
    if (callId !== null && living.has(callId) && stillMeant(call, ask))
      parts.asking.ask(callId, consequenceId, ask);
    else parts.journal.writeSoon({ put: 'consequenceDone', consequenceId });
  }
}

/** Legs to agents are gone with the last run; what concerns the caller alone still holds. */
function stillMeant(call: Call | undefined, { ask }: Ask): boolean {
  switch (ask) {
    case 'release':
    case 'refuse':
      return call === undefined || !isLive(call);
    case 'admit':
      return call?.state === 'queued' || call?.state === 'guided';
    case 'park':
    case 'drop':
      return call !== undefined && isLive(call);
    // recovery says it anew
    case 'announce':
    case 'offer':
    case 'offerByPhone':
    case 'record':
    case 'connect':
    case 'promote':
    case 'hold':
    case 'retrieve':
    case 'dial':
      return false;
  }
}

/** PRES-8: presences are kept over a restart; one that speaks of a contact which is no more becomes connectionLost. */
async function reconcilePresences(parts: Parts): Promise<void> {
  const { floor } = parts;
  const busy = new Set<AgentId>();
  for (const { call } of floor.calls.values()) {
    const agentId = agentOf(call);
    if (agentId !== null) busy.add(agentId);
  }
  for (const [agentId, agent] of floor.agents) {
    if ('callId' in agent.presence && !busy.has(agentId)) {
      await move(parts, agentId, { move: 'lose' });
    }
    if (agent.presence.state === 'ready') reachChanged(parts, agentId);
  }
}
