export interface GridHint {
  readonly text: string;
  /** what is come to with the keys is said aloud; what the pointer passes over is not */
  readonly by: 'pointer' | 'keys';
  readonly left: number;
  readonly top: number;
}

interface Hinted {
  readonly hint?: string | (() => string);
}

/** The explanation of the heading or cell that is pointed at or has the focus. */
export function hintOf(
  target: EventTarget,
  cellsOf: ReadonlyMap<string, readonly Hinted[]>,
  by: GridHint['by'],
): GridHint | null {
  const cell = (target as Element).closest<HTMLElement>('[data-cell]');
  const text = cell && textOf(cell, cellsOf);
  if (!cell || !text) return null;
  const { left, bottom } = cell.getBoundingClientRect();
  return { text, by, left: Math.max(8, Math.min(left, innerWidth - 328)), top: bottom + 4 };
}

function textOf(cell: HTMLElement, cellsOf: ReadonlyMap<string, readonly Hinted[]>): string | null {
  const id = cell.closest<HTMLElement>('[data-row]')?.dataset['row'];
  if (id === undefined) return cell.dataset['hint'] ?? null;
  const column = Number(cell.dataset['cell']?.split(' ')[1]);
  const hint = cellsOf.get(id)?.[column]?.hint;
  return typeof hint === 'function' ? hint() : (hint ?? null);
}

/** One hint for the whole grid: a tooltip for each of a thousand cells would cost more than the cells. */
export function HintAt({ hint }: { readonly hint: GridHint | null }) {
  return (
    <>
      <span role="status" className="rs-hidden">
        {hint?.by === 'keys' ? hint.text : ''}
      </span>
      {hint && (
        <div aria-hidden className="rs-hint rs-grid-hint" style={{ left: hint.left, top: hint.top }}>
          {hint.text}
        </div>
      )}
    </>
  );
}
