import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Asked, BrokenRule, Duty } from './rules.ts';
import { brokenBy } from './rules.ts';

/** Somebody who may be planned, and what they have besides what is planned. */
export interface Candidate {
  readonly agentId: AgentId;
  readonly asked: Asked;
  readonly duty: readonly Duty[];
  /** of the period and before it, in weighted hours */
  readonly carries: number;
  /** when they were last on before the period */
  readonly lastOn: Instant;
}

/** A turn to give, as rules and burdens look at it. */
export interface GivenTurn {
  readonly duty: readonly Duty[];
  readonly weight: number;
}

/** Who takes which turn, while a plan is made: the numbers of turns and of people. */
export interface Assignment {
  readonly turns: readonly GivenTurn[];
  readonly people: readonly Candidate[];
  /** of each turn; null: nobody */
  readonly takers: readonly (number | null)[];
  burden(person: number): number;
  /** Whether they may have the turn, beside all they have. */
  canTake(person: number, turn: number): boolean;
  /** Which rule keeps them from it; null: none. */
  brokenBy(person: number, turn: number): BrokenRule | null;
  /** Whether they may be without a turn, with another or none in its place: what is taken out of the middle of a shift leaves two, with a rest between. */
  canChange(person: number, without: number, turn: number | null): boolean;
  give(turn: number, person: number | null): void;
  lastOnBefore(person: number, at: Instant): Instant;
}

export function openAssignment(turns: readonly GivenTurn[], people: readonly Candidate[]): Assignment {
  const takers: (number | null)[] = turns.map(() => null);
  const burdens = people.map(({ carries }) => carries);
  const taken = people.map(() => new Set<number>());
  const planned = (person: number): readonly Duty[] =>
    [...(taken[person] ?? [])].flatMap((turn) => turns[turn]?.duty ?? []);
  const dutyOf = (person: number): readonly Duty[] => [...(people[person]?.duty ?? []), ...planned(person)];
  const ruleBrokenBy = (candidate: Candidate, person: number, turn: number): BrokenRule | null =>
    brokenBy(candidate.asked, dutyOf(person), turns[turn]?.duty ?? []);
  return {
    turns,
    people,
    takers,
    burden: (person) => burdens[person] ?? 0,
    canTake(person, turn) {
      const candidate = people[person];
      return candidate !== undefined && ruleBrokenBy(candidate, person, turn) === null;
    },
    brokenBy(person, turn) {
      const candidate = people[person];
      return candidate === undefined ? null : ruleBrokenBy(candidate, person, turn);
    },
    canChange(person, without, turn) {
      const candidate = people[person];
      if (candidate === undefined) return false;
      const given = turns[without]?.duty ?? [];
      const more = turn === null ? [] : (turns[turn]?.duty ?? []);
      const then = [...planned(person).filter((piece) => !given.includes(piece)), ...more];
      return brokenBy(candidate.asked, candidate.duty, then) === null;
    },
    give(turn, person) {
      const weight = turns[turn]?.weight ?? 0;
      const before = takers[turn] ?? null;
      if (before !== null) {
        taken[before]?.delete(turn);
        burdens[before] = (burdens[before] ?? 0) - weight;
      }
      takers[turn] = person;
      if (person === null) return;
      taken[person]?.add(turn);
      burdens[person] = (burdens[person] ?? 0) + weight;
    },
    lastOnBefore: (person, at) =>
      dutyOf(person).reduce(
        (last, { until }) => (until <= at ? Math.max(last, until) : last),
        people[person]?.lastOn ?? Number.NEGATIVE_INFINITY,
      ),
  };
}
