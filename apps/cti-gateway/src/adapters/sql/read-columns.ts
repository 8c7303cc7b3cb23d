import type { Id } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { UnreadableRow } from './read-row.ts';

/**
 * One row, read column by column. For the tables that are read while a caller waits: there a schema takes as long as the
 * query itself. Throws UnreadableRow at the first column that doesn't hold what its table promises.
 */
export class Columns {
  readonly #table: string;
  readonly #key: string;
  readonly #row: Readonly<Record<string, unknown>>;

  /** `key`: the column that says which row it is. */
  constructor(table: string, key: string, row: unknown) {
    this.#table = table;
    this.#key = key;
    this.#row = row as Readonly<Record<string, unknown>>;
  }

  text(column: string): string {
    const value = this.#row[column];
    return typeof value === 'string' ? value : this.#fault(column, 'is no text');
  }

  textOrNull(column: string): string | null {
    return this.#row[column] === null ? null : this.text(column);
  }

  id<Kind extends string>(column: string): Id<Kind> {
    const text = this.text(column);
    return text === '' ? this.#fault(column, 'is empty') : asId<Kind>(text);
  }

  idOrNull<Kind extends string>(column: string): Id<Kind> | null {
    const text = this.textOrNull(column);
    return text === null ? null : asId<Kind>(text);
  }

  number(column: string): number {
    const value = this.#row[column];
    return isNumber(value) ? value : this.#fault(column, 'is no number');
  }

  instant(column: string): Instant {
    const value = this.number(column);
    return Number.isSafeInteger(value) ? value : this.#fault(column, 'is no whole number of milliseconds');
  }

  instantOrNull(column: string): Instant | null {
    return this.#row[column] === null ? null : this.instant(column);
  }

  truth(column: string): boolean {
    const value = this.#row[column];
    return value === 1 || (value !== 0 && this.#fault(column, 'is neither 0 nor 1'));
  }

  truthOrNull(column: string): boolean | null {
    return this.#row[column] === null ? null : this.truth(column);
  }

  oneOf<Word extends string>(column: string, words: readonly Word[]): Word {
    const text = this.text(column);
    return words.find((word) => word === text) ?? this.#fault(column, `is none of ${words.join(', ')}`);
  }

  oneOfOrNull<Word extends string>(column: string, words: readonly Word[]): Word | null {
    return this.#row[column] === null ? null : this.oneOf(column, words);
  }

  /** Text that `is` holds for; `what` names it in the fault. */
  textThatIs<Kind extends string>(column: string, what: string, is: (text: string) => text is Kind): Kind {
    const text = this.text(column);
    return is(text) ? text : this.#fault(column, `is no ${what}`);
  }

  /** JSON that `is` holds for. */
  json<Value>(column: string, what: string, is: (value: unknown) => value is Value): Value {
    const value = parsed(this.text(column));
    return is(value) ? value : this.#fault(column, `is no ${what}`);
  }

  #fault(column: string, why: string): never {
    throw new UnreadableRow(this.#table, String(this.#row[this.#key]), `${column} ${why}`);
  }
}

/** SQLite knows infinite numbers, and JSON.parse makes them of what is too large. */
export const isNumber = (value: unknown): value is number => Number.isFinite(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
