import type { BenchResult } from './bench.ts';

const headings = ['measurement', 'unit', 'n', 'median', 'p95', 'max'] as const;

/** The results as columns for a terminal; numbers align right. */
export function table(results: readonly BenchResult[]): string {
  const rows = results.map((r) => [
    r.name,
    r.unit,
    String(r.n),
    figure(r.median),
    figure(r.p95),
    figure(r.max),
  ]);
  const widths = headings.map((heading, i) =>
    Math.max(heading.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(headings), ...rows.map(line)].join('\n');
}

/** Three digits that say something, whatever the size. */
const figure = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));
