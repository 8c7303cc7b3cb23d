import type { AgentId } from '@ringside/shared/model/ids';
import type { RoutableAgent } from './idle-agents.ts';
import { compareTurns } from './idle-agents.ts';

/**
 * Whom routing may choose among, kept from one decision to the next. To look at every agent anew when a call comes in
 * would take longer than to decide.
 */
export class ReadyLine {
  readonly #known = new Map<AgentId, RoutableAgent>();
  readonly #now: RoutableAgent[] = [];
  readonly #soon = new Set<RoutableAgent>();

  /** How an agent stands from here on; null: nobody may choose them. */
  put(agentId: AgentId, agent: RoutableAgent | null): void {
    const before = this.#known.get(agentId);
    if (before !== undefined) this.#remove(before);
    if (agent === null) return void this.#known.delete(agentId);
    this.#known.set(agentId, agent);
    if (agent.free === 'soon') this.#soon.add(agent);
    else this.#now.splice(this.#placeOf(agent), 0, agent);
  }

  /** Those who are free now, longest idle first: the line itself, which the next `put` may change. */
  get now(): readonly RoutableAgent[] {
    return this.#now;
  }

  get soon(): Iterable<RoutableAgent> {
    return this.#soon;
  }

  #remove(agent: RoutableAgent): void {
    if (agent.free === 'soon') this.#soon.delete(agent);
    else this.#now.splice(this.#placeOf(agent), 1);
  }

  /** Where the agent stands, or would. */
  #placeOf(agent: RoutableAgent): number {
    let [from, until] = [0, this.#now.length];
    while (from < until) {
      const middle = (from + until) >> 1;
      const other = this.#now[middle];
      if (other !== undefined && compareTurns(other, agent) < 0) from = middle + 1;
      else until = middle;
    }
    return from;
  }
}
