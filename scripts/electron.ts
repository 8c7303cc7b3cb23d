import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run-command.ts';

const folder = join(root, 'apps/desktop/node_modules/electron');

/** The Electron program to use, fetched by its own installer where it is missing; null where that fails. */
export async function electronProgram(): Promise<string | null> {
  const instead = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (instead !== undefined && instead !== '') return existing(join(instead, programName()));
  const here = program();
  if (here !== null) return here;
  console.error('Fetching Electron …');
  await run(process.execPath, [join(folder, 'install.js')], { cwd: folder, longestMinutes: 5 });
  return program();
}

/** electron's installer notes the program's path beside itself. */
function program(): string | null {
  const note = join(folder, 'path.txt');
  return existsSync(note) ? existing(join(folder, 'dist', readFileSync(note, 'utf8').trim())) : null;
}

const existing = (path: string): string | null => (existsSync(path) ? path : null);

function programName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

export const electronRemedy =
  'Electron itself is missing and could not be fetched. It comes from github.com; behind a proxy set HTTPS_PROXY, with a ' +
  'mirror ELECTRON_MIRROR, or unpack one by hand and set ELECTRON_OVERRIDE_DIST_PATH to its folder.';

/** Whether a window could be shown here. */
export const hasDisplay = (): boolean =>
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
