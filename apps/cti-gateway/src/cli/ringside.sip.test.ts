import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash, randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
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

test('STATION-2: a desk phone registers with what "ringside user phone" printed, and no longer after the next time', async () => {
  const file = await configFile();
  const gateway = ringside(['serve', '--config', file]);
  await until(() => gateway.out().includes('\n'));
  const first = await phoneOfMaya(file);
  expect(await registers(file, first)).toBe(200);
  const second = await phoneOfMaya(file);
  expect(second.userName).toBe(first.userName);
  expect(await registers(file, first)).toBe(401);
  expect(await registers(file, second)).toBe(200);
  expect(gateway.err()).not.toContain(second.password);
});

interface PhoneLogin {
  readonly address: string;
  readonly userName: string;
  readonly password: string;
}

async function phoneOfMaya(file: string): Promise<PhoneLogin> {
  const { code, out } = ringside(['user', 'phone', 'maya', '--config', file]);
  expect(await code).toBe(exitCode.ok);
  const shown = (label: string): string =>
    out()
      .split('\n')
      .find((line) => line.startsWith(label))
      ?.slice(label.length)
      .trim() ?? '';
  return { address: shown('Address'), userName: shown('User name'), password: shown('Password') };
}

/** Registers as a phone of the older kind does, with MD5 (RFC 2617); gives the final status. */
async function registers(file: string, { address, userName, password }: PhoneLogin): Promise<number> {
  const { sip } = parse(readFileSync(file, 'utf8')) as { sip: { port: number } };
  const uri = `sip:${address.slice(address.indexOf('@') + 1)}`;
  const socket = createSocket('udp4');
  await new Promise<void>((bound) => void socket.bind(0, '127.0.0.1', bound));
  const { port } = socket.address();
  const callId = randomUUID();
  const ask = async (cseq: number, more = ''): Promise<string> => {
    const heard = new Promise<string>(
      (settle) => void socket.once('message', (bytes) => settle(String(bytes))),
    );
    socket.send(
      `REGISTER ${uri} SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:${port};rport;branch=z9hG4bK${randomUUID()}\r\nMax-Forwards: 70\r\n` +
        `From: <${address}>;tag=1\r\nTo: <${address}>\r\nCall-ID: ${callId}\r\nCSeq: ${cseq} REGISTER\r\n` +
        `Contact: <sip:${userName}@127.0.0.1:${port}>;expires=600\r\n${more}Content-Length: 0\r\n\r\n`,
      sip.port,
      '127.0.0.1',
    );
    return heard;
  };
  const challenge = (await ask(1)).split('\r\n').find((line) => line.includes('algorithm=MD5')) ?? '';
  const word = (name: string): string => new RegExp(`${name}="([^"]+)"`).exec(challenge)?.[1] ?? '';
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
  const [realm, nonce] = [word('realm'), word('nonce')];
  const proof = md5(
    `${md5(`${userName}:${realm}:${password}`)}:${nonce}:00000001:ab:auth:${md5(`REGISTER:${uri}`)}`,
  );
  const answer = await ask(
    2,
    `Authorization: Digest username="${userName}", realm="${realm}", nonce="${nonce}", uri="${uri}", response="${proof}", algorithm=MD5, cnonce="ab", qop=auth, nc=00000001\r\n`,
  );
  socket.close();
  return Number(answer.slice(8, 11));
}
