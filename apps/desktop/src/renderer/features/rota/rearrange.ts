import type { AgentId } from '@ringside/shared/model/ids';
import type { PlannedShift, ShiftView } from '@ringside/shared/protocol/rota';

/** A shift that somebody has in their hand: how it would be if they let it go here. */
export interface Held {
  readonly shift: ShiftView;
  readonly layer: string;
  readonly from: string;
  readonly until: string;
  readonly agentId: AgentId | null;
}

/** What letting go comes to, and the time for which nobody is found, which the planner is asked about. */
export interface Rearranged {
  readonly planned: readonly PlannedShift[];
  readonly open: (Pick<PlannedShift, 'layer' | 'from' | 'until'> & { readonly agentId: null }) | null;
}

interface Times {
  readonly from: string;
  readonly until: string;
}

/**
 * RVIEW-8: moving a shift leaves no time without somebody. Whoever is on where it goes takes the time it came from; what is
 * cut off goes to whoever adjoins it.
 */
export function rearranged(shifts: readonly ShiftView[], held: Held): Rearranged {
  const { shift, layer, agentId } = held;
  const to: Times = { from: held.from, until: held.until };
  const came: Times = { from: shift.fromLocal, until: shift.untilLocal };
  if (isSame(to, came) && layer === shift.layer && agentId === shift.agentId) return nothing;
  const taken = { layer, ...to, agentId };
  // only who is on changes: nothing is left behind
  if (isSame(to, came) && layer === shift.layer) return { planned: [taken], open: null };
  const left = layer === shift.layer ? without(came, to) : came;
  const gains = layer !== shift.layer || !within(to, came);
  const planned = gains ? [taken] : [];
  if (left === null) return { planned, open: null };
  const heir = heirOf(shifts, held, left);
  const freed = { layer: shift.layer, ...left };
  if (heir === null) return { planned, open: { ...freed, agentId: null } };
  return { planned: [...planned, { ...freed, agentId: heir }], open: null };
}

/** What is over can't be planned any more, and nobody is asked about it. */
export const stillToCome = ({ planned, open }: Rearranged, now: string): Rearranged => ({
  planned: planned.filter(({ until }) => until > now),
  open: open !== null && open.until > now ? open : null,
});

const nothing: Rearranged = { planned: [], open: null };

const isSame = (one: Times, other: Times): boolean => one.from === other.from && one.until === other.until;
const within = (inner: Times, outer: Times): boolean =>
  inner.from >= outer.from && inner.until <= outer.until;
const meet = (one: Times, other: Times): boolean => one.from < other.until && one.until > other.from;

/** What stays of a time that another takes a part of at one end; null: nothing. */
function without(whole: Times, part: Times): Times | null {
  if (!meet(whole, part)) return whole;
  if (part.from > whole.from) return { from: whole.from, until: part.from };
  if (part.until < whole.until) return { from: part.until, until: whole.until };
  return null;
}

/** Who takes the time that is left: whoever was on at the new place, or whoever adjoins. */
function heirOf(
  shifts: readonly ShiftView[],
  { shift, layer, from, until }: Held,
  left: Times,
): AgentId | null {
  const came = { from: shift.fromLocal, until: shift.untilLocal };
  const isElsewhere = layer !== shift.layer || !meet({ from, until }, came);
  const other = shifts.find((one) =>
    isElsewhere
      ? one.layer === layer && one.fromLocal <= from && from < one.untilLocal
      : one.layer === layer && (one.untilLocal === left.from || one.fromLocal === left.until),
  );
  return other === undefined || other.agentId === shift.agentId ? null : other.agentId;
}
