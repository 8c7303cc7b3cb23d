import type { ReactNode } from 'react';
import './Table.css';

export interface Column<Row> {
  readonly id: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** numerals stand right, so that they align */
  readonly isNumber?: boolean;
  /** sentences, which take as many lines as they need */
  readonly isText?: boolean;
}

interface TableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
}

/** A plain table: headings that name their columns, rows of one height where none holds sentences. */
export function Table<Row>({ label, columns, rows, rowId }: TableProps<Row>) {
  return (
    <div className="rs-table-box">
      <table className="rs-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={lookOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map((column) => (
                <td key={column.id} className={lookOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function lookOf({ isNumber, isText }: Pick<Column<unknown>, 'isNumber' | 'isText'>): string | undefined {
  if (isNumber) return 'rs-number';
  return isText ? 'rs-text' : undefined;
}
