import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';

const desktop = fileURLToPath(new URL('../../apps/desktop', import.meta.url));

export interface ElectronDesk {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** a second start of the same program in the same profile, as a click on a link makes it */
  startAgain(...args: string[]): Promise<void>;
  close(): Promise<void>;
}

/** The built desktop in a real Electron with a profile and a home of its own. */
export async function openElectronDesk(gatewayUrl: string, ...args: string[]): Promise<ElectronDesk> {
  requireBuild();
  const home = mkdtempSync(join(tmpdir(), 'ringside-home-'));
  const start = (...more: string[]) => ({
    args: [
      '.',
      `--user-data-dir=${join(home, 'profile')}`,
      `--gateway=${gatewayUrl}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--use-fake-device-for-media-stream',
      ...more,
    ],
    cwd: desktop,
    env: { ...(process.env as Record<string, string>), HOME: home, LANG: 'en_GB.UTF-8' },
  });
  const app = await _electron.launch(start(...args));
  return {
    app,
    page: await app.firstWindow(),
    startAgain: (...more) => startUntilItEnds(app.process().spawnfile, start(...more)),
    close: () => app.close(),
  };
}

/** Not by Playwright, which takes it for a failure when a program hands its arguments over and ends. */
function startUntilItEnds(
  program: string,
  { args, cwd, env }: { args: string[]; cwd: string; env: Record<string, string> },
): Promise<void> {
  return new Promise((settle) => {
    spawn(program, args, { cwd, env, stdio: 'ignore', timeout: 10_000 }).once('exit', () => settle());
  });
}

function requireBuild(): void {
  if (
    !existsSync(join(desktop, 'dist/main/main.cjs')) ||
    !existsSync(join(desktop, 'dist/renderer/index.html'))
  ) {
    throw new Error(
      'The desktop is not built, so there is nothing to open. Run "pnpm --filter @ringside/desktop build".',
    );
  }
  if (
    !process.env['ELECTRON_OVERRIDE_DIST_PATH'] &&
    !existsSync(join(desktop, 'node_modules/electron/dist'))
  ) {
    throw new Error(
      'Electron itself is missing, so its windows can not be tested. Run "npx install-electron" in apps/desktop, or set ' +
        'ELECTRON_OVERRIDE_DIST_PATH to a folder that has it.',
    );
  }
}
