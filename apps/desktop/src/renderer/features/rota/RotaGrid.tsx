import type { AgentId } from '@ringside/shared/model/ids';
import type { PlannedShift, RotaFaultView, RotaSchedule, ShiftView } from '@ringside/shared/protocol/rota';
import { memo, useEffect, useRef } from 'react';
import { absenceKindWords, wallSpan } from '../../wording/rota-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { cellText, dayMarks, isFaulty, layerName, shiftText, whoText } from './cell-wording.ts';
import { DayHead } from './DayHead.tsx';
import { inRow, isIn, movedBy, resizedBy, takenUp } from './hold.ts';
import type { Held } from './rearrange.ts';
import type { Row, Run } from './rows.ts';
import { awayIn, keyOf, lanesOf, onDay, runsOf } from './rows.ts';
import type { BarLook, Drag, Stretch } from './ShiftBar.tsx';
import { RunLabel, ShiftBar } from './ShiftBar.tsx';
import type { Hours, Length, Span } from './span.ts';
import { daysOf, hoursOf, shareOf } from './span.ts';
import type { Place } from './use-grid-keys.ts';
import { onGridKey } from './use-grid-keys.ts';
import { isUnsaved } from './with-planned.ts';

export interface RotaGridProps {
  readonly schedule: RotaSchedule;
  readonly rows: readonly Row[];
  readonly span: Span;
  readonly length: Length;
  readonly today: string;
  readonly mine: AgentId;
  readonly faults: readonly RotaFaultView[];
  readonly planned: readonly PlannedShift[];
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  readonly held: Held | null;
  readonly onHold: (held: Held | null) => void;
  readonly onLetGo: (held: Held) => void;
  readonly onOpen: (held: Held) => void;
  readonly onOpenNew: (row: Row, date: string) => void;
  readonly mayChange: (shift: ShiftView) => boolean;
}

/** An end of a bar goes in steps of so many minutes: what a hand can still aim at. */
const steps: Record<Length, number> = { week: 30, month: 360, quarter: 720 };

/** RVIEW-3: rows of layers or people over columns of days, with each shift as a bar (WAI-ARIA grid). */
export function RotaGrid(props: RotaGridProps) {
  const { schedule, rows, span, length, today, place, held } = props;
  const words = useWords();
  const { t } = words;
  const days = daysOf(span);
  const hours = hoursOf(schedule.shifts, length);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const cell = grid.current?.querySelector<HTMLElement>(`[data-place="${place.row} ${place.day}"]`);
    if (place.isJump || grid.current?.contains(document.activeElement)) cell?.focus();
  }, [place]);

  return (
    <div className="rota-scroll" data-length={length}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its cells have the focus */}
      <div
        ref={grid}
        role="grid"
        aria-label={t({ id: 'rota.grid' })}
        aria-colcount={days.length + 1}
        aria-rowcount={rows.length + 1}
        className="rota-grid"
        style={{ '--days': days.length } as React.CSSProperties}
        onKeyDown={(event) =>
          onGridKey(
            {
              ...{ rows, days, place, held },
              go: props.onGo,
              hold: props.onHold,
              letGo: props.onLetGo,
              open: props.onOpen,
              openNew: props.onOpenNew,
              mayChange: props.mayChange,
            },
            event,
          )
        }
      >
        <DayHead days={days} schedule={schedule} today={today} isWide={length === 'week'} />
        {rows.map((row, nth) => (
          <GridRow key={row.id} {...props} row={row} nth={nth} days={days} hours={hours} words={words} />
        ))}
        {rows[0]?.of === 'layer' && (
          <AwayRow schedule={schedule} days={days} nth={rows.length} words={words} />
        )}
      </div>
      <p role="status" className="rs-hidden">
        {held === null ? '' : heldText(held, schedule, words)}
      </p>
    </div>
  );
}

const nameInHand = ({ agentId }: Held, { people }: RotaSchedule, { t }: Words): string =>
  people.find((one) => one.agentId === agentId)?.name ?? t({ id: 'rota.nobody' });

const heldText = (held: Held, schedule: RotaSchedule, words: Words): string =>
  words.t(
    { id: 'rota.held' },
    {
      who: nameInHand(held, schedule, words),
      layer: layerName(schedule, held.layer, words),
      when: wallSpan(held.from, held.until, words),
    },
  );

interface GridRowProps extends RotaGridProps {
  readonly row: Row;
  readonly nth: number;
  readonly days: readonly string[];
  readonly hours: Hours;
  readonly words: Words;
}

function GridRow(props: GridRowProps) {
  const { row, nth, days, hours, words, schedule, span, length, held, faults, planned, mine, place } = props;
  const lanes = lanesOf(row.shifts);
  const count = Math.max(1, ...[...lanes.values()].map((lane) => lane + 1));
  const stretch = (from: string, until: string, lane = 0): Stretch => {
    const left = shareOf(from, span, hours);
    return { left, width: shareOf(until, span, hours) - left, lane };
  };
  const lookOf = (shift: ShiftView): BarLook => ({
    how: shift.how,
    isMine: shift.agentId === mine,
    isFaulty: isFaulty(shift, faults),
    isUnsaved: isUnsaved(shift, planned),
  });
  const nameOf = (shift: ShiftView): string =>
    row.of === 'layer' || shift.agentId === null
      ? whoText(shift, words)
      : layerName(schedule, shift.layer, words);
  const runs = runsOf(row.shifts, (shift) =>
    length === 'week'
      ? keyOf(shift)
      : JSON.stringify([nameOf(shift), lookOf(shift), lanes.get(keyOf(shift))]),
  );

  function dragged(shift: ShiftView, { edge, days: gone, rowId }: Drag, isOver: boolean): void {
    const whole = takenUp(shift);
    const over = props.rows.find(({ id }) => id === rowId);
    const step = steps[length];
    const { opens, closes } = hours((edge === 'until' ? whole.until : whole.from).slice(0, 10));
    const minutes = Math.round((gone * (closes - opens)) / step) * step;
    const next =
      edge !== null
        ? resizedBy(whole, edge, minutes)
        : over !== undefined && !isIn(over, whole)
          ? inRow(whole, over)
          : movedBy(whole, Math.round(gone) * 1_440);
    if (isOver) props.onLetGo(next);
    else props.onHold(next);
  }

  return (
    <div role="row" aria-rowindex={nth + 2} className="rota-row" data-rota-row={row.id}>
      <span role="rowheader" className="rota-name" title={row.name}>
        {row.name}
      </span>
      <div role="none" className="rota-track" style={{ '--lanes': count } as React.CSSProperties}>
        <Cells
          {...{ row, nth, days, words, schedule, faults, mine }}
          focused={place.row === nth ? place.day : null}
          go={props.onGo}
        />
        {row.away.map(({ from, until, kind }) => (
          <AwayStripe
            key={`${from} ${kind}`}
            {...stretch(from, until)}
            text={words.t(absenceKindWords[kind])}
          />
        ))}
        {row.shifts.map((shift) => {
          const may = props.mayChange(shift);
          return (
            <ShiftBar
              key={keyOf(shift)}
              look={{ ...lookOf(shift), ...joined(shift, runs) }}
              at={stretch(shift.fromLocal, shift.untilLocal, lanes.get(keyOf(shift)))}
              days={days.length}
              title={`${shiftText(shift, schedule, row, words)} · ${wallSpan(shift.fromLocal, shift.untilLocal, words)}`}
              isHeld={held !== null && keyOf(held.shift) === keyOf(shift)}
              onDrag={may ? (drag, isOver) => dragged(shift, drag, isOver) : null}
              onPress={may ? () => props.onOpen(takenUp(shift)) : null}
            />
          );
        })}
        {runs.map(({ first, untilLocal }) => (
          <RunLabel
            key={keyOf(first)}
            look={lookOf(first)}
            at={stretch(first.fromLocal, untilLocal, lanes.get(keyOf(first)))}
            text={length === 'week' ? `${nameOf(first)} ${hoursText(first)}` : nameOf(first)}
            isNarrow={length !== 'week' && first.untilLocal === untilLocal}
          />
        ))}
        {held !== null && isIn(row, held) && (
          <Ghost
            at={stretch(held.from, held.until)}
            text={nameInHand(held, schedule, words)}
            days={days.length}
          />
        )}
      </div>
    </div>
  );
}

/** Whether a run came before this bar, or goes on after it. */
function joined({ fromLocal, untilLocal, ...shift }: ShiftView, runs: readonly Run[]) {
  const run = runs.findLast(
    ({ first, untilLocal: ends }) =>
      first.agentId === shift.agentId && first.fromLocal <= fromLocal && untilLocal <= ends,
  );
  return {
    comesOn: run !== undefined && run.first.fromLocal < fromLocal,
    goesOn: run !== undefined && untilLocal < run.untilLocal,
  };
}

const hoursText = ({ fromLocal, untilLocal }: ShiftView): string =>
  `${fromLocal.slice(11)}–${untilLocal.slice(11)}`;

function AwayStripe({ text, left, width }: Stretch & { readonly text: string }) {
  return (
    <div
      aria-hidden
      title={text}
      className="rota-away"
      style={{ left: `${left * 100}%`, width: `${width * 100}%` }}
    >
      <span>{text}</span>
    </div>
  );
}

const inHand: BarLook = { how: 'byHand', isMine: false, isFaulty: false, isUnsaved: true };

/** Where the shift in the hand would go. */
function Ghost({ at, text, days }: { readonly at: Stretch; readonly text: string; readonly days: number }) {
  return (
    <>
      <ShiftBar look={inHand} at={at} days={days} title="" isHeld onDrag={null} onPress={null} />
      <RunLabel look={inHand} at={at} text={text} isNarrow />
    </>
  );
}

interface CellsProps extends Pick<RotaGridProps, 'schedule' | 'faults' | 'mine'> {
  readonly row: Row;
  readonly nth: number;
  readonly days: readonly string[];
  readonly words: Words;
  readonly focused: number | null;
  readonly go: (place: Place) => void;
}

/** Kept as they are while a bar moves over them. */
const Cells = memo(function Cells({
  row,
  nth,
  days,
  words,
  schedule,
  faults,
  mine,
  focused,
  go,
}: CellsProps) {
  return days.map((date, day) => {
    const facts = {
      ...{ schedule, row, date },
      faulty: (shift: ShiftView) => isFaulty(shift, faults),
      isMine: (shift: ShiftView) => shift.agentId === mine,
    };
    return (
      <span
        key={date}
        role="gridcell"
        tabIndex={focused === day ? 0 : -1}
        data-place={`${nth} ${day}`}
        aria-colindex={day + 2}
        aria-label={cellText(facts, words)}
        className={dayMarks(schedule, date, words).length > 0 ? 'rota-cell rota-marked' : 'rota-cell'}
        data-week-end={isWeekEnd(date)}
        onFocus={() => focused === day || go({ row: nth, day })}
      />
    );
  });
});

const isWeekEnd = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay());

interface AwayRowProps {
  readonly schedule: RotaSchedule;
  readonly days: readonly string[];
  readonly nth: number;
  readonly words: Words;
}

/** By layers, who is away stands below them. */
function AwayRow({ schedule, days, nth, words }: AwayRowProps) {
  const away = awayIn(schedule);
  if (away.length === 0) return null;
  return (
    <div role="row" aria-rowindex={nth + 2} className="rota-row rota-away-row">
      <span role="rowheader" className="rota-name">
        {words.t({ id: 'rota.away' })}
      </span>
      <div role="none" className="rota-track">
        {days.map((date, day) => {
          const names = onDay(away, date).map(({ name }) => name);
          return (
            <span
              key={date}
              role="gridcell"
              aria-colindex={day + 2}
              className="rota-cell"
              title={names.join(', ')}
            >
              {names.join(', ')}
            </span>
          );
        })}
      </div>
    </div>
  );
}
