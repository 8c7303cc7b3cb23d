import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { Prepared, SqlDatabase } from './sql-database.ts';
import { columnsOf } from './sql-database.ts';

type Columns<Row> = readonly (keyof Row & string)[];
type Loose = Kysely<Record<string, Record<string, unknown>>>;

/** Kysely can't follow a table that is a parameter; the caller's Row is what says the columns are right. */
const loose = (database: SqlDatabase): Loose => database.query as unknown as Loose;

/** Inserts a row; an existing key is an error. */
export const insertRow = <Row extends object>(
  database: SqlDatabase,
  table: keyof Schema,
  columns: Columns<Row>,
): Prepared<Row, unknown> =>
  database.prepare((row: Row) => loose(database).insertInto(table).values(columnsOf(columns, row)));

/** Inserts a row; where the key is there, the row stays as it was written first. */
export const insertOnce = <Row extends object>(
  database: SqlDatabase,
  table: keyof Schema,
  key: keyof Row & string,
  columns: Columns<Row>,
): Prepared<Row, unknown> =>
  database.prepare((row: Row) =>
    loose(database)
      .insertInto(table)
      .values(columnsOf(columns, row))
      .onConflict((conflict) => conflict.column(key).doNothing()),
  );

/** Inserts a row or writes over the one with the same keys. */
export const upsertRow = <Row extends object>(
  database: SqlDatabase,
  table: keyof Schema,
  keys: Columns<Row>,
  columns: Columns<Row>,
): Prepared<Row, unknown> =>
  database.prepare((row: Row) =>
    loose(database)
      .insertInto(table)
      .values(columnsOf(columns, row))
      .onConflict((conflict) =>
        conflict
          .columns([...keys])
          .doUpdateSet(
            Object.fromEntries(
              columns
                .filter((column) => !keys.includes(column))
                .map((column) => [column, sql.ref(`excluded.${column}`)]),
            ),
          ),
      ),
  );

/**
 * Saves rows that carry their version: version 1 is a new row, version n goes over n-1, everything else is a conflict.
 */
export function versionedRow<Row extends { readonly version: number }>(
  database: SqlDatabase,
  table: keyof Schema,
  key: keyof Row & string,
  columns: Columns<Row>,
): (row: Row) => 'conflict' | null {
  const insert = database.prepare((row: Row) =>
    loose(database)
      .insertInto(table)
      .values(columnsOf(columns, row))
      .onConflict((conflict) => conflict.column(key).doNothing()),
  );
  const update = database.prepare((row: Row & { readonly before: number }) =>
    loose(database)
      .updateTable(table)
      .set(columnsOf(columns, row as Row))
      // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- the compiler does need it here
      .where(key as string, '=', row[key])
      .where('version', '=', row.before),
  );
  return (row) => {
    const saved = row.version === 1 ? insert.run(row) : update.run({ ...row, before: row.version - 1 });
    return saved === 1 ? null : 'conflict';
  };
}
