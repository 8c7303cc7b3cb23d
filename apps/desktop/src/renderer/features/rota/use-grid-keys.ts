import type { ShiftView } from '@ringside/shared/protocol/rota';
import type { KeyboardEvent } from 'react';
import { isComposing } from '../../keys/composing.ts';
import { inRow, isIn, movedBy, resizedBy, takenUp } from './hold.ts';
import type { Held } from './rearrange.ts';
import type { Row } from './rows.ts';
import { keyOf, shiftsOnDay } from './rows.ts';

export interface Place {
  readonly row: number;
  readonly day: number;
  /** come to from elsewhere: it takes the focus */
  readonly isJump?: boolean;
}

interface GridKeys {
  readonly rows: readonly Row[];
  readonly days: readonly string[];
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly held: Held | null;
  readonly hold: (held: Held | null) => void;
  readonly letGo: (held: Held) => void;
  readonly open: (held: Held) => void;
  readonly openNew: (row: Row, date: string) => void;
  readonly mayChange: (shift: ShiftView) => boolean;
}

const arrows: Readonly<Record<string, Place>> = {
  ArrowLeft: { row: 0, day: -1 },
  ArrowRight: { row: 0, day: 1 },
  ArrowUp: { row: -1, day: 0 },
  ArrowDown: { row: 1, day: 0 },
  Home: { row: 0, day: -1_000 },
  End: { row: 0, day: 1_000 },
};

/** RVIEW-7: arrows go from cell to cell; the space bar takes a shift up, and then they move it, and with Shift its end, with Alt its beginning. */
export function onGridKey(keys: GridKeys, event: KeyboardEvent): void {
  if (isComposing(event.nativeEvent)) return;
  const done = keys.held === null ? withEmptyHand(keys, event) : withShift(keys, keys.held, event);
  if (done) event.preventDefault();
}

function withEmptyHand(keys: GridKeys, { key }: KeyboardEvent): boolean {
  const { rows, days, place, go } = keys;
  const arrow = arrows[key];
  if (arrow !== undefined) {
    go({
      row: between(place.row + arrow.row, rows.length),
      day: between(place.day + arrow.day, days.length),
    });
    return true;
  }
  if (key === ' ') return takeNext(keys, null);
  return key === 'Enter' && openHere(keys);
}

function withShift(keys: GridKeys, held: Held, { key, shiftKey, altKey }: KeyboardEvent): boolean {
  const { rows, place, go, hold, letGo, open } = keys;
  const step = arrows[key];
  if (key === 'Escape') hold(null);
  else if (key === 'Enter') open(held);
  else if (key === ' ') {
    if (!isAsItWas(held)) letGo(held);
    else takeNext(keys, held.shift);
  } else if (step === undefined || Math.abs(step.day) > 1) return false;
  else if (step.day !== 0 && (shiftKey || altKey))
    hold(resizedBy(held, altKey ? 'from' : 'until', step.day * 60));
  else if (step.day !== 0) hold(movedBy(held, step.day * 1_440));
  else {
    const at = rows.findIndex((row) => isIn(row, held));
    const row = rows[between(at + step.row, rows.length)];
    if (row === undefined) return false;
    hold(inRow(held, row));
    go({ ...place, row: rows.indexOf(row) });
  }
  return true;
}

const between = (nth: number, count: number): number => Math.max(0, Math.min(count - 1, nth));

const isAsItWas = ({ shift, layer, from, until, agentId }: Held): boolean =>
  shift.layer === layer &&
  shift.fromLocal === from &&
  shift.untilLocal === until &&
  shift.agentId === agentId;

/** The first shift of the cell, or the one after that which is held; after the last, none. */
function takeNext({ rows, days, place, hold, mayChange }: GridKeys, after: ShiftView | null): boolean {
  const here = shiftsOnDay(rows[place.row]?.shifts ?? [], days[place.day] ?? '').filter(mayChange);
  const at = after === null ? -1 : here.findIndex((one) => keyOf(one) === keyOf(after));
  const next = here[at + 1];
  hold(next === undefined ? null : takenUp(next));
  return true;
}

function openHere({ rows, days, place, open, openNew, mayChange }: GridKeys): boolean {
  const [row, date] = [rows[place.row], days[place.day]];
  if (row === undefined || date === undefined) return false;
  const [shift] = shiftsOnDay(row.shifts, date).filter(mayChange);
  if (shift === undefined) openNew(row, date);
  else open(takenUp(shift));
  return true;
}
