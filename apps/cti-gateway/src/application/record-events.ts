import type { AgentId, CallId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { OfferOutcome } from '@ringside/shared/model/call-outcome';
import type { Instant } from '@ringside/shared/model/instant';
import type { Presence } from '@ringside/shared/model/presence';
import type { PresenceMove } from '@ringside/shared/model/presence-transitions';
import { movePresence } from '@ringside/shared/model/presence-transitions';
import type { Result } from '@ringside/shared/model/result';
import { ok } from '@ringside/shared/model/result';
import { presenceMovesOf } from '../domain/agent/presence-of-call.ts';
import type { Call } from '../domain/call/call.ts';
import { agentOf, isOnPhone } from '../domain/call/call.ts';
import type { CallCommand, CallRefusal } from '../domain/call/call-command.ts';
import type { CallEvent } from '../domain/call/call-event.ts';
import type { OfferRecord } from '../domain/call/call-record.ts';
import { callStream } from '../domain/call/call-stream.ts';
import { decideCall } from '../domain/call/decide-call.ts';
import { evolveCall } from '../domain/call/evolve-call.ts';
import type { OpenVisit, QueueVisit } from '../domain/metrics/queue-visit.ts';
import { visitAfter } from '../domain/metrics/queue-visit.ts';
import { recordOf } from '../domain/call/record-of-call.ts';
import type { Change, StoredEvent } from '../ports/store.ts';
import type { Ask } from './consequences.ts';
import { consequencesOf, outlivesRestart } from './consequences.ts';
import { callDeadline, callDeadlineKey } from './call-deadline.ts';
import { phoneOf } from './duty/people-on-duty.ts';
import { linkForPhone, requestStep, showRequest } from './duty/request-changes.ts';
import type { Floor, LiveCall } from './floor.ts';
import { changeAgent, reachOf } from './floor.ts';
import { logCallEvent } from './log-call.ts';
import type { Parts } from './parts.ts';
import { presenceChanges } from './presence-changes.ts';
import { contactView } from './views/contact-view.ts';
import { myDay } from './views/my-day.ts';
import type { Pop } from './views/screen-pop.ts';
import { reachChanged } from './watch-reach.ts';

type Known = Exclude<Call, { state: 'none' }>;

/** Wants something of a call: decides at once, resolves when what follows is written. */
export async function want(
  parts: Parts,
  live: LiveCall,
  command: CallCommand,
): Promise<Result<void, CallRefusal>> {
  const decision = decideCall(live.call, command, parts.clock.now());
  if (!decision.ok) return decision;
  await record(parts, live, decision.value);
  return ok(undefined);
}

/** Something follows by itself: nobody waits for an answer, and a refusal means that it is otherwise by now. */
export function follow(parts: Parts, live: LiveCall, command: CallCommand): void {
  want(parts, live, command).catch((cause: unknown) => {
    const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    parts.log.error('a call could not go on', { callId: live.callId, wanted: command.do, cause: why });
  });
}

/**
 * Lets events happen: the floor changes at once, then all of it is written in one transaction (events, rows, deadlines,
 * consequences), then desks are shown it and the switch is asked. Routing runs in the same stroke. A new `pop` is kept
 * in the call's stream (POP-3).
 */
export function record(
  parts: Parts,
  live: LiveCall,
  events: readonly CallEvent[],
  pop: Pop | null = null,
): Promise<void> {
  if (events.length === 0 && pop === null) return Promise.resolve();
  const story = tell(parts, live, events);
  applyToFloor(parts.floor, live, story);
  parts.dutyRequests.take(story.requestChanges);
  if (pop !== null) live.pop = pop;
  const changes = changesOf(parts, live, storedEvents(events, pop, parts.clock.now()), story);
  const views = viewsOf(parts, live, story);
  const asked = story.asks.map((ask) => ({
    ask,
    consequenceId: outlivesRestart(ask) ? (parts.ids.next<'consequence'>() as string) : null,
  }));
  const at = parts.clock.now();
  for (const { ask, consequenceId } of asked) {
    if (consequenceId !== null)
      changes.push({
        put: 'consequence',
        consequence: { consequenceId, callId: live.callId, body: ask, at },
      });
  }
  const written = parts.journal.write({
    changes,
    after: () => {
      for (const event of events) logCallEvent(parts, live.callId, event);
      for (const showView of views) showView();
      showRequest(parts, story.requestChanges);
      for (const event of events) linkForPhone(parts, live.callId, event);
      for (const { ask, consequenceId } of asked) parts.asking.ask(live.callId, consequenceId, ask);
      // OFFER-1 wants the contact on the desk before the station rings; the agent's state may follow it
      const show = (): void => showPresences(parts, story);
      if (asked.some(({ ask }) => ask.ask === 'offer')) parts.asking.afterwards(live.callId, show);
      else show();
      // PRES-9: for reports alone; no caller waits for it
      for (const step of story.presenceSteps) if (step.put === 'presenceStep') parts.journal.writeSoon(step);
    },
  });
  parts.desks.queuesChanged();
  // PRES-6: who becomes Ready by the end of a contact may have gone meanwhile
  for (const [agentId, { state }] of story.presences) {
    const agent = parts.floor.agents.get(agentId);
    if (state === 'ready' && agent && reachOf(parts.floor, agent) === null) reachChanged(parts, agentId);
  }
  parts.callChanged(live);
  parts.route();
  return written.then((result) => {
    if (!result.ok)
      parts.log.error('a call could not be written', { callId: live.callId, refusal: result.refusal });
  });
}

interface Story {
  readonly call: Known;
  readonly asks: readonly Ask[];
  readonly presences: ReadonlyMap<AgentId, Presence>;
  /** what is written of them: how each stands, and each state they passed through (PRES-9) */
  readonly presenceSteps: readonly Change[];
  readonly offers: readonly OfferRecord[];
  readonly visits: readonly QueueVisit[];
  readonly visit: OpenVisit | null;
  /** agents whom the contact left, with how their offer ended */
  readonly left: ReadonlyMap<AgentId, OfferOutcome | null>;
  /** what becomes of its request for a manager (DUTY-9) */
  readonly requestChanges: readonly Change[];
}

/** Everything that follows from the events, with nothing changed yet: a bug found here throws before it does harm. */
function tell(parts: Parts, live: LiveCall, events: readonly CallEvent[]): Story {
  const asks: Ask[] = [];
  const presences = new Map<AgentId, Presence>();
  const presenceSteps: Change[] = [];
  const offers: OfferRecord[] = [];
  const visits: QueueVisit[] = [];
  let { visit } = live;
  const left = new Map<AgentId, OfferOutcome | null>();
  const { centre, settings, dutyRequests } = parts;
  const phone = (agentId: AgentId) => phoneOf(parts, agentId);
  const asked = { centre, presented: settings.dialling.presented, phoneOf: phone };
  const requestChanges: Change[] = [];
  let request = dutyRequests.ofCall(live.callId);
  let call = live.call;
  for (const event of events) {
    const before = call;
    const after = evolveCall(before, event) as Known;
    asks.push(...consequencesOf(before, event, after, asked));
    for (const { agentId, move } of presenceMovesOf(before, event, centre.presence.missesAllowed)) {
      const stood = presenceBefore(parts, presences, agentId);
      const stands = presenceAfter(agentId, stood, move, event.at);
      presences.set(agentId, stands);
      presenceSteps.push(...presenceChanges(agentId, stood, stands, event.at));
    }
    offers.push(...offerRecordOf(before, event));
    const step = requestStep(parts, request, { before, event, after });
    requestChanges.push(...step.changes);
    request = step.request;
    const { open, ended } = visitAfter(visit, after, event.at);
    visit = open;
    if (ended) visits.push(ended);
    const agentBefore = agentOf(before);
    if (agentBefore !== null && agentOf(after) !== agentBefore && !isOnPhone(before)) {
      left.set(agentBefore, event.type === 'OfferEnded' ? event.outcome : null);
    }
    call = after;
  }
  if (call.state === 'none') throw new Error('Events without a call');
  return { call, asks, presences, presenceSteps, offers, visits, visit, left, requestChanges };
}

function presenceBefore(parts: Parts, moved: ReadonlyMap<AgentId, Presence>, agentId: AgentId): Presence {
  const presence = moved.get(agentId) ?? parts.floor.agents.get(agentId)?.presence;
  if (!presence) throw new Error(`Agent ${agentId} is not on the floor`);
  return presence;
}

function presenceAfter(agentId: AgentId, from: Presence, move: PresenceMove, at: Instant): Presence {
  const result = movePresence(from, move, at);
  if (!result.ok) throw new Error(`Agent ${agentId} is ${from.state}, which has no move ${move.move}`);
  return result.value;
}

function applyToFloor(floor: Floor, live: LiveCall, story: Story): void {
  live.call = story.call;
  live.visit = story.visit;
  for (const [agentId, presence] of story.presences) {
    const agent = floor.agents.get(agentId);
    if (agent) changeAgent(floor, agent, { presence });
  }
  if (story.call.state === 'queued' || story.call.state === 'turnComing') floor.waiting.add(live);
  else floor.waiting.delete(live);
  if (story.call.state === 'ended') floor.calls.delete(live.callId);
  else floor.calls.set(live.callId, live);
}

/** The name under which a call's pop stands in its stream, beside the events of the call. */
export const popBuilt = 'PopBuilt';

function storedEvents(events: readonly CallEvent[], pop: Pop | null, at: Instant): readonly StoredEvent[] {
  const stored: StoredEvent[] = events.map((event) => ({ type: event.type, at: event.at, body: event }));
  return pop === null ? stored : [...stored, { type: popBuilt, at, body: pop }];
}

function changesOf(parts: Parts, live: LiveCall, events: readonly StoredEvent[], story: Story): Change[] {
  const { callId } = live;
  const changes: Change[] = [
    { put: 'events', stream: callStream(callId), expectedVersion: live.version, events },
  ];
  live.version += events.length;
  changes.push({ put: 'call', call: recordOf(story.call) });
  for (const offer of story.offers) changes.push({ put: 'offer', offer });
  for (const visit of story.visits) changes.push({ put: 'visit', visit });
  changes.push(...story.presenceSteps.filter(({ put }) => put !== 'presenceStep'));
  changes.push(...story.requestChanges, ...deadlineChanges(parts, callId, story.call));
  if (story.call.state === 'ended') changes.push({ put: 'callSettled', callId });
  return changes;
}

function deadlineChanges(parts: Parts, callId: CallId, call: Known): readonly Change[] {
  const deadline = callDeadline(call, parts.settings.timings);
  const key = callDeadlineKey(callId);
  if (deadline === null) return parts.deadlines.without(key);
  if (call.state !== 'offered') return parts.deadlines.with(deadline);
  // an offer ends with the gateway (RECOVER-3): nobody would read when it was to end
  const row = parts.deadlines.without(key);
  parts.deadlines.watch(deadline);
  return row;
}

function offerRecordOf(before: Call, event: CallEvent): readonly OfferRecord[] {
  switch (event.type) {
    case 'CallOffered': {
      if (before.state === 'none') return [];
      const { offerId, agentId, at } = event;
      return [{ offerId, callId: before.callId, agentId, at, endedAt: null, outcome: null }];
    }
    case 'OfferEnded':
      return before.state === 'offered'
        ? [{ ...openOffer(before), endedAt: event.at, outcome: event.outcome }]
        : [];
    case 'CallAnswered':
      return before.state === 'offered'
        ? [{ ...openOffer(before), endedAt: event.at, outcome: 'accepted' }]
        : [];
    case 'CallTakenOver': {
      if (before.state === 'none') return [];
      // like who dials: nobody rang them
      const { legId, by: agentId, at } = event;
      const { callId } = before;
      return [{ offerId: asId(legId), callId, agentId, at, endedAt: at, outcome: 'accepted' }];
    }
    case 'CallDialled': {
      // who dials has the call from the start; in their list it stands like an accepted one
      const { callId, agentId, agentLegId, at } = event;
      return [{ offerId: asId(agentLegId), callId, agentId, at, endedAt: at, outcome: 'accepted' }];
    }
    default:
      return [];
  }
}

const openOffer = ({ offerId, callId, agentId, offeredAt }: Extract<Call, { state: 'offered' }>) => ({
  offerId,
  callId,
  agentId,
  at: offeredAt,
});

/** What desks are shown, taken down now so that they see this moment and no later one. */
function viewsOf(parts: Parts, live: LiveCall, { call, left }: Story): readonly (() => void)[] {
  const { desks } = parts;
  const views: (() => void)[] = [];
  // DUTY-5: who is at their own telephone sees the caller by the link, or on the manager's page
  const now = isOnPhone(call) ? null : agentOf(call);
  for (const [agentId, outcome] of left) {
    if (agentId !== now)
      views.push(() =>
        desks.show(agentId, {
          what: 'contactGone',
          callId: live.callId,
          outcome,
          ...(outcome === null ? unansweredView(call) : {}),
        }),
      );
  }
  if (now !== null) {
    const contact = contactView(live);
    views.push(() => desks.show(now, { what: 'contact', contact }));
  }
  if (call.state === 'ended') views.push(() => showAfterContact(parts, call, left));
  return views;
}

/** Where agents stand now; one who has moved on meanwhile was shown that already. */
function showPresences({ floor, desks }: Parts, { presences }: Story): void {
  for (const [agentId, presence] of presences)
    if (floor.agents.get(agentId)?.presence === presence) desks.show(agentId, { what: 'presence', presence });
}

/** BACK-9: an attempt to call back came to nothing, and the agent has no more to do about it. */
function unansweredView(call: Known): { readonly unanswered?: { readonly again: Instant | null } } {
  if (call.callback === null) return {};
  if (call.state === 'planned') return { unanswered: { again: call.dueAt } };
  return call.state === 'ended' && call.outcome === 'noAnswer' ? { unanswered: { again: null } } : {};
}

/** The contact is closed: the agent's own day has changed, and so has the customer's file. */
function showAfterContact(parts: Parts, call: Known, left: Story['left']): void {
  const { desks } = parts;
  for (const [agentId, outcome] of left) {
    if (outcome !== null || !desks.isAttached(agentId)) continue;
    if (call.customerId !== null)
      desks.show(agentId, { what: 'customerChanged', customerId: call.customerId });
    myDay(parts, agentId).then(
      (day) => desks.show(agentId, { what: 'myDay', myDay: day }),
      (cause: unknown) =>
        parts.log.warn('figures of the day could not be read', { agentId, cause: String(cause) }),
    );
  }
}
