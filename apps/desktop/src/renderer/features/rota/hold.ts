import type { ShiftView } from '@ringside/shared/protocol/rota';
import type { Held } from './rearrange.ts';
import type { Row } from './rows.ts';
import { laterTime, minutesBetween } from './span.ts';

export type Edge = 'from' | 'until';

/** A shift as it is, taken into the hand. */
export const takenUp = (shift: ShiftView): Held => ({
  shift,
  layer: shift.layer,
  from: shift.fromLocal,
  until: shift.untilLocal,
  agentId: shift.agentId,
});

/** Somebody's shift can go anywhere; a time without anybody stays and is given to somebody. */
const canMove = ({ agentId }: ShiftView): boolean => agentId !== null;

/** Earlier or later on the wall, as long as it was. */
export const movedBy = (held: Held, minutes: number): Held =>
  canMove(held.shift)
    ? { ...held, from: laterTime(held.from, minutes), until: laterTime(held.until, minutes) }
    : held;

/** One end earlier or later; at least a quarter of an hour stays. */
export function resizedBy(held: Held, edge: Edge, minutes: number): Held {
  const changed = { ...held, [edge]: laterTime(held[edge], minutes) };
  return minutesBetween(changed.from, changed.until) < 15 ? held : changed;
}

/** In the row of another person or layer, at the time it had. */
export function inRow(held: Held, row: Row): Held {
  const { shift } = held;
  const back = { from: shift.fromLocal, until: shift.untilLocal };
  if (row.of === 'person') return { ...held, ...back, agentId: row.agentId };
  return canMove(shift) ? { ...held, ...back, layer: row.layer } : held;
}

/** The row that something in the hand stands in. */
export const isIn = (row: Row, { layer, agentId }: Pick<Held, 'layer' | 'agentId'>): boolean =>
  row.of === 'layer' ? row.layer === layer : row.agentId === agentId;
