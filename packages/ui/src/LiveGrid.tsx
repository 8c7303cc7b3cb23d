import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { GridHint } from './GridHint.tsx';
import { HintAt, hintOf } from './GridHint.tsx';
import './LiveGrid.css';

export interface GridColumn {
  readonly id: string;
  readonly title: string;
  /** what the figure is and how it is counted */
  readonly hint?: string;
  /** a CSS grid track: "minmax(140px, 2fr)" */
  readonly width: string;
  readonly isNumber?: boolean;
  readonly canSort?: boolean;
}

export interface GridCell {
  readonly content: ReactNode;
  /** the figure's formula with its numbers, on hover and on focus; worked out only then */
  readonly hint?: string | (() => string);
  readonly look?: 'amber' | 'red' | 'strong' | 'quiet';
}

export interface GridSort {
  readonly by: string;
  readonly isDown: boolean;
}

interface LiveGridProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  /** rows in their order; only those in sight are drawn */
  readonly ids: readonly string[];
  /** a hook: the cells of one row, drawn again when that row changes and not otherwise */
  readonly useCells: (id: string) => readonly GridCell[];
  readonly sort?: GridSort | null;
  readonly onSort?: (columnId: string) => void;
  /** asked for with the menu key, Enter or the right button; `at` is what it is about */
  readonly onMenu?: (id: string, at: HTMLElement) => void;
  readonly rowHeight?: number;
  /** rows in sight before it scrolls */
  readonly mostRows?: number;
}

const spare = 6;

/** A long list of rows that change all the time (WAI-ARIA grid): arrow keys go from cell to cell, the rows keep their height. */
export function LiveGrid(props: LiveGridProps) {
  const { label, columns, ids, useCells, onMenu, rowHeight = 32, mostRows = 14 } = props;
  const box = useRef<HTMLDivElement>(null);
  const { first, count } = useInSight(box, rowHeight);
  const cellsOf = useRef(new Map<string, readonly GridCell[]>());
  const { place, setPlace, onKeyDown } = useArrows(props, box, rowHeight);
  const [hint, setHint] = useState<GridHint | null>(null);
  const tracks = columns.map(({ width }) => width).join(' ');
  const menu = useMenu(onMenu);

  return (
    <>
      <div
        className="rs-grid"
        role="grid"
        aria-label={label}
        aria-rowcount={ids.length + 1}
        aria-colcount={columns.length}
        ref={box}
        tabIndex={-1}
        style={{ maxHeight: mostRows * rowHeight + headHeight }}
        onKeyDown={onKeyDown}
        onContextMenu={menu}
        onMouseOver={(event) => setHint(hintOf(event.target, cellsOf.current, 'pointer'))}
        onMouseLeave={() => setHint(null)}
        onFocus={(event) => setHint(hintOf(event.target, cellsOf.current, 'keys'))}
        onBlur={() => setHint(null)}
        onScroll={() => setHint(null)}
      >
        <div className="rs-grid-sheet" style={{ minWidth: leastWidth(columns) }} role="presentation">
          <Head {...props} tracks={tracks} focused={place.row === -1 ? place.column : null} />
          <div style={{ height: ids.length * rowHeight }} className="rs-grid-all" role="presentation">
            {ids.slice(first, first + count).map((id, nth) => (
              <Row
                key={id}
                id={id}
                index={first + nth}
                height={rowHeight}
                tracks={tracks}
                columns={columns}
                useCells={useCells}
                cellsOf={cellsOf}
                focused={place.row === first + nth ? place.column : null}
                onFocus={setPlace}
              />
            ))}
          </div>
        </div>
      </div>
      <HintAt hint={hint} />
    </>
  );
}

/** The head stays in sight above the rows; a title has two lines. */
const headHeight = 44;

/** Below this width it scrolls sideways: every row has the same tracks, so that columns align. */
const leastWidth = (columns: readonly GridColumn[]): number =>
  columns.reduce((sum, { width }) => sum + Number(/(\d+)px/.exec(width)?.[1] ?? 0), 0);

function Head({
  columns,
  sort,
  onSort,
  tracks,
  focused,
}: LiveGridProps & { readonly tracks: string; readonly focused: number | null }) {
  return (
    <div className="rs-grid-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: tracks }}>
      {columns.map((column, nth) => {
        const isSorted = sort?.by === column.id;
        const direction = sort?.isDown ? 'descending' : 'ascending';
        return (
          <div
            key={column.id}
            role="columnheader"
            className={column.isNumber ? 'rs-grid-number' : undefined}
            aria-sort={isSorted ? direction : undefined}
            data-hint={column.hint ?? column.title}
            data-cell={`-1 ${nth}`}
            tabIndex={column.canSort && onSort ? undefined : focused === nth ? 0 : -1}
          >
            {column.canSort && onSort ? (
              <button
                type="button"
                data-hint={column.hint ?? column.title}
                tabIndex={focused === nth ? 0 : -1}
                onClick={() => onSort(column.id)}
              >
                {column.title}
                <span aria-hidden>{isSorted ? (sort?.isDown ? ' ↓' : ' ↑') : ''}</span>
              </button>
            ) : (
              column.title
            )}
          </div>
        );
      })}
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly index: number;
  readonly height: number;
  readonly tracks: string;
  readonly columns: readonly GridColumn[];
  readonly useCells: (id: string) => readonly GridCell[];
  /** what each row shows, for the hint of the cell that is pointed at */
  readonly cellsOf: React.RefObject<Map<string, readonly GridCell[]>>;
  /** column of the cell that has the focus of the grid */
  readonly focused: number | null;
  readonly onFocus: (place: Place) => void;
}

const Row = memo(function Row({
  id,
  index,
  height,
  tracks,
  columns,
  useCells,
  focused,
  onFocus,
  cellsOf,
}: RowProps) {
  // oxlint-disable-next-line react/hooks, react/rules-of-hooks -- a grid keeps its hook for as long as it keeps its columns
  const cells = useCells(id);
  useLayoutEffect(() => {
    const shown = cellsOf.current;
    shown.set(id, cells);
    return () => void shown.delete(id);
  }, [cellsOf, id, cells]);
  return (
    <div
      role="row"
      className="rs-grid-row"
      aria-rowindex={index + 2}
      data-row={id}
      style={{ transform: `translateY(${index * height}px)`, height, gridTemplateColumns: tracks }}
    >
      {columns.map((column, nth) => {
        const { content, look } = cells[nth] ?? { content: null };
        const names = [column.isNumber ? 'rs-grid-number' : '', look ? `rs-grid-${look}` : ''];
        return (
          <div
            key={column.id}
            role={nth === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={nth + 1}
            className={names.filter(Boolean).join(' ') || undefined}
            data-cell={`${index} ${nth}`}
            tabIndex={focused === nth ? 0 : -1}
            onFocus={() => onFocus({ row: index, column: nth })}
          >
            {content}
          </div>
        );
      })}
    </div>
  );
});

/** Which rows the box shows, and some beyond. */
function useInSight(box: React.RefObject<HTMLDivElement | null>, rowHeight: number) {
  const [sight, setSight] = useState({ first: 0, count: 40 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - spare);
      const count = Math.ceil(element.clientHeight / rowHeight) + 2 * spare;
      setSight((old) => (old.first === first && old.count === count ? old : { first, count }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [box, rowHeight]);
  return sight;
}

interface Place {
  /** -1 is the head */
  readonly row: number;
  readonly column: number;
}

function useArrows(
  { ids, columns }: LiveGridProps,
  box: React.RefObject<HTMLDivElement | null>,
  rowHeight: number,
) {
  const [place, setPlace] = useState<Place>({ row: -1, column: 0 });
  const isMoving = useRef(false);

  // a row that came into sight by this key is drawn a moment later: the focus waits for it
  useEffect(() => {
    if (!isMoving.current) return;
    const cell = box.current?.querySelector<HTMLElement>(`[data-cell="${place.row} ${place.column}"]`);
    if (!cell) return;
    isMoving.current = false;
    (cell.querySelector('button') ?? cell).focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1);
    const next = afterKey(event, place, { rows: ids.length, columns: columns.length, page });
    if (!next) return;
    event.preventDefault();
    if (next.row >= 0) keepInSight(box.current, next.row, rowHeight);
    isMoving.current = true;
    setPlace(next);
  };
  const last = ids.length - 1;
  return { place: place.row > last ? { ...place, row: last } : place, setPlace, onKeyDown };
}

function afterKey(
  { key, ctrlKey }: KeyboardEvent,
  { row, column }: Place,
  size: { readonly rows: number; readonly columns: number; readonly page: number },
): Place | null {
  const to = (newRow: number, newColumn: number): Place => ({
    row: Math.min(size.rows - 1, Math.max(-1, newRow)),
    column: Math.min(size.columns - 1, Math.max(0, newColumn)),
  });
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'PageDown':
      return to(row + size.page, column);
    case 'PageUp':
      return to(row - size.page, column);
    case 'Home':
      return to(ctrlKey ? -1 : row, 0);
    case 'End':
      return to(ctrlKey ? size.rows - 1 : row, size.columns - 1);
    default:
      return null;
  }
}

function keepInSight(box: HTMLDivElement | null, row: number, rowHeight: number): void {
  if (!box) return;
  const top = row * rowHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (headHeight + top + rowHeight > box.scrollTop + box.clientHeight)
    box.scrollTop = headHeight + top + rowHeight - box.clientHeight;
}

/** Chromium sends `contextmenu` for the menu key and Shift+F10 as well. */
function useMenu(onMenu: LiveGridProps['onMenu']) {
  return useCallback(
    (event: MouseEvent<HTMLDivElement>) => {
      const target = event.target as HTMLElement;
      const id = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
      if (!onMenu || id === undefined) return;
      event.preventDefault();
      onMenu(id, target.closest<HTMLElement>('[data-cell]') ?? target);
    },
    [onMenu],
  );
}
