import { sql } from 'kysely';
import { fold, wordsOf } from '../fold-name.ts';
import type { CustomerRow } from '../schema.ts';
import type { SqlDatabase } from '../sql-database.ts';

/** Text beyond this is not looked at; names, numbers and addresses are shorter. */
const longestQuery = 100;
const fewestDigits = 3;

/**
 * Finds customers by what an agent types: a name in any script, pinyin, the last digits or the beginning of a number, an
 * e-mail address. `callingCode` ("886") says which country a number typed with a leading 0 belongs to.
 */
export function customerSearch(database: SqlDatabase, callingCode: string | null) {
  const byNumber = numberSearch(database, callingCode);
  const byName = nameSearch(database);
  return (text: string, limit: number): readonly CustomerRow[] => {
    const typed = text.slice(0, longestQuery);
    const digits = digitsOf(typed);
    return digits === null ? byName(typed, limit) : byNumber(digits, limit);
  };
}

/** The digits of what looks like (a part of) a number, "+" kept at its beginning; null for anything else. */
function digitsOf(text: string): string | null {
  const digits = text.normalize('NFKC').replaceAll(/[\s().\-/]/gu, '');
  return digits.length >= fewestDigits && /^\+?[0-9]+$/u.test(digits) ? digits : null;
}

function numberSearch({ query, prepare }: SqlDatabase, callingCode: string | null) {
  const customers = query
    .selectFrom('customerNumbers')
    .innerJoin('customers', 'customers.rowNo', 'customerNumbers.customerRowNo')
    .selectAll('customers');
  const beginning = prepare((of: { from: string; to: string; limit: number }) =>
    customers.where('number', '>=', of.from).where('number', '<', of.to).orderBy('number').limit(of.limit),
  );
  const ending = prepare((of: { from: string; to: string; limit: number }) =>
    customers
      .where('reversed', '>=', of.from)
      .where('reversed', '<', of.to)
      .orderBy('reversed')
      .limit(of.limit),
  );
  return (digits: string, limit: number): readonly CustomerRow[] => {
    const national = digits.replace(/^\+|^0+/u, '');
    const prefixes = prefixesOf(digits, national, callingCode);
    const found = [
      ...prefixes.flatMap((prefix) => beginning.all({ from: prefix, to: after(prefix), limit })),
      ...ending.all({ from: reversed(national), to: after(reversed(national)), limit }),
    ];
    return distinct(found).slice(0, limit);
  };
}

function prefixesOf(digits: string, national: string, callingCode: string | null): readonly string[] {
  if (digits.startsWith('+') || digits.startsWith('00')) return [`+${national}`];
  const home = callingCode === null ? [] : [`+${callingCode}${national}`];
  return digits.startsWith('0') ? home : [...home, `+${national}`];
}

/** A number from its end, so that an index can answer for last digits. */
export const reversed = (number: string): string => Array.from(number).toReversed().join('');

/** The first text after all that begin with this one; ":" follows "9", and U+10FFFF follows everything in a name. */
const after = (digits: string): string => `${digits}:`;
const afterName = (folded: string): string => `${folded}\u{10ffff}`;

function nameSearch({ query, prepare }: SqlDatabase) {
  const beginning = prepare((of: { from: string; to: string; limit: number }) =>
    query
      .selectFrom('customers')
      .selectAll()
      .where('folded', '>=', of.from)
      .where('folded', '<', of.to)
      .orderBy('folded')
      .limit(of.limit),
  );
  const withWords = prepare((of: { words: string; limit: number }) =>
    query
      .selectFrom('customerSearch')
      .innerJoin('customers', 'customers.rowNo', 'customerSearch.rowid')
      .selectAll('customers')
      .where(sql<boolean>`customerSearch match ${of.words}`)
      .orderBy('customerSearch.rowid', 'desc')
      .limit(of.limit),
  );
  return (text: string, limit: number): readonly CustomerRow[] => {
    const folded = fold(text);
    const words = phrases(folded);
    if (words === '') return [];
    const found = distinct([
      ...beginning.all({ from: folded, to: afterName(folded), limit }),
      ...withWords.all({ words, limit }),
    ]);
    return found.sort((a, b) => likelier(a, b, folded)).slice(0, limit);
  };
}

/**
 * The question in FTS5's words: each run of Han characters is a phrase, each other word a prefix, all must be there.
 * Only letters and digits pass, so that nothing typed is read as FTS5 syntax.
 */
function phrases(folded: string): string {
  return (folded.match(/\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv) ?? [])
    .map((run) => `"${wordsOf(run).join(' ')}" *`)
    .join(' ');
}

/** The whole name first, then who was in contact last, then names that begin so. */
function likelier(a: CustomerRow, b: CustomerRow, folded: string): number {
  return (
    Number(b.folded === folded) - Number(a.folded === folded) ||
    (b.lastContactAt ?? 0) - (a.lastContactAt ?? 0) ||
    Number(b.folded.startsWith(folded)) - Number(a.folded.startsWith(folded))
  );
}

function distinct<Row extends { customerId: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.customerId, row])).values()];
}
