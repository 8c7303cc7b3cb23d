import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDesktop } from '../build-desktop.ts';
import { electronProgram, electronRemedy } from '../electron.ts';
import { root, run } from '../run-command.ts';
import type { StepResult } from './step.ts';

/** As much of Playwright's JSON report as is counted. */
interface Report {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly { readonly message?: string }[];
}

/** The desktop in Chromium and in Electron; `updateScreens` takes the pictures in tests/desktop/screens anew. */
export async function playwright(updateScreens: boolean): Promise<StepResult> {
  await buildDesktop();
  if ((await electronProgram()) === null) return { passed: 0, failed: 1, skipped: [], told: electronRemedy };
  const folder = mkdtempSync(join(tmpdir(), 'ringside-playwright-'));
  const file = join(folder, 'report.json');
  const tests = join(root, 'tests');
  const { code, output } = await run(
    join(tests, 'node_modules/.bin/playwright'),
    ['test', '--reporter=list,json', ...(updateScreens ? ['--update-snapshots=changed'] : [])],
    {
      cwd: tests,
      environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, CI: '1' },
    },
  );
  try {
    return counted(JSON.parse(readFileSync(file, 'utf8')) as Report, code, output);
  } catch {
    return { passed: 0, failed: 1, skipped: [], told: `${output}\nPlaywright left no report.` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A test that passed only on a second try counts as failed: somebody would meet what failed the first. */
export function counted({ stats, errors }: Report, code: number, output: string): StepResult {
  const failed = stats.unexpected + stats.flaky + errors.length;
  return {
    passed: stats.expected,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: stats.skipped === 0 ? [] : [`${stats.skipped} in the browser`],
    told: output,
  };
}
