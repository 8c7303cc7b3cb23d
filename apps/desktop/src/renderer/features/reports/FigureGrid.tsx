import type { GridCell, GridColumn } from '@ringside/ui/LiveGrid';
import { LiveGrid } from '@ringside/ui/LiveGrid';
import { useCallback, useMemo } from 'react';
import type { Figure } from '../../wording/figure-wording.ts';
import { explained } from '../../wording/figure-wording.ts';

export interface FigureRow {
  readonly id: string;
  readonly name: string;
  readonly figures: readonly Figure[];
}

interface FigureGridProps {
  readonly label: string;
  readonly nameTitle: string;
  readonly rows: readonly FigureRow[];
  /** opens what stands behind a row, where it can be opened */
  readonly onRow?: (id: string) => void;
  /** opens the calls behind a figure; `nth` is its place in the row. Null where a figure has none */
  readonly onFigure: (id: string, nth: number) => (() => void) | null;
  readonly mostRows?: number;
}

/** Rows of figures; each tells its formula and its numbers, and leads to the calls it was counted from. */
export function FigureGrid({ label, nameTitle, rows, onRow, onFigure, mostRows = 14 }: FigureGridProps) {
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const columns = useMemo(
    (): readonly GridColumn[] => [
      { id: 'name', title: nameTitle, width: 'minmax(150px, 2fr)' },
      ...(rows[0]?.figures ?? []).map(({ name, formula }, nth) => ({
        id: String(nth),
        title: name,
        hint: `${name}\n${formula}`,
        width: 'minmax(104px, 1fr)',
        isNumber: true,
      })),
    ],
    [nameTitle, rows],
  );
  const useCells = useCallback(
    (id: string): readonly GridCell[] => {
      const row = byId.get(id);
      if (!row) return [];
      const name = onRow ? (
        <button type="button" className="link" tabIndex={-1} onClick={() => onRow(id)}>
          {row.name}
        </button>
      ) : (
        row.name
      );
      return [
        { content: name, look: 'strong' },
        ...row.figures.map((figure, nth): GridCell => {
          const open = figure.exact === null || figure.exact === 0 ? null : onFigure(id, nth);
          return {
            hint: () => explained(figure),
            content: open ? (
              <button type="button" className="link" tabIndex={-1} onClick={open}>
                {figure.value}
              </button>
            ) : (
              figure.value
            ),
          };
        }),
      ];
    },
    [byId, onRow, onFigure],
  );
  return (
    <LiveGrid
      label={label}
      columns={columns}
      ids={rows.map(({ id }) => id)}
      useCells={useCells}
      mostRows={mostRows}
    />
  );
}
