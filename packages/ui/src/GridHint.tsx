export interface GridHint {
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

/** The explanation of the cell that is pointed at or has the focus. */
export function hintOf(target: EventTarget): GridHint | null {
  const cell = (target as Element).closest<HTMLElement>('[data-hint]');
  const text = cell?.dataset['hint'];
  if (!cell || !text) return null;
  const { left, bottom } = cell.getBoundingClientRect();
  return { text, left: Math.max(8, Math.min(left, innerWidth - 328)), top: bottom + 4 };
}

/** One hint for the whole grid: a tooltip for each of a thousand cells would cost more than the cells. */
export function HintAt({ hint }: { readonly hint: GridHint | null }) {
  return (
    <div className="rs-grid-hint-place" role="status">
      {hint && (
        <div className="rs-hint rs-grid-hint" style={{ left: hint.left, top: hint.top }}>
          {hint.text}
        </div>
      )}
    </div>
  );
}
