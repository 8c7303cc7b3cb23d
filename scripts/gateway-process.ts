import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './run-command.ts';

const READY = 'Ringside is ready: ';

export interface GatewayProcess {
  /** the address to open; rejects when the gateway ends before it is ready */
  readonly ready: Promise<string>;
  /** its exit code */
  readonly ended: Promise<number>;
  readonly logFile: string;
  /** first drains, the second time stops at once */
  stop(): void;
}

/** Runs the gateway. Its log goes to a file in the data folder; what it says to people goes to the terminal. */
export function startGateway(config: string, dataFolder: string): GatewayProcess {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const logFile = join(dataFolder, 'gateway.log');
  // A group of its own: Ctrl+C reaches this process, which decides what the gateway is told.
  const child = spawn(
    process.execPath,
    [
      '--use-largepages=silent',
      join(root, 'apps/cti-gateway/src/main.ts'),
      'serve',
      '--config',
      resolve(config),
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      env: { ...process.env, RINGSIDE_DATA: dataFolder },
    },
  );
  sortLines(child, createWriteStream(logFile, { flags: 'a', mode: 0o600 }));
  const ended = new Promise<number>((settle) => void child.once('exit', (code) => settle(code ?? 1)));
  return { ready: readyLine(child, ended), ended, logFile, stop: () => void child.kill('SIGTERM') };
}

/** Log lines are JSON objects; anything else is a sentence for the person who started it. */
function sortLines(child: ChildProcess, log: WriteStream): void {
  if (child.stderr === null) return;
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.startsWith('{')) log.write(`${line}\n`);
    else console.error(line);
  });
}

function readyLine(child: ChildProcess, ended: Promise<number>): Promise<string> {
  const { promise, resolve: settle, reject } = Promise.withResolvers<string>();
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on('line', (line) => {
      console.log(line);
      if (line.startsWith(READY)) settle(line.slice(READY.length).trim());
    });
  void ended.then((code) => reject(new GatewayEnded(code)));
  promise.catch(() => undefined);
  return promise;
}

/** The gateway said why on the terminal. */
export class GatewayEnded extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`The gateway ended with ${code} before it was ready.`);
    this.code = code;
  }
}
