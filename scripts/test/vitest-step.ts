import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from '../run-command.ts';
import type { StepResult } from './step.ts';

/** As much of vitest's JSON report as is counted. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
    readonly status: string;
  }[];
}

/** Runs one project of vitest.config.ts. */
export async function vitest(project: string, longestMinutes: number): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-vitest-'));
  const file = join(folder, 'report.json');
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const { code, output } = await run(join(root, 'node_modules/.bin/vitest'), args, { longestMinutes });
  try {
    return counted(JSON.parse(readFileSync(file, 'utf8')) as Report, code, output);
  } catch {
    return { passed: 0, failed: 1, skipped: [], told: `${output}\nvitest left no report.` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that could not be loaded fails without a test of its own; an exit code without a failed test is one too. */
export function counted(report: Report, code: number, output: string): StepResult {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  const skipped = report.testResults
    .flatMap((file) => file.assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'skipped' || status === 'todo')
    .map(({ fullName }) => fullName);
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped,
    told: output,
  };
}
