import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { toldOnFailure } from './failures.ts';
import { freePort } from './free-port.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
interface DemoHotline {
  readonly queueId: string;
  readonly menu?: { readonly choices: readonly { readonly to: { readonly queueId?: string } }[] };
}
interface DemoCentre {
  readonly queues: readonly { readonly queueId: string; readonly rotaId?: string }[];
  readonly hotlines: readonly DemoHotline[];
}
const demoCentre = withoutRota(
  (parse(readFileSync(join(root, 'resources/demo/ringside.yaml'), 'utf8')) as { centre: DemoCentre }).centre,
);

/** A journey about managers on duty brings a rota of its own; the others shall not depend on the day they run. */
function withoutRota({ queues, hotlines, ...rest }: DemoCentre): object {
  const stays = (queueId: string | undefined): boolean =>
    !queues.some((queue) => queue.queueId === queueId && queue.rotaId !== undefined);
  return {
    ...rest,
    rotas: [],
    queues: queues.filter(({ queueId }) => stays(queueId)),
    hotlines: hotlines
      .filter(({ queueId }) => stays(queueId))
      .map(({ menu, ...hotline }) => ({
        ...hotline,
        ...(menu && { menu: { ...menu, choices: menu.choices.filter(({ to }) => stays(to.queueId)) } }),
      })),
  };
}

/** Of its log, when a test fails. */
const LINES_TOLD = 30;

/** Enough for any journey, and few enough that gateways side by side share none. */
const MEDIA_PORTS = 999;

/** The gateway as its operator runs it: a process of its own, with the demo company in a fresh data folder. */
export interface RunningGateway {
  readonly url: string;
  readonly sipPort: number;
  readonly tlsPort: number | null;
  readonly dataFolder: string;
  readonly configFile: string;
  readonly pid: number;
  /** every line of its log so far */
  readonly log: readonly string[];
  /** SIGTERM: drain and stop */
  stop(): Promise<number | null>;
  /** SIGKILL: the process is gone as in a power cut */
  kill(): Promise<void>;
  /** the same data and ports, a new process */
  startAgain(): Promise<RunningGateway>;
}

export interface GatewaySettings {
  /** merged over the demo's configuration, section by section */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly dataFolder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export async function startGateway(settings: GatewaySettings = {}): Promise<RunningGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-gateway-'));
  const ports = {
    http: await freePort(),
    sip: await freePort(),
    tls: await freePort(),
    rtp: await freePort(26_000, 31_000, MEDIA_PORTS + 1),
  };
  const config = {
    demo: true,
    data: settings.dataFolder ?? join(folder, 'data'),
    http: { port: ports.http },
    media: { ports: { from: ports.rtp, to: ports.rtp + MEDIA_PORTS } },
    trunks: [{ trunkId: 'test', name: 'Test callers', allow: ['127.0.0.1/32'], trusted: true }],
    ...settings.config,
    sip: {
      host: '127.0.0.1',
      port: ports.sip,
      tlsPort: ports.tls,
      ...(settings.config?.['sip'] as object | undefined),
    },
    centre: { ...demoCentre, ...(settings.config?.['centre'] as object | undefined) },
  };
  const file = join(folder, 'ringside.yaml');
  writeFileSync(file, JSON.stringify(config, null, 2), { mode: 0o600 });
  const launch = {
    file,
    environment: settings.environment ?? {},
    sipPort: ports.sip,
    tlsPort: 'tls' in config.sip ? config.sip.tlsPort : null,
  };
  return launched(launch, config.data);
}

interface Launch {
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly sipPort: number;
  readonly tlsPort: number | null;
}

async function launched(launch: Launch, dataFolder: string): Promise<RunningGateway> {
  const child = spawn(
    process.execPath,
    ['--use-largepages=silent', join(root, 'apps/cti-gateway/src/main.ts'), 'serve', '--config', launch.file],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...launch.environment },
    },
  );
  const log: string[] = [];
  const url = await ready(child, log);
  toldOnFailure(() => [`Gateway ${url}, its last lines:`, ...log.slice(-LINES_TOLD)].join('\n'));
  return {
    url,
    sipPort: launch.sipPort,
    tlsPort: launch.tlsPort,
    dataFolder,
    configFile: launch.file,
    pid: child.pid ?? 0,
    log,
    stop: () => ended(child, 'SIGTERM'),
    kill: async () => void (await ended(child, 'SIGKILL')),
    startAgain: () => launched(launch, dataFolder),
  };
}

function ready(child: ChildProcess, log: string[]): Promise<string> {
  return new Promise((settle, fail) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error(`The gateway was not ready within 180 s:\n${log.join('\n')}`));
    }, 180_000);
    const isReady = (url: string): void => {
      clearTimeout(late);
      settle(url);
    };
    let pending = '';
    const read = (chunk: Buffer): void => {
      const lines = (pending + chunk.toString('utf8')).split('\n');
      pending = lines.pop() ?? '';
      for (const line of lines) {
        log.push(line);
        const url = line.startsWith('Ringside is ready: ')
          ? line.slice('Ringside is ready: '.length).trim()
          : null;
        if (url) isReady(url);
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(late);
      fail(new Error(`The gateway ended with ${code} before it was ready:\n${log.join('\n')}`));
    });
  });
}

function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  return new Promise((settle) => {
    if (child.exitCode !== null || child.signalCode !== null) return settle(child.exitCode);
    child.once('exit', (code) => settle(code));
    child.kill(signal);
  });
}
