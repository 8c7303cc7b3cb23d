import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { exitCode } from './exit-code.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const demo = parse(
  readFileSync(new URL('../../../../resources/demo/ringside.yaml', import.meta.url), 'utf8'),
) as object;

/** Every step starts a process. */
vi.setConfig({ testTimeout: 60_000 });

const running: ChildProcess[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null) await ended(child, 'SIGKILL');
});

interface Said {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly code: Promise<number | null>;
}

/** The command as an operator runs it. */
function ringside(args: readonly string[], stdin = ''): Said {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  running.push(child);
  const texts = { out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => (texts.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (texts.err += part.toString()));
  child.stdin.end(stdin);
  const code = new Promise<number | null>((settle) => void child.once('close', settle));
  return { child, out: () => texts.out, err: () => texts.err, code };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((settle) => {
    child.once('exit', () => settle());
    child.kill(signal);
  });
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((soon) => void setTimeout(soon, 20));
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((closed) => void server.close(() => closed()));
  return port;
}

async function configFile(changes: object = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-cli-'));
  const [http, sip] = [await freePort(), await freePort()];
  const settings = {
    ...demo,
    data: join(folder, 'data'),
    http: { port: http },
    sip: { host: '127.0.0.1', port: sip },
    ...changes,
  };
  const file = join(folder, 'ringside.yaml');
  writeFileSync(file, stringify(settings), { mode: 0o600 });
  return file;
}

test('a good configuration is summed up', async () => {
  const { code, out } = ringside(['check', '--config', await configFile()]);
  expect(await code).toBe(exitCode.ok);
  expect(out()).toContain('is fine.');
  expect(out()).toContain('service: +886223456789');
});

test('a bad configuration ends with 78 and tells every fault', async () => {
  const file = await configFile({ http: { port: 0 }, media: { ports: { from: 40_000, to: 41_000 } } });
  for (const command of ['check', 'serve']) {
    const { code, err } = ringside([command, '--config', file]);
    expect(await code).toBe(exitCode.config);
    expect(err()).toContain('2 settings in');
    expect(err()).toContain('is 0; ports begin at 1');
    expect(err()).toContain('is 41000; ports from 32768 on');
  }
});

test('a command that does not exist ends with 64', async () => {
  const { code, err } = ringside(['srve']);
  expect(await code).toBe(exitCode.usage);
  expect(err()).toContain('There is no command "srve". "ringside --help" shows what there is.');
});

test('a gateway says once that it is ready, serves commands beside it, and drains', async () => {
  const file = await configFile();
  const gateway = ringside(['serve', '--config', file]);
  await until(() => gateway.out().includes('\n'));
  expect(gateway.out()).toMatch(/^Ringside is ready: http:\/\/127\.0\.0\.1:\d+\n$/);
  const url = gateway.out().slice('Ringside is ready: '.length).trim();
  expect((await fetch(`${url}/health`)).status).toBe(200);

  const add = ringside(['user', 'add', 'newcomer', '--config', file], 'a long enough password\n');
  expect(await add.code).toBe(exitCode.ok);
  const list = ringside(['user', 'list', '--config', file]);
  expect(await list.code).toBe(exitCode.ok);
  expect(list.out()).toContain('newcomer');

  const copy = `${file}.db`;
  const backup = ringside(['backup', copy, '--config', file]);
  expect(await backup.code).toBe(exitCode.ok);
  expect(readFileSync(copy).subarray(0, 15).toString()).toBe('SQLite format 3');

  gateway.child.kill('SIGTERM');
  expect(await gateway.code).toBe(exitCode.ok);
  expect(gateway.out().split('\n')).toHaveLength(2);
  for (const line of gateway.err().trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg');
});

test('a second gateway on the same ports says which setting to change', async () => {
  const file = await configFile();
  const first = ringside(['serve', '--config', file]);
  await until(() => first.out().includes('\n'));
  const settings = parse(readFileSync(file, 'utf8')) as { http: { port: number }; sip: { port: number } };
  const sameHttp = ringside(['serve', '--config', await configFile({ http: settings.http })]);
  expect(await sameHttp.code).toBe(exitCode.unavailable);
  expect(sameHttp.err()).toContain(
    `http.port is ${settings.http.port}; another program listens on this port`,
  );
  const sameSip = ringside([
    'serve',
    '--config',
    await configFile({ sip: { host: '127.0.0.1', port: settings.sip.port } }),
  ]);
  expect(await sameSip.code).toBe(exitCode.unavailable);
  expect(sameSip.err()).toContain(
    'The settings are sip.host, sip.port (RINGSIDE_SIP_PORT) and sip.listeners.',
  );
  const sameData = ringside(['serve', '--config', file]);
  expect(await sameData.code).toBe(exitCode.unavailable);
  expect(sameData.err()).toContain('Another gateway');
});
