import type { Estimate } from './estimate.ts';
import type { Figures, Group } from './figures.ts';
import type { Estimates, ReplayResult } from './replay-log.ts';

const groupNames: Readonly<Record<Group, string>> = {
  2: 'high',
  1: 'regular',
  0: 'not known',
  all: 'everybody',
};

type Unit = 'seconds' | 'percent';
const columns: readonly { readonly name: keyof Figures; readonly title: string; readonly unit: Unit }[] = [
  { name: 'medianWait', title: 'median s', unit: 'seconds' },
  { name: 'meanWait', title: 'mean s', unit: 'seconds' },
  { name: 'p90Wait', title: 'p90 s', unit: 'seconds' },
  { name: 'longestWait', title: 'longest s', unit: 'seconds' },
  { name: 'overTenMinutes', title: 'over 10 min %', unit: 'percent' },
  { name: 'serviceLevel', title: 'in 20 s %', unit: 'percent' },
  { name: 'abandoned', title: 'gave up %', unit: 'percent' },
];

/** The result as a person reads it in a terminal. */
export function tellResult(result: ReplayResult): string {
  const { calls, agents, seeds, guarantee, observed } = result;
  const head = `${calls} calls and ${agents} agents, ${seeds} seeds; ± is a 95 % confidence interval over seeds`;
  const asSeen: readonly Row[] = observed.map(({ group, figures }) => [
    groupNames[group],
    ...columns.map(({ name, unit }) => scaled(figures[name], unit)),
  ]);
  return [
    head,
    section('As it was in the log', asSeen),
    ...result.policies.map(({ title, groups }) => section(title, rowsOf(groups))),
    section('Ringside’s default less the bank’s policy, the same callers', rowsOf(result.difference)),
    `Waits are of all who came into the queue; Ringside’s default guarantees ${(guarantee ?? 0) / 1_000} s. Answered in 20 s: of all but who gave up within 5 s.`,
  ].join('\n\n');
}

type Row = readonly string[];

const rowsOf = (groups: readonly { readonly group: Group; readonly figures: Estimates }[]): readonly Row[] =>
  groups.map(({ group, figures }) => [
    groupNames[group],
    ...columns.map(({ name, unit }) => told(figures[name], unit)),
  ]);

function section(title: string, rows: readonly Row[]): string {
  const table: readonly Row[] = [['', ...columns.map((column) => column.title)], ...rows];
  const widths = table[0]?.map((_, c) => Math.max(...table.map((row) => row[c]?.length ?? 0))) ?? [];
  const line = (row: Row): string =>
    row
      .map((cell, c) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0)))
      .join('  ')
      .trimEnd();
  return [title, ...table.map(line)].join('\n');
}

const told = ({ mean, within }: Estimate, unit: Unit): string =>
  within === null ? scaled(mean, unit) : `${scaled(mean, unit)} ±${scaled(within, unit)}`;

const scaled = (value: number, unit: Unit): string =>
  unit === 'seconds' ? (value / 1_000).toFixed(1) : (value * 100).toFixed(2);
