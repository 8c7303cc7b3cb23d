import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export interface Ended {
  readonly code: number;
  /** everything it said, both streams in order */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly longestMinutes?: number;
}

/** Runs a command of the workspace quietly; a program that does not exist ends with 127 as in a shell. */
export function run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  const { cwd = root, environment = {}, longestMinutes = 15 } = options;
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stderr.on('data', (part: Buffer) => parts.push(part));
  const endAll = (): void => endGroup(child.pid);
  const late = setTimeout(() => {
    parts.push(Buffer.from(`\nIt took more than ${longestMinutes} minutes and was ended.\n`));
    endAll();
  }, longestMinutes * 60_000);
  process.once('exit', endAll);
  return new Promise((settle) => {
    const end = (code: number): void => {
      clearTimeout(late);
      process.off('exit', endAll);
      endAll();
      settle({ code, output: Buffer.concat(parts).toString('utf8') });
    };
    child.once('error', (fault) => {
      parts.push(Buffer.from(fault.message));
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** The command and what it started, by its own process group. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it has ended already
  }
}
