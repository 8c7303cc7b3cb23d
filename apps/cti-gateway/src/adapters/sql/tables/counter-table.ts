import { sql } from 'kysely';
import type { SqlDatabase } from '../sql-database.ts';

/** Numbers that are given once. */
export function counterTable({ query, prepare }: SqlDatabase) {
  const next = prepare((of: { counter: string; following: number }) =>
    query
      .insertInto('counters')
      .values({ counter: of.counter, next: of.following })
      .onConflict((conflict) => conflict.column('counter').doUpdateSet({ next: sql`next + 1` }))
      .returning('next'),
  );
  return {
    nextNumber(counter: string, first: number): number {
      const row = next.first({ counter, following: first + 1 });
      if (row === undefined) throw new Error(`Counter ${counter} gave no number`);
      return row.next - 1;
    },
  };
}
