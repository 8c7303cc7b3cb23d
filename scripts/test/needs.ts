import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../run-command.ts';
import type { Need } from './step.ts';

export const chromium: Need = { program: 'chromium', debian: 'chromium' };
export const chineseFonts: Need = { program: 'font:Noto Sans CJK TC', debian: 'fonts-noto-cjk' };
export const sipp: Need = { program: 'sipp', debian: 'sip-tester' };
export const baresip: Need = { program: 'baresip', debian: 'baresip' };
export const virtualDisplay: Need = { program: 'Xvfb', debian: 'xvfb' };
export const voice: Need = { program: 'espeak-ng', debian: 'espeak-ng' };
export const sessionBus: Need = { program: 'dbus-launch', debian: 'dbus-x11' };
export const soundServer: Need = { program: 'pulseaudio', debian: 'pulseaudio' };
export const soundTools: Need = { program: 'parec', debian: 'pulseaudio-utils' };
export const openssl: Need = { program: 'openssl', debian: 'openssl' };

/** Installs what is missing where that is allowed (Debian, as root). Gives a sentence for what is still missing, or null. */
export async function provide(needs: readonly Need[]): Promise<string | null> {
  const before = await missing(needs);
  if (before.length === 0) return null;
  if (process.getuid?.() === 0 && isThere('apt-get')) await install(before.map((need) => need.debian));
  const after = await missing(needs);
  return after.length === 0 ? null : remedy(after);
}

async function missing(needs: readonly Need[]): Promise<Need[]> {
  const there = await Promise.all(needs.map(({ program }) => isProvided(program)));
  return needs.filter((_, i) => there[i] !== true);
}

const isProvided = async (program: string): Promise<boolean> =>
  program.startsWith('font:') ? hasFont(program.slice(5)) : isThere(program);

function isThere(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const hasFont = async (family: string): Promise<boolean> =>
  (await run('fc-list', [family])).output.trim() !== '';

async function install(packages: readonly string[]): Promise<void> {
  console.error(`Installing ${packages.join(', ')} …`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { environment });
  const { code, output } = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    { environment },
  );
  if (code !== 0) console.error(output.split('\n').slice(-10).join('\n'));
}

function remedy(needs: readonly Need[]): string {
  const programs = needs.map(({ program }) => program.replace('font:', 'the font ')).join(', ');
  const packages = needs.map(({ debian }) => debian).join(' ');
  return `This machine lacks ${programs}. On Debian or Ubuntu: sudo apt-get install ${packages}`;
}
