import type { DrawnShift } from '../../rota-changes.ts';
import type { Span } from './span.ts';

/** RVIEW-9: of two changes of one time the later counts; of the earlier stays what it leaves. */
export const laidOver = (below: readonly DrawnShift[], above: readonly DrawnShift[]): readonly DrawnShift[] =>
  above.reduce<readonly DrawnShift[]>(
    (all, one) => [...all.flatMap((shift) => beside(shift, one)), one],
    below,
  );

function beside(shift: DrawnShift, { layer, from, until }: DrawnShift): readonly DrawnShift[] {
  if (shift.layer !== layer || shift.from >= until || shift.until <= from) return [shift];
  const before = { ...shift, until: from };
  const after = { ...shift, from: until };
  return [...(shift.from < from ? [before] : []), ...(shift.until > until ? [after] : [])];
}

/** The days that changes touch; null: there are none. */
export function daysTouched(shifts: readonly Pick<DrawnShift, 'from' | 'until'>[]): Span | null {
  if (shifts.length === 0) return null;
  const from = shifts.reduce((first, one) => (one.from < first ? one.from : first), '9999').slice(0, 10);
  const last = shifts.reduce((end, one) => (one.until > end ? one.until : end), '').slice(0, 10);
  return { from, until: new Date(Date.parse(`${last}T00:00Z`) + 86_400_000).toISOString().slice(0, 10) };
}

/** As many as one question takes, those nearest to these days; in the order in which they stand. */
export function nearestTo(
  { from, until }: Span,
  shifts: readonly DrawnShift[],
  most: number,
): readonly DrawnShift[] {
  if (shifts.length <= most) return shifts;
  const farFrom = (one: DrawnShift): number =>
    Math.max(
      0,
      Date.parse(`${from}T00:00Z`) - Date.parse(`${one.until}Z`),
      Date.parse(`${one.from}Z`) - Date.parse(`${until}T00:00Z`),
    );
  const near = new Set(shifts.toSorted((a, b) => farFrom(a) - farFrom(b)).slice(0, most));
  return shifts.filter((shift) => near.has(shift));
}
