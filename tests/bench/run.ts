import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench, BenchResult } from './bench.ts';
import { resultOf } from './bench.ts';
import { table } from './table.ts';

/** `npm run bench [-- NAME...] [-- --json FILE]` */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'string' } },
    allowPositionals: true,
  });
  const names = positionals.filter((name) => name !== '--');
  const benches = await benchesIn(import.meta.dirname);
  const unknown = names.filter((name) => !benches.some((bench) => isMeant(bench, name)));
  if (unknown.length > 0) {
    console.error(`There is no measurement ${unknown.join(', ')}. There are:`);
    for (const { name, about } of benches) console.error(`  ${name.padEnd(28)} ${about}`);
    return 64;
  }
  const results: BenchResult[] = [];
  let failed = 0;
  const wanted = benches.filter((bench) => names.length === 0 || names.some((name) => isMeant(bench, name)));
  for (const bench of wanted) {
    const result = await measured(bench);
    if (result === null) failed += 1;
    else results.push(result);
  }
  console.log(table(results));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
  return failed === 0 ? 0 : 1;
}

/** By its whole name, or the first words of it: "routing" is routing_decision_ms. */
const isMeant = ({ name }: Bench, asked: string): boolean => name === asked || name.startsWith(`${asked}_`);

async function benchesIn(folder: string): Promise<readonly Bench[]> {
  const files = globSync('*.bench.ts', { cwd: folder }).toSorted();
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(join(folder, file)).href) as Promise<{ readonly bench: Bench }>),
  );
  return modules.map(({ bench }) => bench);
}

async function measured(bench: Bench): Promise<BenchResult | null> {
  console.error(`${bench.name}: ${bench.about}`);
  try {
    return resultOf(bench, await bench.measure((progress) => console.error(`  ${progress}`)));
  } catch (fault) {
    console.error(`  failed: ${(fault as Error).message}`);
    return null;
  }
}

process.exitCode = await main(process.argv.slice(2));
