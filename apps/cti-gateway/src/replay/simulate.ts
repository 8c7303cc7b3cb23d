import type { AgentId, CallId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import { attemptsCountFor, unknownStanding } from '../domain/acd/caller-standing.ts';
import { decideRouting } from '../domain/acd/decide-routing.ts';
import type { RoutableAgent } from '../domain/acd/idle-agents.ts';
import type { RoutingQueue, WaitingCaller } from '../domain/acd/routing-line.ts';
import { Agenda } from './agenda.ts';
import type { Priority } from './call-log.ts';
import type { Caller } from './draw-callers.ts';
import type { Policy } from './policies.ts';
import { tierOf } from './policies.ts';
import type { Shift } from './staffing.ts';

/** What became of one caller. */
export interface Served {
  readonly priority: Priority;
  readonly waited: Milliseconds;
  readonly answered: boolean;
}

interface Present {
  readonly agent: RoutableAgent;
  /** when the last of their shifts that have begun ends */
  until: Instant;
  busy: boolean;
}

type Happening =
  | { readonly is: 'begin'; readonly shift: Shift }
  | { readonly is: 'arrive'; readonly caller: Caller }
  | { readonly is: 'giveUp'; readonly caller: Caller }
  | { readonly is: 'free'; readonly agentId: AgentId }
  | { readonly is: 'leave'; readonly agentId: AgentId }
  | { readonly is: 'look' };

/** Runs a log's days in virtual time: the product's own routing decides, whenever somebody comes, goes or is free. */
export function simulate(
  callers: readonly Caller[],
  shifts: readonly Shift[],
  policy: Policy,
): readonly Served[] {
  return new Simulation(callers, shifts, policy).run();
}

class Simulation {
  readonly #agenda = new Agenda<Happening>();
  readonly #waiting = new Map<CallId, { readonly caller: Caller; readonly place: WaitingCaller }>();
  readonly #present = new Map<AgentId, Present>();
  readonly #idle = new Map<AgentId, RoutableAgent>();
  readonly #queues: readonly RoutingQueue[];
  readonly #gaveUpAt = new Map<string, Instant[]>();
  readonly #served: Served[] = [];

  constructor(callers: readonly Caller[], shifts: readonly Shift[], policy: Policy) {
    this.#queues = [...new Set(callers.map(({ queueId }) => queueId))].map(policy.queueOf);
    for (const shift of shifts) this.#agenda.add(shift.from, { is: 'begin', shift });
    for (const caller of callers) this.#agenda.add(caller.at, { is: 'arrive', caller });
  }

  run(): readonly Served[] {
    for (let next = this.#agenda.take(); next !== null; next = this.#agenda.take()) {
      const { at } = next;
      this.#happen(next.what, at);
      // what happens at the same moment is decided on at once
      if (this.#agenda.nextAt() === at) continue;
      if (this.#waiting.size > 0 && this.#idle.size > 0) this.#route(at);
    }
    return this.#served;
  }

  #happen(what: Happening, at: Instant): void {
    switch (what.is) {
      case 'begin':
        return this.#begin(what.shift, at);
      case 'arrive':
        return this.#arrive(what.caller);
      case 'giveUp':
        return this.#giveUp(what.caller, at);
      case 'free':
        return this.#free(what.agentId, at);
      case 'leave':
        return this.#leave(what.agentId, at);
      case 'look':
        return;
    }
  }

  #begin({ agentId, skills, until }: Shift, at: Instant): void {
    const known = this.#present.get(agentId);
    this.#agenda.add(until, { is: 'leave', agentId });
    if (known) {
      known.until = Math.max(known.until, until);
      return;
    }
    this.#present.set(agentId, {
      agent: { agentId, skills, idleSince: at, free: 'now' },
      until,
      busy: false,
    });
    this.#free(agentId, at);
  }

  #arrive(caller: Caller): void {
    const { callId, queueId, at: queuedAt, customerId, priority, patience } = caller;
    const since = queuedAt - attemptsCountFor;
    const attempts = customerId === null ? [] : (this.#gaveUpAt.get(customerId) ?? []);
    const abandonedBefore = attempts.filter((at) => at >= since).length;
    const standing = { ...unknownStanding, tier: tierOf[priority], abandonedBefore };
    const place = { callId, queueId, queuedAt, hotlineId: null, standing, passedOver: [] };
    this.#waiting.set(callId, { caller, place });
    if (Number.isFinite(patience)) this.#agenda.add(queuedAt + patience, { is: 'giveUp', caller });
  }

  #giveUp({ callId, priority, customerId, patience }: Caller, at: Instant): void {
    if (!this.#waiting.delete(callId)) return;
    this.#served.push({ priority, waited: patience, answered: false });
    if (customerId === null) return;
    this.#gaveUpAt.set(customerId, [...(this.#gaveUpAt.get(customerId) ?? []), at]);
  }

  #free(agentId: AgentId, at: Instant): void {
    const present = this.#present.get(agentId);
    if (present === undefined) return;
    present.busy = false;
    if (present.until <= at) this.#leave(agentId, at);
    else this.#idle.set(agentId, { ...present.agent, idleSince: at });
  }

  /** Who is in a call stays to its end. */
  #leave(agentId: AgentId, at: Instant): void {
    const present = this.#present.get(agentId);
    if (present === undefined || present.busy || present.until > at) return;
    this.#present.delete(agentId);
    this.#idle.delete(agentId);
  }

  #route(now: Instant): void {
    const { pairs, lookAgainAt } = decideRouting({
      now,
      callers: [...this.#waiting.values()].map(({ place }) => place),
      agents: [...this.#idle.values()],
      queues: this.#queues,
    });
    for (const { callId, agentId } of pairs) this.#serve(callId, agentId, now);
    if (lookAgainAt !== null) this.#agenda.add(lookAgainAt, { is: 'look' });
  }

  #serve(callId: CallId, agentId: AgentId, now: Instant): void {
    const found = this.#waiting.get(callId);
    const present = this.#present.get(agentId);
    if (found === undefined || present === undefined) return;
    const { at, priority, service, pause } = found.caller;
    this.#waiting.delete(callId);
    this.#idle.delete(agentId);
    present.busy = true;
    this.#served.push({ priority, waited: now - at, answered: true });
    this.#agenda.add(now + service + pause, { is: 'free', agentId });
  }
}
