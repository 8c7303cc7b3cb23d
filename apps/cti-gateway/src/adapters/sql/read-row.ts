import type { Id } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { z } from 'zod';

/** Thrown when a row doesn't hold what its table promises: the file was damaged or changed by something else. */
export class UnreadableRow extends Error {
  constructor(table: string, key: string, why: string) {
    super(
      `The row ${key} of table ${table} can't be read (${why}), so what it holds is not shown. The database was damaged or ` +
        `changed by other software; compare it with a backup and restore it from there.`,
    );
    this.name = 'UnreadableRow';
  }
}

/** Parses rows of a table; `keys` name the columns that say which row it is. */
export function rowReader<Value>(
  table: string,
  keys: readonly string[],
  schema: z.ZodType<Value>,
): (row: unknown) => Value {
  return (row) => {
    const parsed = schema.safeParse(row);
    if (parsed.success) return parsed.data;
    throw new UnreadableRow(table, keyOf(row, keys), faultsOf(parsed.error));
  };
}

const keyOf = (row: unknown, keys: readonly string[]): string =>
  keys.map((key) => String((row as Record<string, unknown> | undefined)?.[key])).join('/');

const faultsOf = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');

export const idColumn = <Kind extends string>() =>
  z
    .string()
    .min(1)
    .transform((text) => asId<Kind>(text));
export const nullableId = <Kind extends string>() =>
  z
    .string()
    .transform((text): Id<Kind> => asId<Kind>(text))
    .nullable();
export const truth = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1);
export const instantColumn = z.number().int();

/** A column of JSON text with a schema for what is inside. */
export const jsonColumn = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('is not JSON');
        return z.NEVER;
      }
    })
    .pipe(schema as z.ZodType<z.output<Schema>>);

export const toJson = (value: unknown): string => JSON.stringify(value) ?? 'null';
export const toBit = (value: boolean): number => (value ? 1 : 0);
