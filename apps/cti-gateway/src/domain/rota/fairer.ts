import type { Assignment } from './assignment.ts';

/** burdens are sums of fractions: what is less is no difference */
const noDifference = 1e-9;
/** each pass makes the plan fairer; in practice three or four do all there is */
const passes = 25;

/** PLAN-6: turns are given away and exchanged while Jain's index grows. As their sum stays, it does when squares of burdens shrink. */
export function makeFairer(plan: Assignment): void {
  for (let pass = 0; pass < passes; pass += 1) {
    const given = giveAway(plan);
    if (!exchange(plan) && !given) return;
  }
}

const heldTurns = ({ takers }: Assignment): readonly number[] =>
  takers.flatMap((taker, turn) => (taker === null ? [] : [turn]));

/** What `from` would have less and `to` more, where that brings them closer together. */
const helps = (plan: Assignment, from: number, to: number, weight: number): boolean =>
  weight > noDifference && weight < plan.burden(from) - plan.burden(to) - noDifference;

function giveAway(plan: Assignment): boolean {
  let any = false;
  for (const turn of heldTurns(plan)) {
    const weight = plan.turns[turn]?.weight ?? 0;
    for (const to of plan.people.keys()) {
      const from = plan.takers[turn] ?? null;
      if (from === null || from === to || !helps(plan, from, to, weight)) continue;
      if (!plan.canTake(to, turn) || !plan.canChange(from, turn, null)) continue;
      plan.give(turn, to);
      any = true;
    }
  }
  return any;
}

function exchange(plan: Assignment): boolean {
  let any = false;
  const held = heldTurns(plan);
  for (const one of held) {
    for (const other of held) {
      const [from, to] = [plan.takers[one] ?? null, plan.takers[other] ?? null];
      if (from === null || to === null || from === to) continue;
      const less = (plan.turns[one]?.weight ?? 0) - (plan.turns[other]?.weight ?? 0);
      if (!helps(plan, from, to, less)) continue;
      if (!plan.canChange(to, other, one) || !plan.canChange(from, one, other)) continue;
      plan.give(one, to);
      plan.give(other, from);
      any = true;
    }
  }
  return any;
}
