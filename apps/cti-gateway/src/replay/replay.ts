import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { logColumns, readCallLog } from './call-log.ts';
import { replayLog } from './replay-log.ts';
import { tellResult } from './tell-result.ts';

const usage = `npm run replay -- FILE [--seeds N] [--json FILE]

Drives the routing with a log of real calls, in virtual time, and tells what callers would have met under first come
first served, under the log's own policy and under Ringside's default. The file has a header and these columns, divided
by tabs: ${logColumns.join(', ')}.`;

const [fewest, most, usual] = [1, 200, 20];
/** more than a year of a busy centre; beyond it the log would not fit in memory */
const largestBytes = 200_000_000;

/** Gives the exit code: 0 done, 64 asked wrongly, 65 the file is not such a log, 66 it can't be read, 73 no result can be written. */
function main(args: readonly string[]): number {
  const asked = askedFor(args);
  if (typeof asked === 'string') {
    console.error(asked);
    return 64;
  }
  const text = contentOf(asked.file);
  if (text === null) return 66;
  const log = readCallLog(text);
  if (!log.ok) {
    const { line, reason } = log.refusal;
    console.error(
      `${asked.file}, line ${line}: ${reason}. Nothing was replayed; mend the line or leave it out.`,
    );
    return 65;
  }
  const result = replayLog(log.value, asked.seeds, (seed) =>
    console.error(`  seed ${seed} of ${asked.seeds}`),
  );
  console.log(tellResult(result));
  return asked.json === null || isWritten(asked.json, `${JSON.stringify(result, null, 2)}\n`) ? 0 : 73;
}

interface Asked {
  readonly file: string;
  readonly seeds: number;
  readonly json: string | null;
}

function askedFor(args: readonly string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args: args.filter((one) => one !== '--'),
      options: { seeds: { type: 'string' }, json: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    const seeds = Number(values.seeds ?? usual);
    if (file === undefined || more.length > 0) return usage;
    if (!Number.isInteger(seeds) || seeds < fewest || seeds > most)
      return `--seeds is ${values.seeds}; give a whole number from ${fewest} to ${most}.`;
    return { file, seeds, json: values.json ?? null };
  } catch (fault) {
    return `${(fault as Error).message}\n\n${usage}`;
  }
}

function contentOf(file: string): string | null {
  try {
    if (statSync(file).size <= largestBytes) return readFileSync(file, 'utf8');
    console.error(
      `${file} is larger than ${largestBytes / 1_000_000} MB. Split it by days and replay the parts.`,
    );
  } catch (fault) {
    console.error(`${file} can't be read: ${(fault as Error).message}. Check the path.`);
  }
  return null;
}

function isWritten(file: string, text: string): boolean {
  try {
    writeFileSync(file, text);
    return true;
  } catch (fault) {
    console.error(`The result can't be written to ${file}: ${(fault as Error).message}. Name another file.`);
    return false;
  }
}

process.exitCode = main(process.argv.slice(2));
