import type { AgentId, SkillId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { SkillNeed } from '../centre/queue.ts';

/** An agent who is ready and can be reached now, or will be in a moment. */
export interface RoutableAgent {
  readonly agentId: AgentId;
  /** with the proficiency, 1 to 5 */
  readonly skills: ReadonlyMap<SkillId, number>;
  /** since when they wait for a call; the lower, the sooner it is their turn */
  readonly idleSince: Instant;
  /** `soon`: closing a contact after which they are Ready, or Ready and out of reach for a moment; gets no call yet */
  readonly free: 'now' | 'soon';
  /** a manager: gets a call that is kept for them, and none of a queue (DUTY-7); absent: like others */
  readonly onlyNamed?: boolean;
}

/** Agents with the same skills needed, in the order in which they are to be chosen. */
export interface Pool {
  /** indices into the agents, which grow with the turn */
  readonly inOrder: readonly number[];
  /** the same by turn alone; the same list where nothing is preferred */
  readonly byTurn: readonly number[];
  /** the longest wait among them; null in an empty pool */
  readonly firstIdleSince: Instant | null;
  /** those before it are taken, in each of the lists */
  cursor: number;
  turnCursor: number;
}

/**
 * Ready agents, longest idle first (ACD-2, ACD-3), with an index by skill. Who fits is counted over the lists of the
 * skills needed, so that a thousand agents and fifty queues cost a few array walks and not a scan for each caller.
 */
export class IdleAgents {
  readonly inTurn: readonly RoutableAgent[];
  /** how many are not yet taken */
  left: number;
  readonly #taken: Uint8Array;
  readonly #hasOnlyNamed: boolean;
  #pools = 0;
  #skills: ReadonlyMap<SkillId, SkillHolders> | null = null;
  #positions: ReadonlyMap<AgentId, number> | null = null;

  constructor(agents: readonly RoutableAgent[]) {
    this.inTurn = agents.filter(({ free }) => free === 'now').sort(compareTurns);
    this.left = this.inTurn.length;
    this.#hasOnlyNamed = this.inTurn.some(({ onlyNamed }) => onlyNamed === true);
    this.#taken = new Uint8Array(this.inTurn.length);
  }

  isTaken = (index: number): boolean => this.#taken[index] === 1;

  take(index: number): void {
    this.#taken[index] = 1;
    this.left -= 1;
  }

  /** Where an agent stands; -1: not ready. */
  positionOf(agentId: AgentId): number {
    this.#positions ??= new Map(this.inTurn.map((agent, i) => [agent.agentId, i]));
    return this.#positions.get(agentId) ?? -1;
  }

  /** Those who have all skills needed; of them, who has more of the preferred skills comes first (ACD-14). */
  pool(needed: readonly SkillNeed[], preferred: readonly SkillId[]): Pool {
    this.#pools += 1;
    const fitting = this.#ofQueues(this.#fitting(needed));
    const firstIdleSince = fitting[0] === undefined ? null : (this.inTurn[fitting[0]]?.idleSince ?? null);
    const inOrder = this.#byPreference(fitting, preferred);
    return { inOrder, byTurn: fitting, firstIdleSince, cursor: 0, turnCursor: 0 };
  }

  #ofQueues(fitting: readonly number[]): readonly number[] {
    return this.#hasOnlyNamed ? fitting.filter((i) => this.inTurn[i]?.onlyNamed !== true) : fitting;
  }

  #fitting(needed: readonly SkillNeed[]): readonly number[] {
    if (this.#pools <= scannedPools) return this.#scanned(needed);
    if (needed.length === 0) return this.inTurn.map((_, i) => i);
    const have = new Uint8Array(this.inTurn.length);
    for (const { skillId, level } of needed) {
      const holders = this.#holders(skillId);
      for (let i = 0; i < holders.agents.length; i += 1) {
        const agent = holders.agents[i] ?? 0;
        if ((holders.levels[i] ?? 0) >= level) have[agent] = (have[agent] ?? 0) + 1;
      }
    }
    // whoever has all of them has the last one too
    const last = needed.at(-1);
    const some = last === undefined ? [] : this.#holders(last.skillId).agents;
    return some.filter((agent) => have[agent] === needed.length);
  }

  #scanned(needed: readonly SkillNeed[]): readonly number[] {
    const fitting: number[] = [];
    for (const [i, { skills }] of this.inTurn.entries()) if (hasAll(skills, needed)) fitting.push(i);
    return fitting;
  }

  #byPreference(fitting: readonly number[], preferred: readonly SkillId[]): readonly number[] {
    if (preferred.length === 0 || fitting.length < 2) return fitting;
    const score = new Uint16Array(this.inTurn.length);
    if (this.#pools <= scannedPools) {
      for (const i of fitting) score[i] = scoreOf(this.inTurn[i]?.skills, preferred);
    } else {
      for (const skillId of preferred) addLevels(score, this.#holders(skillId));
    }
    return fitting.toSorted((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b);
  }

  #holders(skillId: SkillId): SkillHolders {
    this.#skills ??= indexSkills(this.inTurn);
    return this.#skills.get(skillId) ?? nobody;
  }
}

/** For so few queues looking at each agent is cheaper than making the index: nearly always one call comes in at a time. */
const scannedPools = 3;

const scoreOf = (skills: ReadonlyMap<SkillId, number> | undefined, preferred: readonly SkillId[]): number =>
  preferred.reduce((sum, skillId) => sum + (skills?.get(skillId) ?? 0), 0);

interface SkillHolders {
  /** in turn */
  readonly agents: number[];
  readonly levels: number[];
}

const nobody: SkillHolders = { agents: [], levels: [] };

function addLevels(score: Uint16Array, { agents, levels }: SkillHolders): void {
  for (let i = 0; i < agents.length; i += 1) {
    const agent = agents[i] ?? 0;
    score[agent] = (score[agent] ?? 0) + (levels[i] ?? 0);
  }
}

function indexSkills(agents: readonly RoutableAgent[]): ReadonlyMap<SkillId, SkillHolders> {
  const index = new Map<SkillId, SkillHolders>();
  for (let i = 0; i < agents.length; i += 1) {
    for (const [skillId, level] of agents[i]?.skills ?? []) {
      let holders = index.get(skillId);
      if (holders === undefined) index.set(skillId, (holders = { agents: [], levels: [] }));
      holders.agents.push(i);
      holders.levels.push(level);
    }
  }
  return index;
}

/** ACD-2, ACD-3: who has waited longer comes first. */
export function compareTurns(a: RoutableAgent, b: RoutableAgent): number {
  if (a.idleSince !== b.idleSince) return a.idleSince - b.idleSince;
  return a.agentId < b.agentId ? -1 : a.agentId > b.agentId ? 1 : 0;
}

/** ACD-1: has every skill with the proficiency needed. */
export const hasAll = (skills: ReadonlyMap<SkillId, number>, needed: readonly SkillNeed[]): boolean =>
  needed.every(({ skillId, level }) => (skills.get(skillId) ?? 0) >= level);
