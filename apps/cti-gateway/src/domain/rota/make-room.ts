import type { Assignment } from './assignment.ts';

/** How often it may still be tried to make room, so that a plan in which much must stay open is made as fast as any other. */
export interface Tries {
  left: number;
}

/**
 * PLAN-7: what is open goes to whoever can take it; or to somebody who can once another has one of their turns.
 * Says whether anything was given.
 */
export function fillOpen(plan: Assignment, tries: Tries, giveToLeast: (turn: number) => void): boolean {
  const isOpen = (turn: number): boolean => (plan.takers[turn] ?? null) === null;
  const open = [...plan.turns.keys()].filter(isOpen);
  for (const turn of open) {
    giveToLeast(turn);
    if (isOpen(turn)) makeRoom(plan, turn, tries);
  }
  return !open.every(isOpen);
}

function makeRoom(plan: Assignment, open: number, tries: Tries): void {
  for (const person of plan.people.keys()) {
    for (const [held, taker] of plan.takers.entries()) {
      if (taker !== person) continue;
      if (tries.left <= 0) return;
      tries.left -= 1;
      if (!plan.canChange(person, held, open)) continue;
      tries.left -= plan.people.length;
      const other = otherFor(plan, held, person);
      if (other === null) continue;
      plan.give(held, other);
      plan.give(open, person);
      return;
    }
  }
}

/** Of those who can take it who carries least. */
function otherFor(plan: Assignment, turn: number, not: number): number | null {
  const able = [...plan.people.keys()].filter((person) => person !== not && plan.canTake(person, turn));
  return able.toSorted((a, b) => plan.burden(a) - plan.burden(b) || a - b)[0] ?? null;
}
