import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { RotaFaultKind } from '@ringside/shared/model/rota';
import type { Limits, LocalWeek } from './limits.ts';
import { instantOf } from './local-time.ts';
import type { Absence, LocalTime, Shift, Swap } from './rota.ts';
import type { Duty } from './rules.ts';
import { brokenBy } from './rules.ts';

export interface Piece {
  readonly from: Instant;
  readonly until: Instant;
}

/** Why somebody can't take a shift. */
export type SwapHindrance = RotaFaultKind | 'onAlready';

/** Everybody's shifts on all rotas around the time that is asked for, and who is away then. */
export interface Surroundings {
  readonly shifts: readonly Shift[];
  readonly absences: readonly Absence[];
  readonly restOf: (shift: Shift) => Milliseconds;
  readonly limitsOf: (agentId: AgentId) => Limits;
  readonly weeks: readonly LocalWeek[];
}

/** What one person would have more and less. */
interface Exchange {
  readonly agentId: AgentId;
  readonly takes: readonly Shift[];
  readonly gives: readonly Shift[];
}

const touches = (one: Piece, other: Piece): boolean => one.from < other.until && other.from < one.until;

/** Of these shifts what falls into a span, cut to it. */
export const within = (shifts: readonly Shift[], { from, until }: Piece): readonly Shift[] =>
  shifts
    .filter((shift) => touches(shift, { from, until }))
    .map((shift) => ({ ...shift, from: Math.max(shift.from, from), until: Math.min(shift.until, until) }));

/** SWAP-1: the pieces of a layer in a span; null where they are not all this person's, or there are none. Theirs is also what they can't do because they are away. */
export function piecesOf(
  shifts: readonly Shift[],
  { agentId, layer, span }: { readonly agentId: AgentId; readonly layer: string; readonly span: Piece },
): readonly Shift[] | null {
  const pieces = within(
    shifts.filter((shift) => shift.layer === layer),
    span,
  );
  const areTheirs = pieces.every(({ agentId: who, missing }) => (who ?? missing) === agentId);
  return pieces.length > 0 && areTheirs ? pieces : null;
}

/** SWAP-2: why this person can't take what they would get, without what they would give; null: they can. */
export function hindrance(
  { agentId, takes, gives }: Exchange,
  { shifts, absences, restOf, limitsOf, weeks }: Surroundings,
): SwapHindrance | null {
  const duty = (shift: Shift): Duty => ({ from: shift.from, until: shift.until, rest: restOf(shift) });
  const own = shifts.filter((shift) => shift.agentId === agentId);
  const kept = own.flatMap((shift) => without(shift, gives));
  const asked = {
    limits: limitsOf(agentId),
    weeks,
    absences: absences.filter((absence) => absence.agentId === agentId),
  };
  const broken = brokenBy(asked, kept.map(duty), takes.map(duty));
  return broken === 'twice' ? 'onAlready' : broken;
}

/** What is left of a shift when pieces of it are given away. */
const without = (shift: Shift, gives: readonly Shift[]): readonly Shift[] =>
  gives
    .filter((gift) => gift.rotaId === shift.rotaId && gift.layer === shift.layer)
    .reduce<readonly Shift[]>((left, gift) => left.flatMap((one) => cutOut(one, gift)), [shift]);

/** A shift without a span. */
export const cutOut = (shift: Shift, { from, until }: Piece): readonly Shift[] =>
  touches(shift, { from, until })
    ? [
        { ...shift, until: from },
        { ...shift, from: until },
      ].filter((one) => one.from < one.until)
    : [shift];

/** SWAP-5: when nobody can take it any more. */
export function endsAt(
  { from, until, wants }: Pick<Swap, 'from' | 'until' | 'wants'>,
  timeZone: string,
  now: Instant,
): Instant {
  const shifts = wants === null ? [{ from, until }] : [{ from, until }, wants];
  return Math.min(...shifts.map((one) => endOf(one, timeZone, now)));
}

function endOf(
  { from, until }: { readonly from: LocalTime; readonly until: LocalTime },
  timeZone: string,
  now: Instant,
): Instant {
  const begin = instantOf(from, timeZone);
  return begin > now ? begin : instantOf(until, timeZone);
}

const next = (swap: Swap, to: Partial<Swap>): Swap => ({ ...swap, ...to, version: swap.version + 1 });

export const acceptedBy = (swap: Swap, agentId: AgentId, at: Instant): Swap =>
  next(swap, { state: 'done', takenBy: agentId, endedAt: at });

/** SWAP-5: it ends with the last who declines. */
export function declinedBy(swap: Swap, agentId: AgentId, at: Instant): Swap {
  const declined = [...swap.declined, { agentId, at }];
  const all = swap.asked.every((asked) => declined.some((one) => one.agentId === asked));
  return next(swap, { declined, ...(all ? { state: 'declined', endedAt: at } : {}) });
}

export const endedAs = (swap: Swap, state: 'withdrawn' | 'expired', at: Instant): Swap =>
  next(swap, { state, endedAt: at });

type SwapAct = 'accept' | 'decline' | 'withdraw';

/** SWAP-6: what this person may do to it. */
export function actsOn(swap: Swap, agentId: AgentId): readonly SwapAct[] {
  if (swap.state !== 'asked') return [];
  if (swap.askedBy === agentId) return ['withdraw'];
  if (!swap.asked.includes(agentId)) return [];
  const declined = swap.declined.some((one) => one.agentId === agentId);
  return declined ? ['accept'] : ['accept', 'decline'];
}
