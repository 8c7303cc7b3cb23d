import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { Assignment, Candidate, GivenTurn } from './assignment.ts';
import { openAssignment } from './assignment.ts';
import type { DutyPlace } from './burden.ts';
import { jainsIndex, weightOfDuty } from './burden.ts';
import { makeFairer } from './fairer.ts';
import type { Tries } from './make-room.ts';
import { fillOpen } from './make-room.ts';
import type { Limits, Span } from './limits.ts';
import { weeksAround } from './limits.ts';
import type { OpenTurn } from './open-turns.ts';
import { byDays, openTurnsOf } from './open-turns.ts';
import type { RotaLayer, Shift } from './rota.ts';
import type { BrokenRule, Duty } from './rules.ts';
import type { RotaFacts } from './schedule.ts';

/** Somebody of the layer. */
export interface Planned {
  readonly agentId: AgentId;
  readonly limits: Limits;
  /** besides their duty on this rota in the period: of the 90 days before, of calls, of other rotas; weighted hours */
  readonly carries: number;
  /** when they were last on before the period; null: never */
  readonly lastOn: Instant | null;
}

export interface PlanFacts {
  readonly facts: RotaFacts;
  readonly layer: RotaLayer;
  readonly span: Span;
  readonly place: DutyPlace;
  readonly people: readonly Planned[];
  /** of all rotas, as they stand, from a month before the span to a month after it: limits look so far */
  readonly schedule: readonly Shift[];
  readonly restOf: (shift: Shift) => Milliseconds;
}

/** What nobody can take, and which rule each person of the layer would break with it. */
export interface OpenSpan extends Span {
  readonly why: readonly { readonly agentId: AgentId; readonly not: BrokenRule }[];
}

export interface Plan {
  readonly shifts: readonly (Span & { readonly agentId: AgentId })[];
  readonly open: readonly OpenSpan[];
  readonly fairnessBefore: number | null;
  readonly fairness: number | null;
}

/** PLAN-4 to PLAN-8: a fair plan of one layer. Pure: the same facts make the same plan. */
export function planOf(asked: PlanFacts): Plan {
  const { facts, layer, span, schedule } = asked;
  const mine = schedule.filter((shift) => shift.rotaId === facts.rota.rotaId);
  const whole = openTurnsOf(facts, layer, mine, span);
  const people = candidatesOf(asked, whole);
  const turns = givable(asked, whole, people);
  const tries = { left: mostTries };
  const plans = [asItStands, fromNothing].map((begin) =>
    finished(begin(openAssignment(givenTurns(asked, turns), people), turns), tries),
  );
  const best = plans.reduce((first, second) => (isBetter(second, first) ? second : first));
  const split = openByDays(best, turns, asked);
  const last = split.length === turns.length ? best : finished(carriedOver(asked, best, split), tries);
  return {
    ...outcomeOf(
      last,
      split.map(({ turn }) => turn),
    ),
    fairnessBefore: jainsIndex(people.map(({ agentId }) => burdenWith(asked, agentId, schedule))),
    fairness: fairnessOf(last),
  };
}

const givenTurns = (asked: PlanFacts, turns: readonly OpenTurn[]): readonly GivenTurn[] =>
  turns.map((turn) => givenTurn(asked, turn));

/** giving away may make room for what was open, and what is filled must be evened out again */
const mostRounds = 3;
const mostTries = 10_000;

function finished(plan: Assignment, tries: Tries): Assignment {
  const fill = (): boolean => fillOpen(plan, tries, (turn) => giveToLeast(plan, turn));
  makeFairer(plan);
  for (let round = 0; round < mostRounds && fill(); round += 1) makeFairer(plan);
  // each time something is given, so it ends
  while (fill());
  return plan;
}

interface SplitTurn {
  readonly turn: OpenTurn;
  readonly taker: number | null;
}

/** PLAN-7: what nobody has in the end, day by day. */
const openByDays = (
  { takers }: Assignment,
  turns: readonly OpenTurn[],
  { layer, facts }: PlanFacts,
): readonly SplitTurn[] =>
  turns.flatMap((turn, i) => {
    const taker = takers[i] ?? null;
    const parts = taker === null ? byDays(turn, layer, facts.timeZone) : [turn];
    return parts.map((part) => ({ turn: part, taker }));
  });

function carriedOver(asked: PlanFacts, { people }: Assignment, split: readonly SplitTurn[]): Assignment {
  const turns = split.map(({ turn }) => turn);
  const plan = openAssignment(givenTurns(asked, turns), people);
  for (const [i, { taker }] of split.entries()) plan.give(i, taker);
  return plan;
}

/** Who they are and all that they do besides the turns that are planned, in the order of ids so that nothing depends on another. */
function candidatesOf(asked: PlanFacts, turns: readonly OpenTurn[]): readonly Candidate[] {
  const { facts, people, schedule, span, layer, restOf } = asked;
  const weeks = weeksAround(facts.timeZone, span.from, span.until);
  const planned = turns.flatMap(({ spans }) => spans);
  const others = schedule.flatMap((shift) =>
    shift.rotaId === facts.rota.rotaId && shift.layer === layer.layer ? outside(shift, planned) : [shift],
  );
  return people
    .toSorted((a, b) => (a.agentId < b.agentId ? -1 : 1))
    .map(({ agentId, limits, lastOn }) => ({
      agentId,
      carries: burdenWith(asked, agentId, others),
      lastOn: lastOn ?? Number.NEGATIVE_INFINITY,
      asked: { limits, weeks, absences: facts.absences.filter((absence) => absence.agentId === agentId) },
      duty: others.flatMap((shift) =>
        shift.agentId === agentId ? [{ from: shift.from, until: shift.until, rest: restOf(shift) }] : [],
      ),
    }));
}

/** What is left of a shift beside the turns that are planned. */
function outside(shift: Shift, planned: readonly Span[]): readonly Shift[] {
  const rest: Shift[] = [];
  let { from } = shift;
  for (const one of planned) {
    if (one.until <= from || one.from >= shift.until) continue;
    if (one.from > from) rest.push({ ...shift, from, until: one.from });
    from = Math.max(from, one.until);
  }
  return from < shift.until ? [...rest, { ...shift, from }] : rest;
}

/** PLAN-7: turns that nobody could take even if they had no other are given day by day. */
function givable(
  asked: PlanFacts,
  turns: readonly OpenTurn[],
  people: readonly Candidate[],
): readonly OpenTurn[] {
  return turns.flatMap((turn) => {
    const alone = openAssignment([givenTurn(asked, turn)], people);
    const anybody = people.some((_, person) => alone.canTake(person, 0));
    return anybody ? [turn] : byDays(turn, asked.layer, asked.facts.timeZone);
  });
}

const givenTurn = ({ facts, place }: PlanFacts, { spans }: OpenTurn): GivenTurn => ({
  duty: spans.map(({ from, until }): Duty => ({ from, until, rest: facts.rota.minimumRest })),
  weight: spans.reduce((sum, { from, until }) => sum + weightOfDuty(from, until, place), 0),
});

function fromNothing(plan: Assignment): Assignment {
  for (const turn of plan.turns.keys()) giveToLeast(plan, turn);
  return plan;
}

/** Each turn with whom it is, as far as rules allow; the others as if there had been nothing. */
function asItStands(plan: Assignment, turns: readonly OpenTurn[]): Assignment {
  for (const [turn, { holder }] of turns.entries()) {
    const person = plan.people.findIndex(({ agentId }) => agentId === holder);
    if (person !== -1 && plan.canTake(person, turn)) plan.give(turn, person);
  }
  for (const [turn, taker] of plan.takers.entries()) if (taker === null) giveToLeast(plan, turn);
  return plan;
}

/** PLAN-6: to whoever carries least, of equals to who was on longest ago, of those by id. */
function giveToLeast(plan: Assignment, turn: number): void {
  const begins = plan.turns[turn]?.duty[0]?.from ?? 0;
  const byBurden = [...plan.people.keys()].toSorted(
    (a, b) =>
      plan.burden(a) - plan.burden(b) ||
      Number(plan.lastOnBefore(a, begins) > plan.lastOnBefore(b, begins)) -
        Number(plan.lastOnBefore(a, begins) < plan.lastOnBefore(b, begins)) ||
      a - b,
  );
  const person = byBurden.find((one) => plan.canTake(one, turn));
  if (person !== undefined) plan.give(turn, person);
}

const burdensOf = (plan: Assignment): readonly number[] =>
  [...plan.people.keys()].map((person) => plan.burden(person));
const fairnessOf = (plan: Assignment): number | null => jainsIndex(burdensOf(plan));
const openIn = (plan: Assignment): number =>
  plan.turns.reduce(
    (sum, { duty }, turn) =>
      plan.takers[turn] === null ? sum + duty.reduce((time, one) => time + one.until - one.from, 0) : sum,
    0,
  );

const isBetter = (plan: Assignment, than: Assignment): boolean =>
  openIn(plan) === openIn(than)
    ? (fairnessOf(plan) ?? 1) > (fairnessOf(than) ?? 1) + 1e-9
    : openIn(plan) < openIn(than);

/** What they carry with these shifts of this rota. */
const burdenWith = (
  { people, facts, span, place }: PlanFacts,
  agentId: AgentId,
  shifts: readonly Shift[],
): number =>
  shifts
    .filter((shift) => shift.agentId === agentId && shift.rotaId === facts.rota.rotaId)
    .map((shift) => ({ from: Math.max(shift.from, span.from), until: Math.min(shift.until, span.until) }))
    .filter(({ from, until }) => from < until)
    .reduce(
      (sum, { from, until }) => sum + weightOfDuty(from, until, place),
      people.find((person) => person.agentId === agentId)?.carries ?? 0,
    );

function outcomeOf(plan: Assignment, turns: readonly OpenTurn[]): Pick<Plan, 'shifts' | 'open'> {
  const taken = turns.map(({ spans }, turn) => {
    const person = plan.takers[turn] ?? null;
    const agentId = person === null ? null : (plan.people[person]?.agentId ?? null);
    return { spans, agentId, why: agentId === null ? whyOpen(plan, turn) : [] };
  });
  return {
    shifts: taken.flatMap(({ spans, agentId }) =>
      agentId === null ? [] : spans.map((span) => ({ ...span, agentId })),
    ),
    open: taken.flatMap(({ spans, agentId, why }) =>
      agentId === null ? spans.map((span) => ({ ...span, why })) : [],
    ),
  };
}

const whyOpen = (plan: Assignment, turn: number): OpenSpan['why'] =>
  plan.people.flatMap(({ agentId }, person) => {
    const not = plan.brokenBy(person, turn);
    return not === null ? [] : [{ agentId, not }];
  });
