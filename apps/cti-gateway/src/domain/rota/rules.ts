import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { RotaFaultKind } from '@ringside/shared/model/rota';
import { longestBreak } from './faults.ts';
import type { Limits, LocalWeek, Span } from './limits.ts';
import { isBeyond } from './limits.ts';

/** A piece of somebody's duty, on whichever rota. */
export interface Duty extends Span {
  /** that its rota asks for before and after */
  readonly rest: Milliseconds;
}

/** What is asked of one person. */
export interface Asked {
  readonly limits: Limits;
  /** in which the limits count */
  readonly weeks: readonly LocalWeek[];
  readonly absences: readonly Span[];
}

export type BrokenRule = Extract<RotaFaultKind, 'absent' | 'twice' | 'tooLittleRest' | 'overLimit'>;

/** PLAN-5: which rule it would break if somebody with this duty had `more`; null: none. */
export function brokenBy(
  { limits, weeks, absences }: Asked,
  duty: readonly Duty[],
  more: readonly Duty[],
): BrokenRule | null {
  if (meet(absences, more)) return 'absent';
  if (meet(duty, more)) return 'twice';
  const all = [...duty, ...more];
  if (isTired(all, more)) return 'tooLittleRest';
  return isBeyond(limits, weeks, all, more) ? 'overLimit' : null;
}

const meet = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.some((one) => others.some((other) => one.from < other.until && one.until > other.from));

interface Stint {
  readonly from: Instant;
  until: Instant;
  readonly rest: Milliseconds;
  isNew: boolean;
}

/** ROTA-11, as far as the new pieces go: what was too little before is not their fault. */
function isTired(all: readonly Duty[], more: readonly Duty[]): boolean {
  if (all.every(({ rest }) => rest === 0)) return false;
  const added = new Set(more);
  let last: Stint | null = null;
  for (const piece of all.toSorted((a, b) => a.from - b.from || a.until - b.until)) {
    const isNew = added.has(piece);
    if (last !== null && piece.from - last.until <= longestBreak) {
      last.until = Math.max(last.until, piece.until);
      last.isNew ||= isNew;
    } else {
      if (last !== null && (isNew || last.isNew) && lacksRest(last, piece)) return true;
      last = { ...piece, isNew };
    }
  }
  return false;
}

const lacksRest = (last: Stint, next: Duty): boolean =>
  next.from - last.until < Math.max(last.rest, next.rest);
