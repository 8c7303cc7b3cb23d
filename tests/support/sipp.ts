import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const scenarios = fileURLToPath(new URL('../wire/scenarios/', import.meta.url));

/** Runs one SIPp scenario of tests/wire/scenarios as a caller; resolves with what it said, failed calls included. */
export async function runSipp(settings: {
  readonly scenario: string;
  readonly gatewayPort: number;
  readonly to: string;
  readonly from?: string;
  readonly calls?: number;
  /** calls a second */
  readonly rate?: number;
  readonly transport?: 'udp' | 'tcp';
  /** seconds after which it is stopped */
  readonly limit?: number;
}): Promise<{ readonly exitCode: number; readonly errors: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-sipp-'));
  const port = await freePort();
  const limit = settings.limit ?? 30;
  const child = spawn(
    'sipp',
    [
      `127.0.0.1:${settings.gatewayPort}`,
      ...['-sf', join(scenarios, settings.scenario)],
      ...['-s', settings.to],
      ...['-set', 'caller', settings.from ?? '+886900000001'],
      ...['-i', '127.0.0.1', '-p', String(port), '-mi', '127.0.0.1'],
      ...['-t', settings.transport === 'tcp' ? 't1' : 'u1'],
      ...['-m', String(settings.calls ?? 1), '-r', String(settings.rate ?? 10), '-l', '100'],
      ...['-timeout', `${limit}s`, '-timeout_error', '-trace_err', '-aa', '-nostdin'],
    ],
    { cwd: folder, stdio: 'ignore', env: { ...process.env, TERM: 'dumb' } },
  );
  const exitCode = await new Promise<number>((settle) => {
    child.once('exit', (code) => settle(code ?? 255));
    setTimeout(() => child.kill('SIGKILL'), (limit + 5) * 1_000).unref();
  });
  const errors = readdirSync(folder)
    .filter((name) => name.includes('errors'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  return { exitCode, errors };
}
