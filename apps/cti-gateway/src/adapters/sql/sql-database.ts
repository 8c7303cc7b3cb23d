import type SqliteFile from 'better-sqlite3';
import type { Compilable, LimitNode, WhereNode } from 'kysely';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Kysely is the query language; better-sqlite3 runs what it compiles. Kysely's own driver would cost a promise chain, a
 * connection lock and a new statement for every query, and a transaction of six changes would be interleaved with other
 * work; compiled once and run synchronously a commit is one uninterrupted stretch of some 100 µs.
 */
export interface SqlDatabase {
  readonly file: SqliteFile.Database;
  readonly query: Kysely<Schema>;
  /** Compiles and prepares once. The parameter of `build` stands for the values that come with each run. */
  prepare<Values extends object, Row>(build: (values: Values) => Compilable<Row>): Prepared<Values, Row>;
}

export interface Prepared<Values extends object, Row> {
  all(values: Values): Row[];
  first(values: Values): Row | undefined;
  /** Gives the count of rows that were changed. */
  run(values: Values): number;
}

/**
 * SQLite built with STAT4, as better-sqlite3 is, plans a statement anew whenever a value in its WHERE or LIMIT has
 * changed, which costs ten times what finding the row does. It doesn't look into `(select ?)`, and uses the same indexes.
 */
class PlanOnce extends SqliteQueryCompiler {
  /** how many clauses deep that plans are made by */
  #planned = 0;

  protected override visitWhere(node: WhereNode): void {
    this.#planned += 1;
    super.visitWhere(node);
    this.#planned -= 1;
  }

  protected override visitLimit(node: LimitNode): void {
    this.#planned += 1;
    super.visitLimit(node);
    this.#planned -= 1;
  }

  protected override appendValue(value: unknown): void {
    if (this.#planned === 0) return super.appendValue(value);
    this.append('(select ');
    super.appendValue(value);
    this.append(')');
  }
}

const kysely = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new PlanOnce(),
  },
});

export function sqlDatabase(file: SqliteFile.Database): SqlDatabase {
  return { file, query: kysely, prepare: (build) => prepareOn(file, build) };
}

function prepareOn<Values extends object, Row>(
  file: SqliteFile.Database,
  build: (values: Values) => Compilable<Row>,
): Prepared<Values, Row> {
  const compiled = build(slots as Values).compile();
  const statement = file.prepare<unknown[], Row>(compiled.sql);
  const bind = binder(compiled.parameters);
  return {
    all: (values) => statement.all(bind(values)),
    first: (values) => statement.get(bind(values)),
    run: (values) => statement.run(bind(values)).changes,
  };
}

class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Stands in for the values while a query is built: each property read is a named slot. */
const slots: object = new Proxy(
  {},
  { get: (_, name) => (typeof name === 'string' ? new Slot(name) : undefined) },
);

function binder(parameters: readonly unknown[]): (values: object) => unknown[] {
  return (values) => {
    const bound = Array.from<unknown>({ length: parameters.length });
    for (let i = 0; i < parameters.length; i += 1) {
      const parameter = parameters[i];
      bound[i] = parameter instanceof Slot ? (values as Record<string, unknown>)[parameter.name] : parameter;
    }
    return bound;
  };
}

/** The named columns as slots: what an insert or update takes from a row object of the same shape. */
export function columnsOf<Row extends object>(columns: readonly (keyof Row & string)[], values: Row): Row {
  return Object.fromEntries(columns.map((column) => [column, values[column]])) as Row;
}
