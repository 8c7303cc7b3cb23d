import type { Figure } from './wording/figure-wording.ts';

export interface CsvTable {
  /** headings of the first columns, which name the row */
  readonly names: readonly string[];
  readonly rows: readonly { readonly names: readonly string[]; readonly figures: readonly Figure[] }[];
}

/** Tells Excel that the file is UTF-8; other programs skip it. */
const byteOrderMark = '\uFEFF';
/** What a spreadsheet would run as a formula, also after spaces (OWASP, CSV injection). */
const wouldRun = /^[\s]*[=+\-@\t\r]/;

/**
 * REP-5: a table as a file (RFC 4180). Under each figure's name stand its formula and, in a column of its own, what it
 * was counted from. Percentages are shares of 1, times are seconds; what cannot be counted is empty.
 */
export function csvOf({ names, rows }: CsvTable): string {
  const figures = rows[0]?.figures ?? [];
  const head = [
    ...names,
    ...figures.flatMap(({ name, from }) => (from === '' ? [name] : [name, `${name} (÷)`])),
  ];
  const formulas = [
    ...names.map(() => ''),
    ...figures.flatMap(({ formula, from }) => (from === '' ? [formula] : [formula, ''])),
  ];
  const lines = rows.map((row) => [
    ...row.names,
    ...row.figures.flatMap(({ exact, from }) => (from === '' ? [number(exact)] : [number(exact), from])),
  ]);
  return (
    byteOrderMark + [head, formulas, ...lines].map((line) => `${line.map(quoted).join(',')}\r\n`).join('')
  );
}

const number = (exact: number | null): string =>
  exact === null ? '' : String(Math.round(exact * 10_000) / 10_000);

/** A text that would run is made a text by an apostrophe; a figure of ours is never one. */
function quoted(text: string): string {
  const safe = wouldRun.test(text) && !isNumber(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** Offers the file for saving, in a browser and in Electron alike. */
export function saveCsv(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
